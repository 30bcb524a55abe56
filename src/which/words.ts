/** Compares what a reader says with the texts of a page's cases: BM25 over weighted fields. */
import { apart, withoutNoise } from '../search/query.ts';
import { terms, termsOfAll } from '../search/text.ts';
import type { WordsMatch } from './rank.ts';
import { field } from './weights.ts';

/** Texts of a case by field. */
export type CaseText = { id: string } & Record<keyof typeof field, string>;

/**
 * BM25: how late repeated words are saturated, and how much long texts are held back. A word counts by the fields it
 * stands in, so what is repeated is a sign of weight here, and saturation comes later than usual.
 */
const k1 = 3;
const b = 0.5;

/** A word that tells less is not named as the reason where another one is. */
const leastTold = 0.4;

/** Words that stand in any report and tell nothing of which case it is. */
const idle = new Set(
  terms(
    'no not none nothing without use keep end begin start stop try go come happen work want need always ever just when again please help problem issue',
  ),
);

/** What a page's file holds of its cases. */
export interface CaseFile<Case extends CaseText> {
  cases: Case[];
  /** Stems that cases of all pages use: `common[3]` holds, joined by blanks, those that tell three tenths of a rare one. */
  common: string[];
}

/**
 * How much words tell that cases of all pages use. A word may be rare on its page by chance: “received”, “phone”.
 * @param pages of each page the texts of its cases; @returns of each page what its file holds
 */
export function commonWords(pages: readonly (readonly string[])[]): string[][] {
  const wordsOfPages = pages.map((texts) => termsOfAll(texts).map((words) => new Set(words)));
  const cases = wordsOfPages.flat();
  const holders = new Map<string, number>();
  for (const words of cases) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (some: number) => Math.log(1 + (cases.length - some + 0.5) / (some + 0.5));
  return wordsOfPages.map((ofPage) => {
    const tenths: string[][] = Array.from({ length: 8 }, () => []);
    for (const word of new Set(ofPage.flatMap((words) => [...words])))
      tenths[Math.round((10 * rarity(holders.get(word) ?? 0)) / rarity(0))]?.push(word);
    return tenths.map((words) => words.sort().join(' '));
  });
}

interface Indexed {
  id: string;
  /** Weighted count of each word. */
  counts: Map<string, number>;
  length: number;
}

/** The cases of a page, ready to be asked. */
export class CaseWords {
  private readonly cases: Indexed[];
  private readonly averageLength: number;
  /** Words that all of the page is about, or none. */
  private readonly unsaid: ReadonlySet<string>;
  /** How much a common word tells, from 0 to 1. */
  private readonly tells: ReadonlyMap<string, number>;

  /**
   * @param own name of the page: `403 Forbidden`. Who repeats it says nothing of which case it is.
   */
  constructor({ cases, common }: CaseFile<CaseText>, own = '') {
    this.unsaid = new Set([...idle, ...terms(own)]);
    this.tells = new Map(
      common.flatMap((words, tenths) => words.split(' ').map((word) => [word, tenths / 10] as const)),
    );
    this.cases = cases.map((text) => {
      const counts = new Map<string, number>();
      for (const [name, weight] of Object.entries(field))
        for (const word of terms(text[name as keyof typeof field]))
          counts.set(word, (counts.get(word) ?? 0) + weight);
      return { id: text.id, counts, length: [...counts.values()].reduce((sum, one) => sum + one, 0) };
    });
    this.averageLength =
      this.cases.reduce((sum, { length }) => sum + length, 0) / Math.max(1, this.cases.length);
  }

  /** Words that few cases know tell more; a word that none or every case knows tells nothing of which it is. */
  private rarity(word: string): number {
    const holders = this.cases.filter(({ counts }) => counts.has(word)).length;
    if (!holders) return 0;
    return Math.log(1 + (this.cases.length - holders + 0.5) / (holders + 0.5)) * (this.tells.get(word) ?? 1);
  }

  /** How well each case fits, by its id. Cases without a word in common are left out. */
  match(said: string): Map<string, WordsMatch> {
    const typed = asTyped(said);
    const asked = this.asked(said).map((word) => ({ word, rarity: this.rarity(word) }));
    const most = asked.reduce((sum, { rarity }) => sum + rarity, 0) * (k1 + 1);
    const found = new Map<string, WordsMatch>();
    if (!most) return found;
    for (const { id, counts, length } of this.cases) {
      const hits = asked.filter(({ word, rarity }) => rarity > 0 && counts.has(word));
      if (!hits.length) continue;
      const held = k1 * (1 - b + (b * length) / this.averageLength);
      const score = hits.reduce((sum, { word, rarity }) => {
        const count = counts.get(word) ?? 0;
        return sum + (rarity * count * (k1 + 1)) / (count + held);
      }, 0);
      found.set(id, {
        share: Math.min(1, score / most),
        // “One way” is one word to search, and stands nowhere as it was typed.
        found: [
          ...new Set(this.telling(hits.map(({ word }) => word)).flatMap((word) => typed.get(word) ?? [])),
        ],
      });
    }
    return found;
  }

  /** What somebody says that no case of the page knows, as it was typed. Numbers are left out: logs are full of them. */
  unknown(said: string): string[] {
    const strong = new Set(terms(telling(said)));
    const words = wordsOf(said).filter((word) => {
      const own = terms(word);
      const all = [...own, ...terms(apart(word))];
      return (
        own.every((term) => strong.has(term)) &&
        !all.some((term) => this.unsaid.has(term) || this.knows(term))
      );
    });
    return [...new Set(words.filter((word) => !/\d/.test(word)))];
  }

  /** Those of a case's words that tell something, or all where none does. */
  private telling(found: readonly string[]): string[] {
    const some = found.filter((word) => (this.tells.get(word) ?? 1) >= leastTold);
    return some.length ? some : [...found];
  }

  private knows(term: string): boolean {
    return this.cases.some(({ counts }) => counts.has(term));
  }

  private asked(said: string): string[] {
    // `LiveKit` is one word where the page knows it, and two where it does not.
    const read = telling(said).replace(/\S+/g, (word) =>
      terms(word).every((term) => this.knows(term)) ? word : apart(word),
    );
    return [...new Set(terms(read))].filter((word) => !this.unsaid.has(word));
  }
}

/** Without what stands in any line of a log: addresses, times, the protocol's version, numbers of one or two digits. */
const telling = (said: string) =>
  withoutNoise(said).replace(/\bSIP\/2\.0\b|\[[0-9a-f:]+\]|\b\d{1,2}\b/gi, ' ');

const wordsOf = (said: string) =>
  (telling(said).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*/gu) ?? []).map((word) =>
    word.replace(/[.-]+$/, ''),
  );

/** The words of a text by what search makes of them. */
const asTyped = (said: string) =>
  new Map(
    wordsOf(said).flatMap((word) =>
      [...terms(apart(word)), ...terms(word)].map((term) => [term, word] as const),
    ),
  );
