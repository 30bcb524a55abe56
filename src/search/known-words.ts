/** The words that the index knows, and what somebody may have meant by a word that it does not know. */
import { distance } from 'fastest-levenshtein';
import { allowedWrong, isTransposed } from './spelling.ts';
import { isNumber, pairs, stem } from './text.ts';

/** A word of the query with the known words it may stand for, each with how surely: 1 for the same word. */
export interface AskedWord {
  word: string;
  known: readonly (readonly [word: string, factor: number])[];
}

/** How surely a word is another one with so many wrong letters. */
const ofWrong = { 1: 0.8, 2: 0.6 } as const;

/** An ending that is misspelt stays on the stem: `registraton` is `registr`. */
const hasWrongEnding = (word: string, known: string) =>
  known.length >= 5 && word.length - known.length <= 5 && word.startsWith(known) && !isNumber(word);

export class KnownWords {
  private readonly words = new Set<string>();

  add(words: Iterable<string>): void {
    for (const word of words) this.words.add(word);
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** Whether a word begins so, as it is typed. */
  begins(typed: string): boolean {
    return [...this.words].some((known) => known.startsWith(typed));
  }

  /** Words that begin like this one, or are written nearly so. */
  private near(word: string): [string, number][] {
    const found: [string, number][] = [];
    // The longest word that this one begins with.
    let beginning = '';
    const edits = isNumber(word) ? 0 : allowedWrong(word.length);
    for (const known of this.words) {
      if (known === word) continue;
      if (word.length >= 3 && known.startsWith(word))
        found.push([known, 0.55 + 0.35 * (word.length / known.length)]);
      else if (known.length > beginning.length && hasWrongEnding(word, known)) beginning = known;
      else if (isTransposed(word, known)) found.push([known, ofWrong[1]]);
      else if (edits && Math.abs(known.length - word.length) <= edits && !isNumber(known)) {
        const wrong = distance(word, known);
        // Of a short word, a letter less is left than was typed: “bussy”.
        const most = known.length < word.length ? edits : Math.min(edits, allowedWrong(known.length));
        if ((wrong === 1 || wrong === 2) && wrong <= most) found.push([known, ofWrong[wrong]]);
      }
    }
    if (beginning) found.push([beginning, ofWrong[1]]);
    return found;
  }

  /** Two known words that were written as one: `notacceptable`. */
  private halves(word: string): string[] {
    if (isNumber(word)) return [];
    // “no” is the one word of two letters that people write together with the next: `noaudio`.
    const shortest = word.startsWith('no') ? 2 : 3;
    for (let at = word.length - 3; at >= shortest; at -= 1) {
      const halves = [stem(word.slice(0, at)), stem(word.slice(at))];
      if (halves.every((half) => this.words.has(half))) return halves;
    }
    return [];
  }

  /**
   * @param words stems of the query in their order.
   * @param typing the last word may be the beginning of one.
   */
  read(words: readonly string[], typing = true): AskedWord[] {
    // Two words that the index knows as one: `call drop`.
    const joined = pairs(words)
      .map(([a, b]) => stem(a + b))
      .filter((word) => this.words.has(word));
    const all = [...new Set([...words, ...joined])];
    return all.flatMap((word): AskedWord[] => {
      const unfinished = typing && word === words.at(-1) && word.length < 4;
      if (this.words.has(word) && !unfinished) return [{ word, known: [[word, 1]] }];
      const near = this.near(word);
      if (this.words.has(word)) near.unshift([word, 1]);
      const halves = near.length ? [] : this.halves(word);
      if (halves.length) return halves.map((half) => ({ word: half, known: [[half, 1]] }));
      return [{ word, known: near }];
    });
  }
}
