/** Addresses that moved (content/redirects.yaml), as the pages that answer for them need them. */
import type { RedirectData } from '../content/schemas/redirects.ts';

type Move = Pick<RedirectData, 'from' | 'to'>;

/** As pages are addressed here, with a slash at the end. */
const page = (path: string) => path.replace(/\/?$/, '/');

/** Whole pages that moved. */
export function movedPages(redirects: Move[]): Move[] {
  return redirects
    .filter(({ from }) => !from.includes('#'))
    .map(({ from, to }) => ({ from: page(from), to }));
}

/** Fragments of the page at `path` that moved. */
export function movedFragments(redirects: Move[], path: string): { fragment: string; to: string }[] {
  return redirects.flatMap(({ from, to }) => {
    const [before = '', fragment] = from.split('#');
    return fragment && page(before) === page(path) ? [{ fragment, to }] : [];
  });
}
