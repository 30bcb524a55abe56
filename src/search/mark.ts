/** Cuts a text where words of the query stand, so that a hit shows why it matched. */
import { negations, normalise, terms } from './text.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** A word, or several that are joined by hyphens: “ring-back” is what “ringback” asks for. */
const word = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)/u;

/** Pieces of the text in order; words whose stem is a stem of the query are marked. */
export function markWords(text: string, query: string): Piece[] {
  const asked = terms(query);
  const telling = asked.filter((stem) => !negations.has(stem));
  const wanted = telling.length ? telling : asked;
  const isWanted = (stem: string) =>
    wanted.some((one) => one === stem || (one.length > 3 && stem.startsWith(one)));
  return text
    .split(word)
    .filter(Boolean)
    .map((piece) => ({ text: piece, marked: word.test(piece) && terms(piece).some(isWanted) }));
}

/** Pagefind's excerpt as pieces: its marks are read, any other markup is dropped. */
export function readExcerpt(excerpt: string): Piece[] {
  const plain = (text: string) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, at) => ({ text: plain(text), marked: at % 2 === 1 }))
    .filter(({ text }) => text);
}

/** Letters that a marked word has at least in common with what was asked. */
const leastInCommon = 3;

/**
 * Whether an excerpt shows what was asked. Full text shortens a word that no page has until some word begins like it:
 * a page that shares one letter with the query is no answer.
 */
export function showsWords(excerpt: string, query: string): boolean {
  const marked = readExcerpt(excerpt).filter((piece) => piece.marked);
  if (!marked.length) return true;
  const asked = normalise(query).split(' ');
  return marked.some(({ text }) =>
    normalise(text)
      .split(' ')
      .some((word) => asked.some((one) => word.startsWith(one.slice(0, leastInCommon)))),
  );
}
