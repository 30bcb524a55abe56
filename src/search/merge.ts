/** One list of hits from both layers: names, numbers and symptoms first, full text after, each page or case once. */
import { sections } from '../content/sections.ts';
import type { Answer } from './finder.ts';
import { type Piece, readExcerpt } from './mark.ts';

export interface Hit {
  path: string;
  title: string;
  beside?: string | undefined;
  /** Plain text that shows why the hit is here. */
  excerpt?: string | undefined;
  /** The same in pieces, where the marks are known. */
  marked?: Piece[] | undefined;
}

interface FullText {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** Sections every code page has: their titles tell nothing in a list of results. */
const layoutSections = new RegExp(`#(${[...sections.map(({ id }) => id), 'phrases'].join('|')})$`);

/**
 * @param answers of the exact layer, best first.
 * @param pages of the full-text layer, best first; addresses without the base path.
 */
export function mergeHits(answers: readonly Answer[], pages: readonly FullText[]): Hit[] {
  const best = answers[0]?.score ?? 0;
  // Weak matches of single words only fill up what full text does not answer.
  const strong = answers.filter(({ score, exact }) => exact || score >= Math.max(0.4, best * 0.45));
  const weak = answers.filter((answer) => !strong.includes(answer) && answer.score >= 0.22);
  const fromAnswer = ({ path, title, beside, why, exact }: Answer): Hit => ({
    path,
    title,
    beside,
    excerpt: why === title || (exact && title.includes(why)) ? undefined : why,
  });
  const fromPage = ({ url, excerpt, meta, sub_results }: FullText): Hit => {
    // A part of the page that answers by itself is the better place to land.
    const part = sub_results.find(
      (sub) => sub.url.includes('#') && !layoutSections.test(sub.url) && /<mark>/.test(sub.excerpt),
    );
    const chosen = part && part.url.startsWith(url.replace(/#.*/, '')) ? part : undefined;
    const marked = readExcerpt(chosen?.excerpt ?? excerpt);
    return {
      path: chosen?.url ?? url,
      title: chosen ? chosen.title.replace(/ #.*$/, '') : (meta['title'] ?? url),
      beside: chosen ? meta['title'] : undefined,
      excerpt: marked.map(({ text }) => text).join(''),
      marked,
    };
  };
  const hits = new Map<string, Hit>();
  for (const hit of [...strong.map(fromAnswer), ...pages.map(fromPage), ...weak.map(fromAnswer)]) {
    const known = hits.get(hit.path);
    if (!known) hits.set(hit.path, hit);
    else if (!known.excerpt && hit.excerpt)
      Object.assign(known, { excerpt: hit.excerpt, marked: hit.marked });
  }
  return [...hits.values()];
}
