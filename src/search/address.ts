/**
 * The address of the search page. The query stands in the fragment, which browsers do not send: what somebody types
 * never reaches the host. `?q=` is read all the same; bookmarks, other sites and the browser's own box use it.
 */
import { type Chosen, filterNames } from './filters.ts';

export interface SearchState {
  query: string;
  filters: Chosen;
  /** A bookmark that asks to jump straight to an exact answer. */
  go: boolean;
}

/** What is longer is no question. Characters. */
const longest = 400;

const parameters = (text: string) => new URLSearchParams(text.replace(/^[?#]/, ''));

/**
 * Reads the state from an address's query and fragment; where the fragment has a state, it is the newer one.
 * @param search as in `location.search`.
 * @param hash as in `location.hash`.
 */
export function readState(search: string, hash: string): SearchState {
  const inHash = parameters(hash);
  const state = ['q', ...filterNames].some((name) => inHash.has(name)) ? inHash : parameters(search);
  const filters: Chosen = {};
  for (const name of filterNames) {
    const value = state.get(name);
    if (value) filters[name] = value;
  }
  return { query: (state.get('q') ?? '').trim().slice(0, longest), filters, go: state.has('go') };
}

/** Whether a fragment is a state of the search page; another one is the name of a place in it. */
export function isState(hash: string): boolean {
  const state = parameters(hash);
  return hash.length < 2 || ['q', ...filterNames].some((name) => state.has(name));
}

/** The same path of the search page with these filters, where it has none of its own. */
export function withFilters(path: string, filters: Chosen): string {
  const state = readState('', path.replace(/^[^#]*/, ''));
  return searchPath({ query: state.query, filters: { ...filters, ...state.filters } });
}

/** Path and fragment of the search page in this state, below the base path. */
export function searchPath({ query, filters = {} }: { query?: string; filters?: Chosen }): string {
  const state = new URLSearchParams();
  if (query) state.set('q', query.slice(0, longest));
  for (const name of filterNames) if (filters[name]) state.set(name, filters[name]);
  const text = state.toString();
  return text ? `/search/#${text}` : '/search/';
}
