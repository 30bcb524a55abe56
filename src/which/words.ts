/** Compares what a reader says with the texts of a page's cases: BM25 over weighted fields. */
import { terms } from '../search/text.ts';
import type { WordsMatch } from './rank.ts';
import { field } from './weights.ts';

/** Texts of a case by field. */
export type CaseText = { id: string } & Record<keyof typeof field, string>;

/** Saturation of repeated words, and how much long texts are held back: the usual values of BM25. */
const k1 = 1.2;
const b = 0.5;

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

  constructor(texts: readonly CaseText[]) {
    this.cases = texts.map((text) => {
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
    return holders ? Math.log(1 + (this.cases.length - holders + 0.5) / (holders + 0.5)) : 0;
  }

  /** How well each case fits, by its id. Cases without a word in common are left out. */
  match(said: string): Map<string, WordsMatch> {
    const asked = [...new Set(terms(said))].map((word) => ({ word, rarity: this.rarity(word) }));
    const most = asked.reduce((sum, { rarity }) => sum + rarity, 0) * (k1 + 1);
    const found = new Map<string, WordsMatch>();
    if (!most) return found;
    for (const { id, counts, length } of this.cases) {
      const hits = asked.filter(({ word }) => counts.has(word));
      if (!hits.length) continue;
      const held = k1 * (1 - b + (b * length) / this.averageLength);
      const score = hits.reduce((sum, { word, rarity }) => {
        const count = counts.get(word) ?? 0;
        return sum + (rarity * count * (k1 + 1)) / (count + held);
      }, 0);
      found.set(id, { share: Math.min(1, score / most), found: hits.map(({ word }) => word) });
    }
    return found;
  }
}
