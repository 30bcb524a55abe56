/**
 * Ranks places by all their words together (BM25 of each field, added up, and how much of the query the place has at
 * all): a case is found by a sentence of which no phrase of it holds more than a word or two.
 */
import { massOf } from './phrases.ts';
import { type Rarity, rarityOf } from './rarity.ts';
import { lengthsOf, type TextsFile, unpackedPlaces } from './texts.ts';
import type { AskedWord } from './known-words.ts';

/** How soon a word that is repeated stops to count more. */
const saturation = 0.8;
/** How much a long field dilutes its words: 0 not at all, 1 in full. */
const dilution = 0.45;

export interface Field {
  /** How much a word counts in it. */
  weight: number;
  /** Words that a field of this kind has on the average. */
  usual: number;
  /** The words are those of the page: the place itself does not have them. */
  ofPage?: true;
}

/** A field of a place. */
interface Bag<T> {
  target: T;
  field: Field;
  /** How much of the field one word of it is, of a usual one 1. */
  each: number;
}

/** What a word counts at a place. */
interface Holding {
  score: number;
  /** The place itself has it. */
  own: boolean;
}

/**
 * Takes places with `add` and `addPacked`, in any order and between searches too: each changes how rare words are, so
 * that scores of before and after are not to be compared.
 */
export class BagIndex<T> {
  /**
   * Word to the bags that hold it, one entry for each time it stands there. Summed up for the words of a query only: on
   * a slow phone thousands of sums that nobody asks for would stop the first answer.
   */
  private readonly bags = new Map<string, Bag<T>[]>();
  /** Words whose bags are still packed: a list of numbers of bags for each word. */
  private readonly packed: { lists: ReadonlyMap<string, string>; bags: (Bag<T> | undefined)[] }[] = [];
  private readonly summed = new Map<string, Map<T, Holding>>();
  private readonly targets = new Set<T>();
  readonly rarity: Rarity = (word) => rarityOf(this.targets.size, this.holdersOf(word).size);

  add(target: T, words: readonly string[], field: Field): void {
    if (!words.length) return;
    const bag = this.bagOf(target, words.length, field);
    for (const word of words) this.put(word, bag);
  }

  /**
   * The same for words that are packed by their places. They stay packed until a query has one of them: thousands of
   * lists that nobody asks for would stop the first answer on a slow phone.
   * @param targets the places by their number.
   */
  addPacked(
    file: TextsFile,
    words: readonly (readonly [word: string, list: string])[],
    targets: readonly T[],
    field: Field,
  ): void {
    const lengths = lengthsOf(file, targets.length);
    const bags = targets.map((target, at) =>
      lengths[at] ? this.bagOf(target, lengths[at], field) : undefined,
    );
    this.packed.push({ lists: new Map(words), bags });
  }

  private bagOf(target: T, length: number, field: Field): Bag<T> {
    this.summed.clear();
    this.targets.add(target);
    return { target, field, each: 1 / (1 - dilution + (dilution * length) / field.usual) };
  }

  private put(word: string, bag: Bag<T>): void {
    const bags = this.bags.get(word);
    if (bags) bags.push(bag);
    else this.bags.set(word, [bag]);
  }

  /** Places that have a word, each with what the word counts there. */
  private holdersOf(word: string): ReadonlyMap<T, Holding> {
    const known = this.summed.get(word);
    if (known) return known;
    const often = new Map<Bag<T>, number>();
    const count = (bag: Bag<T>) => often.set(bag, (often.get(bag) ?? 0) + bag.each);
    this.bags.get(word)?.forEach(count);
    for (const { lists, bags } of this.packed)
      for (const place of unpackedPlaces(lists.get(word) ?? '')) {
        const bag = bags[place];
        if (bag) count(bag);
      }
    const holders = new Map<T, Holding>();
    for (const [{ target, field }, times] of often) {
      const holding = holders.get(target) ?? { score: 0, own: false };
      holding.score += field.weight * (times / (saturation + times));
      holding.own ||= !field.ofPage;
      holders.set(target, holding);
    }
    this.summed.set(word, holders);
    return holders;
  }

  /**
   * Places that have a word of the query.
   * @param weak words that are no match by themselves.
   * @returns each with what its words count, and how much of the query it has, 0 to 1.
   */
  search(asked: readonly AskedWord[], weak: ReadonlySet<string>): Map<T, { score: number; met: number }> {
    const mass = massOf(asked, this.rarity);
    const sums = new Map<T, { score: number; met: number; strong: boolean }>();
    for (const { word, known } of asked) {
      const rare = this.rarity(word) / mass;
      const best = new Map<T, { score: number; met: number }>();
      for (const [same, factor] of known)
        for (const [target, { score, own }] of this.holdersOf(same)) {
          const before = best.get(target) ?? { score: 0, met: 0 };
          best.set(target, {
            score: Math.max(before.score, factor * score),
            met: own ? Math.max(before.met, factor) : before.met,
          });
        }
      for (const [target, { score, met }] of best) {
        const sum = sums.get(target) ?? { score: 0, met: 0, strong: false };
        sum.score += score * rare;
        sum.met += met * rare;
        sum.strong ||= !weak.has(word);
        sums.set(target, sum);
      }
    }
    return new Map([...sums].filter(([, { strong }]) => strong));
  }
}
