/** Compares what a reader says with the texts of a page's cases: BM25 over weighted fields. */
import { terms } from '../search/text.ts';
import type { WordsMatch } from './rank.ts';
import { field } from './weights.ts';

/** Texts of a case by field. */
export type CaseText = { id: string } & Record<keyof typeof field, string>;

/** Saturation of repeated words, and how much long texts are held back: the usual values of BM25. */
const k1 = 1.2;
const b = 0.5;

/** Words that stand in any report and tell nothing of which case it is. */
const idle = new Set(
  terms(
    'no not none nothing without use keep end begin start stop try go come happen work want need always ever just when again please help problem issue',
  ),
);

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

  /**
   * @param own name of the page: `403 Forbidden`. Who repeats it says nothing of which case it is.
   */
  constructor(texts: readonly CaseText[], own = '') {
    this.unsaid = new Set([...idle, ...terms(own)]);
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
        found: [...new Set(hits.map(({ word }) => typed.get(word) ?? word))],
      });
    }
    return found;
  }

  /** What somebody says that no case of the page knows, as it was typed. */
  unknown(said: string): string[] {
    const typed = asTyped(said);
    const unknown = this.asked(said).filter((word) => !this.cases.some(({ counts }) => counts.has(word)));
    return [...new Set(unknown.flatMap((word) => typed.get(word) ?? []))];
  }

  private asked(said: string): string[] {
    return [...new Set(terms(said))].filter((word) => !this.unsaid.has(word));
  }
}

/** The words of a text by what search makes of them. */
function asTyped(said: string): Map<string, string> {
  const words = said.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*/gu) ?? [];
  return new Map(
    words.flatMap((word) => terms(word).map((term) => [term, word.replace(/[.-]+$/, '')] as const)),
  );
}
