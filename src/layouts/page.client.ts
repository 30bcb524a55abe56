/** Everything the pages' scripts do. One small file for all pages, cached after the first. */
import '../frame/trusted-types.client.ts';
import '../copy/copy.client.ts';
import '../frame/page-nav.client.ts';
import '../frame/prefetch.client.ts';
import '../systems/systems.client.ts';
import '../sip/ladder.client.ts';
import '../search/box.client.ts';
import '../frame/theme-switch.client.ts';
import '../frame/report.client.ts';
import { registerLater } from '../offline/register.client.ts';

// Where a copy has turned this off, the file that would be registered ends the worker instead.
registerLater();
