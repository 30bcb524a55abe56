/**
 * Ranks places by what people asked and reported of them: a word counts by how much more often it stands there than in what
 * is said of other places. Of a sentence in other words than ours, many such words point the same way.
 */
import { type TextsFile, unpackedPlaces, unpackTexts } from './texts.ts';
import type { AskedWord } from './known-words.ts';

/** How much more often a word stands there, in steps: from 1 to so many. */
export const mostSteps = 3;

/** A place and a step as one number, so that they pack like places. */
const perPlace = mostSteps + 1;

export const numberOf = (place: number, steps: number): number => place * perPlace + steps;

/** The places by those numbers. */
export const placesByNumber = <T>(places: readonly T[]): T[] =>
  places.flatMap((place) => Array.from({ length: perPlace }, () => place));

/** A query of fewer words counts as one of so many: a single word may be anybody’s. */
const fewestWords = 3;

export class AskedIndex {
  /** Word to its places, packed: most are never asked for. */
  private lists: ReadonlyMap<string, string> = new Map();

  add(file: TextsFile): void {
    this.lists = new Map(unpackTexts(file));
  }

  /** Numbers of places, each with the steps that a word of the query counts there on the average. */
  search(asked: readonly AskedWord[]): Map<number, number> {
    const sums = new Map<number, number>();
    const each = 1 / Math.max(fewestWords, asked.length);
    for (const { known } of asked) {
      const best = new Map<number, number>();
      for (const [word, factor] of known)
        for (const number of unpackedPlaces(this.lists.get(word) ?? '')) {
          const place = Math.floor(number / perPlace);
          best.set(place, Math.max(best.get(place) ?? 0, factor * (number % perPlace)));
        }
      for (const [place, steps] of best) sums.set(place, (sums.get(place) ?? 0) + steps * each);
    }
    return sums;
  }
}
