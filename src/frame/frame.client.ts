/** Everything the pages' scripts do. One small file for all pages, cached after the first. */
import './trusted-types.client.ts';
import '../copy/copy.client.ts';
import './page-nav.client.ts';
import './prefetch.client.ts';
import '../systems/systems.client.ts';
import '../sip/ladder.client.ts';
import '../search/box.client.ts';
import './theme-switch.client.ts';
import './report.client.ts';
import { registerLater } from '../offline/register.client.ts';

// Where a copy has turned this off, the file that would be registered ends the worker instead.
registerLater();
