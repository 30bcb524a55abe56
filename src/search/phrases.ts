/** Matches what was typed against short phrases: names, wordings, symptoms. What counts is how much of either is the other. */
import { type Rarity, rarityOf } from './rarity.ts';
import type { AskedWord } from './known-words.ts';

export interface Phrase<T> {
  target: T;
  text: string;
  /** How much a match counts: names more than symptoms, symptoms more than descriptions. */
  weight: number;
}

export interface Match<T> {
  target: T;
  /** The phrase that matched best. */
  text: string;
  /** About 0 to 1; a match of every word both ways is 1 times the weight. */
  score: number;
}

interface Indexed<T> extends Phrase<T> {
  words: readonly string[];
}

/** An unknown word says little about which answer is right; it must not drown the known ones. */
export const unknownWord = 0.35;

/** Sum of the weights of what was asked. */
export const massOf = (asked: readonly AskedWord[], rarity: Rarity): number =>
  asked.reduce((sum, { word, known }) => sum + rarity(word) * (known.length ? 1 : unknownWord), 0);

/** The words without those that stand there before; most phrases have none. */
const eachOnce = (words: readonly string[]) =>
  words.some((word, at) => words.indexOf(word) < at) ? [...new Set(words)] : words;

/**
 * Takes phrases with `add`, between searches too: each changes how rare words are, so that scores of before and after
 * are not to be compared.
 */
export class PhraseIndex<T> {
  private readonly phrases: Indexed<T>[] = [];
  /** Word to the numbers of the phrases that hold it. */
  private readonly holders = new Map<string, number[]>();
  private readonly rarity: Rarity = (word) =>
    rarityOf(this.phrases.length, this.holders.get(word)?.length ?? 0);

  /**
   * @param phrases each with its stems.
   * @returns the words that no phrase had before.
   */
  add(phrases: readonly Indexed<T>[]): string[] {
    const fresh: string[] = [];
    for (const phrase of phrases) {
      if (!phrase.words.length) continue;
      const words = eachOnce(phrase.words);
      const at = this.phrases.push(words === phrase.words ? phrase : { ...phrase, words }) - 1;
      for (const word of words) {
        const list = this.holders.get(word);
        if (list) list.push(at);
        else {
          this.holders.set(word, [at]);
          fresh.push(word);
        }
      }
    }
    return fresh;
  }

  /** Sum of the weights of the words; of what a query meets only, since every phrase more changes all of them. */
  private massOf({ words }: Indexed<T>): number {
    return words.reduce((sum, word) => sum + this.rarity(word), 0);
  }

  /**
   * Targets that match, best first.
   * @param weak words that are no match by themselves.
   */
  search(asked: readonly AskedWord[], weak: ReadonlySet<string>): Match<T>[] {
    const mass = massOf(asked, this.rarity);
    const recalled = new Map<number, { recall: number; precision: number; strong: boolean }>();
    for (const { word, known } of asked) {
      const best = new Map<number, { factor: number; word: string }>();
      for (const [same, factor] of known)
        for (const holder of this.holders.get(same) ?? [])
          if ((best.get(holder)?.factor ?? 0) < factor) best.set(holder, { factor, word: same });
      for (const [holder, { factor, word: same }] of best) {
        const sum = recalled.get(holder) ?? { recall: 0, precision: 0, strong: false };
        sum.recall += factor * this.rarity(word);
        sum.precision += factor * this.rarity(same);
        sum.strong ||= !weak.has(word);
        recalled.set(holder, sum);
      }
    }

    const byTarget = new Map<T, Match<T> & { rest: number }>();
    for (const [holder, sum] of recalled) {
      const phrase = this.phrases[holder];
      if (!phrase || !sum.strong) continue;
      const recall = Math.min(1, sum.recall / mass);
      const precision = Math.min(1, sum.precision / this.massOf(phrase));
      const score = phrase.weight * recall ** 1.2 * (0.45 + 0.55 * precision);
      const known = byTarget.get(phrase.target);
      if (!known) byTarget.set(phrase.target, { target: phrase.target, text: phrase.text, score, rest: 0 });
      else if (score > known.score) {
        known.rest += known.score;
        Object.assign(known, { text: phrase.text, score });
      } else known.rest += score;
    }
    return [...byTarget.values()]
      .map(({ rest, ...match }) => ({ ...match, score: match.score + Math.min(0.1, rest * 0.05) }))
      .sort((a, b) => b.score - a.score);
  }
}
