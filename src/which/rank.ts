/** Puts the cases of a page in order by what a reader ticked and said, and says why each stands where it does. */
import type { Signed } from './questions.ts';
import {
  against,
  enoughWords,
  fits,
  metOften,
  noOwnSign,
  ownSign,
  tie,
  weak,
  words as wordsWeight,
} from './weights.ts';

export interface Rankable extends Signed {
  id: string;
}

export interface Ranked {
  id: string;
  /** From 1; equal cases share a rank. */
  rank: number;
  /** What the reader says for it, less what speaks against it; 0 where nothing touches it. */
  score: number;
  /** Ticked signs that are typical of the case. */
  fits: string[];
  /** Ticked signs that speak against it. */
  against: string[];
  /** Words of the reader that the case knows. */
  words: string[];
  /** Whether the reader sees the sign that tells the case apart; undefined where nothing was said of it. */
  own: boolean | undefined;
  /** Whether it may be named as the one that fits: something that separates speaks for it, nothing against it. */
  speaks: boolean;
}

/** How well the reader's words fit a case: a share from 0 to 1, and the words found. */
export interface WordsMatch {
  share: number;
  found: string[];
}

/**
 * @param cases in the order of the page, the most met first.
 * @param ticked names of signs, some with a value.
 * @param said by the id of a case; what is not there has no word in common.
 * @param isWeak whether a sign separates little.
 * @param own by the id of a case, whether its own sign is seen.
 */
export function rankCases(
  cases: readonly Rankable[],
  ticked: readonly string[],
  said: ReadonlyMap<string, WordsMatch>,
  isWeak: (name: string) => boolean,
  own: ReadonlyMap<string, boolean> = new Map(),
): Ranked[] {
  /** A sign that few cases of the page share tells more: up to three times as much, so not in full. */
  const weightOf = (name: string) => {
    const holders = cases.filter(({ signs }) => signs.includes(name)).length;
    const rarity = Math.log(1 + cases.length / Math.max(1, holders)) / Math.log(1 + cases.length);
    return (isWeak(name) ? weak : 1) * Math.sqrt(rarity);
  };
  const scored = cases.map((one, at) => {
    const fitting = ticked.filter((name) => one.signs.includes(name));
    const opposed = ticked.filter((name) => one.against.includes(name));
    const match = said.get(one.id);
    const seen = own.get(one.id);
    const score =
      (seen === undefined ? 0 : seen ? ownSign : noOwnSign) +
      fitting.reduce((sum, name) => sum + fits * weightOf(name), 0) +
      opposed.reduce((sum, name) => sum + against * (isWeak(name) ? weak : 1), 0) +
      wordsWeight * (match?.share ?? 0);
    const speaks =
      seen ??
      (!opposed.length && (fitting.some((name) => !isWeak(name)) || (match?.share ?? 0) >= enoughWords));
    return {
      ranked: {
        id: one.id,
        rank: 1,
        score,
        fits: fitting,
        against: opposed,
        words: match?.found ?? [],
        own: seen,
        speaks,
      },
      placed: score + metOften * (1 - at / cases.length),
    };
  });
  const sorted = scored.toSorted((a, b) => b.placed - a.placed).map(({ ranked }) => ranked);
  // Equal is told from the best of a run, so that steps do not add up; the head start makes no equals unequal.
  let first = sorted[0];
  sorted.forEach((one, at) => {
    if (first && Math.abs(first.score - one.score) > tie) first = one;
    one.rank = first === one ? at + 1 : (first?.rank ?? 1);
  });
  return sorted;
}
