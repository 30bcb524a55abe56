/**
 * Which pieces of the full-text index a query needs. Pagefind finds out when its program runs, and asks for them then: a
 * round trip and most of a second later on a slow line. With this list they are asked for ahead, and Pagefind finds them
 * in the browser's cache. A wrong guess costs a request and nothing else.
 */
import { stem } from './text.ts';

/** The files of the full-text index, as far as they change with the content. */
export interface Pieces {
  /** Pagefind's list of all pages and pieces. */
  meta: string;
  /** The pieces by the alphabet: where the words of each begin, and its file. */
  words: readonly (readonly [from: string, file: string])[];
}

/** What Pagefind leaves out of a query: all punctuation but what joins words. */
const leftOut = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;

/** Files of the pieces that hold the words of a query, each once. */
export function piecesOf(query: string, { words }: Pieces): string[] {
  const asked = query.toLowerCase().replace(leftOut, '').split(/\s+/).filter(Boolean).map(stem);
  return [...new Set(asked.flatMap((word) => words.findLast(([from]) => from <= word)?.[1] ?? []))];
}
