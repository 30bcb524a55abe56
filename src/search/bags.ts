/**
 * Ranks places by all their words together (BM25 with a weight for each field): a case is found by a sentence of which
 * no phrase of it holds more than a word or two.
 */
import { massOf } from './phrases.ts';
import { type Rarity, rarityOf } from './rarity.ts';
import type { AskedWord } from './vocabulary.ts';

/** How soon a word that is repeated stops to count more. */
const saturation = 0.8;
/** How much a long field dilutes its words: 0 not at all, 1 in full. */
const dilution = 0.6;
/** How much better a place is that has all of the words than one that has the rarest of them often. */
const together = 0.5;

export interface Field {
  /** How much a word counts in it. */
  weight: number;
  /** Words that a field of this kind has on the average. */
  usual: number;
}

export class BagIndex<T> {
  private readonly holders = new Map<string, Map<T, number>>();
  private readonly targets = new Set<T>();
  private readonly rarity: Rarity = (word) => rarityOf(this.targets.size, this.holders.get(word)?.size ?? 0);

  /** @param length words of the field, where not all of them are given in this call. */
  add(target: T, words: readonly string[], { weight, usual }: Field, length = words.length): void {
    if (!words.length) return;
    this.targets.add(target);
    const each = weight / (1 - dilution + (dilution * length) / usual);
    for (const word of words) {
      const places = this.holders.get(word);
      if (places) places.set(target, (places.get(target) ?? 0) + each);
      else this.holders.set(word, new Map([[target, each]]));
    }
  }

  /**
   * Places that have a word of the query.
   * @param weak words that are no match by themselves.
   * @returns each with a score of 0 to 1.
   */
  search(asked: readonly AskedWord[], weak: ReadonlySet<string>): Map<T, number> {
    const mass = massOf(asked, this.rarity);
    const sums = new Map<T, { score: number; met: number; strong: boolean }>();
    for (const { word, known } of asked) {
      const rare = this.rarity(word);
      const best = new Map<T, number>();
      for (const [same, factor] of known)
        for (const [target, often] of this.holders.get(same) ?? []) {
          const score = factor * (often / (saturation + often));
          if ((best.get(target) ?? 0) < score) best.set(target, score);
        }
      for (const [target, score] of best) {
        const sum = sums.get(target) ?? { score: 0, met: 0, strong: false };
        sum.score += score * rare;
        sum.met += rare;
        sum.strong ||= !weak.has(word);
        sums.set(target, sum);
      }
    }
    return new Map(
      [...sums]
        .filter(([, { strong }]) => strong)
        .map(([target, { score, met }]) => [target, (score / mass) * Math.min(1, met / mass) ** together]),
    );
  }
}
