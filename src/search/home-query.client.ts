/** `/?q=403` is stable for other tools: it leads to the search page. */
import { readState, searchPath } from './address.ts';
import { within } from '../frame/base.client.ts';

const state = readState(location.search, '');
if (state.query) location.replace(within(searchPath(state)));
