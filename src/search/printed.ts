/**
 * Finds what programs print: reason phrases, log lines, names of errors, letter for letter. Where they are most of a
 * query, the place that shows them, or the code they come with, is meant.
 */
import { type Match, type Phrase, PhraseIndex } from './phrases.ts';
import { apart, asWords } from './query.ts';
import type { Rarity } from './rarity.ts';
import { isFiller, negations, normalise, stem, stemsOfAll, termsOfAll } from './text.ts';
import type { AskedWord } from './known-words.ts';
import * as weights from './weights.ts';

/** How much of a query such a text is, at least; rare words are more of it. */
const leastShare = 0.7;
/** The same of a text that tells enough to count in full: most of a log line is what varies, and what stands round it. */
const leastOfSure = 0.2;
/** Words that a text has at least, negations not counted, where it stands inside others. */
const fewestInside = 2;
/** Words of such a text at most. */
const longest = 16;

/** What stands in front of a message: the number of the status line. */
const number = /^(SIP\/2\.0 )?\d{3}\b/i;

export class PrintedIndex {
  /** Texts as stems to the paths of where they stand. */
  private readonly wholes = new Map<string, Set<string>>();
  private readonly phrases = new PhraseIndex<string>();

  /**
   * Adds texts that are met whole only.
   * @returns the stems of each.
   */
  addWhole(texts: readonly Pick<Phrase<string>, 'target' | 'text'>[]): string[][] {
    // Read as queries are.
    const all = apart(texts.map(({ text }) => text).join('\n')).split('\n');
    const keys = stemsOfAll(all);
    for (const [at, { target }] of texts.entries()) {
      const key = (keys[at] ?? []).join(' ');
      const known = this.wholes.get(key);
      if (known) known.add(target);
      else this.wholes.set(key, new Set([target]));
    }
    return termsOfAll(all);
  }

  /**
   * Adds texts that are met word by word, too.
   * @returns the words that no text had before.
   */
  add(texts: readonly Phrase<string>[]): string[] {
    const words = this.addWhole(texts);
    return this.phrases.add(texts.map((text, at) => ({ ...text, words: words[at] ?? [] })));
  }

  /** Targets that share words with a query, best first. */
  search(asked: readonly AskedWord[]): Match<string>[] {
    return this.phrases.search(asked, negations);
  }

  /**
   * The texts that a query consists of, without the number in front and the name of the product, and those in it that
   * tell enough by themselves.
   * @param weak names of products, as stems.
   * @param tells how much a word of the query tells.
   * @returns the paths where they stand, each with what the text counts.
   */
  within(query: string, weak: ReadonlySet<string>, tells: Rarity): Map<string, number> {
    const words = normalise(asWords(query.replace(number, '')))
      .split(' ')
      .map((word) => ({
        word: stem(word),
        told: isFiller(word) ? 0 : tells(stem(word)),
        isFiller: isFiller(word),
      }))
      .filter(({ word }) => negations.has(word) || !weak.has(word));
    const mass = (some: typeof words) => some.reduce((sum, { told }) => sum + told, 0);
    const telling = (some: typeof words) => some.filter((one) => !one.isFiller).length;
    const all = mass(words);
    const found = new Map<string, number>();
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= Math.min(words.length, from + longest); to += 1) {
        const some = words.slice(from, to);
        const isWhole = telling(some) === telling(words);
        const strong = telling(some.filter(({ word }) => !negations.has(word)));
        const told = mass(some);
        const share = isWhole ? 1 : told / all;
        const isSure = told >= weights.printed.telling && share >= leastOfSure;
        if (!isWhole && (strong < fewestInside || (share < leastShare && !isSure))) continue;
        const counts =
          Math.min(1, told / weights.printed.telling) *
          (weights.printed.least + weights.printed.forAll * share);
        for (const path of this.wholes.get(some.map(({ word }) => word).join(' ')) ?? [])
          found.set(path, Math.max(counts, found.get(path) ?? 0));
      }
    return found;
  }
}
