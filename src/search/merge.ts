/** One list of hits from both layers: names, numbers and symptoms first, full text after, each page or case once. */
import { sections } from '../content/sections.ts';
import type { Answer } from './answer.ts';
import { type Piece, readExcerpt } from './mark.ts';
import { merge as weights } from './weights.ts';

export interface Hit {
  path: string;
  title: string;
  beside?: string | undefined;
  /** Who has to act. */
  acts?: string | undefined;
  /** Why it is here, where title and excerpt do not show it. */
  why?: string | undefined;
  /** Plain text that shows why the hit is here. */
  excerpt?: string | undefined;
  /** The same in pieces, where the marks are known. */
  marked?: Piece[] | undefined;
}

/** A page as full text finds it. Addresses are paths below the base. */
export interface FullText {
  url: string;
  title: string;
  /** With `<mark>` round the words that were found. */
  excerpt: string;
  /** Parts of the page that were found, best first. */
  parts: { title: string; url: string; excerpt: string }[];
}

/** Sections every code page has: their titles tell nothing in a list of results. */
const layoutSections = new RegExp(`#(${[...sections.map(({ id }) => id), 'phrases'].join('|')})$`);

function fromAnswer({ path, title, beside, why, gist, acts }: Answer): Hit {
  const plain = !why || why === beside || title.toLowerCase().includes(why.toLowerCase());
  return { path, title, beside, acts, excerpt: gist, why: plain ? undefined : why };
}

function fromPage({ url, title, excerpt, parts }: FullText): Hit {
  const page = url.replace(/#.*/, '');
  // A part of the page that answers by itself is the better place to land.
  const part = parts.find(
    (one) =>
      one.url.startsWith(`${page}#`) && !layoutSections.test(one.url) && one.excerpt.includes('<mark>'),
  );
  const marked = readExcerpt((part ?? { excerpt }).excerpt);
  const own = part?.title.replace(/ #.*$/, '') ?? title;
  return {
    path: part?.url ?? url,
    title: own,
    // A vendor's note is a page of the index and its only part.
    beside: own === title ? undefined : title,
    excerpt: marked.map(({ text }) => text).join(''),
    marked,
  };
}

/**
 * @param answers of the exact layer, best first.
 * @param pages of the full-text layer, best first.
 * @param literal the pages hold the query letter for letter, as its quotation marks ask for: answers to its words follow.
 */
export function mergeHits(answers: readonly Answer[], pages: readonly FullText[], literal = false): Hit[] {
  const least = (answers[0]?.score ?? 0) * weights.shareOfBest;
  const isStrong = ({ score, exact }: Answer) => exact || (!(literal && pages.length) && score >= least);
  const strong = answers.filter(isStrong);
  // Weak matches of single words stand below what full text finds; beside a far better answer they say nothing.
  const floor = (answers[0]?.score ?? 0) * weights.leastOfBest;
  const weak = answers.filter((answer) => !isStrong(answer) && answer.score >= floor);
  const hits = new Map<string, Hit>();
  for (const hit of [...strong.map(fromAnswer), ...pages.map(fromPage), ...weak.map(fromAnswer)]) {
    const known = hits.get(hit.path);
    if (!known) hits.set(hit.path, hit);
    else if (!known.excerpt && hit.excerpt)
      Object.assign(known, { excerpt: hit.excerpt, marked: hit.marked });
  }
  return [...hits.values()];
}
