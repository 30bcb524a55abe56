/** Addresses that moved (content/redirects.yaml), as the pages that answer for them need them. */
import type { RedirectData } from '../content/schemas/redirects.ts';

type Move = Pick<RedirectData, 'from' | 'to'>;

/** As pages are addressed here, with a slash at the end. */
const page = (path: string) => path.replace(/\/?$/, '/');

/** A fragment that may have been a case, whose short address (src/cards) moves with it. */
const ofCase = /^(\/(?:q850\/)?\d+\/)#([\w-]+)$/;

/** Whole pages that moved. */
export function movedPages(redirects: Move[]): Move[] {
  const pages = redirects
    .filter(({ from }) => !from.includes('#'))
    .map(({ from, to }) => ({ from: page(from), to }));
  const cases = redirects
    .filter(({ from }) => ofCase.test(from))
    .map(({ from, to }) => ({ from: from.replace(ofCase, '$1$2/'), to }));
  const named = new Set(pages.map(({ from }) => from));
  return [...pages, ...cases.filter(({ from }) => !named.has(from))];
}

/** Fragments of the page at `path` that moved. */
export function movedFragments(redirects: Move[], path: string): { fragment: string; to: string }[] {
  return redirects.flatMap(({ from, to }) => {
    const [before = '', fragment] = from.split('#');
    return fragment && page(before) === page(path) ? [{ fragment, to }] : [];
  });
}
