/** Words that are written wrongly, or not to their end. */
import { distance } from 'fastest-levenshtein';
import { isNumber } from './text.ts';

/** How many letters may be wrong in a word of this length. */
export const allowedWrong = (length: number): number => {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
};

/** Two neighbouring letters in the wrong order. */
export function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4 || isNumber(a)) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Letters that an abbreviation has at least: `Temp`, `Auth`. */
const shortest = 4;

/** Whether somebody who typed a word may have meant another one: misspelt, or cut short. */
export const isMeant = (typed: string, word: string): boolean =>
  typed === word ||
  (typed.length >= shortest && word.startsWith(typed)) ||
  isTransposed(typed, word) ||
  (!isNumber(word) &&
    distance(typed, word) <= Math.min(allowedWrong(typed.length), allowedWrong(word.length)));
