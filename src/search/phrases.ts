/** Matches what was typed against short phrases: names, wordings, symptoms. Forgives one or two wrong letters in a word. */
import { distance } from 'fastest-levenshtein';
import { terms, termsOfAll } from './text.ts';

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
  /** Share of the query's words, by their weight, that the target knows. */
  recall: number;
}

interface Indexed<T> extends Phrase<T> {
  words: string[];
  /** Sum of the words' weights. */
  mass: number;
}

/** How many letters may be wrong in a word of this length. */
const allowed = (length: number) => (length < 5 ? 0 : length < 8 ? 1 : 2);

export class PhraseIndex<T> {
  private readonly phrases: Indexed<T>[] = [];
  /** Word to the numbers of the phrases that hold it. */
  private readonly holders = new Map<string, number[]>();

  add(phrases: readonly Phrase<T>[]): void {
    const all = termsOfAll(phrases.map(({ text }) => text));
    for (const [place, phrase] of phrases.entries()) {
      const words = [...new Set(all[place])];
      if (!words.length) continue;
      const at = this.phrases.push({ ...phrase, words, mass: 0 }) - 1;
      for (const word of words) {
        const list = this.holders.get(word);
        if (list) list.push(at);
        else this.holders.set(word, [at]);
      }
    }
    for (const phrase of this.phrases)
      phrase.mass = phrase.words.reduce((sum, word) => sum + this.rarity(word), 0);
  }

  /** Rare words tell more. A word nobody has is as rare as can be. */
  private rarity(word: string): number {
    return Math.log(1 + this.phrases.length / (this.holders.get(word)?.length ?? 0.5));
  }

  /** Known words like this one, each with how much it counts: 1 for the same word. */
  private like(word: string, last: boolean): [word: string, factor: number][] {
    if (this.holders.has(word) && !(last && word.length < 4)) return [[word, 1]];
    const near: [string, number][] = this.holders.has(word) ? [[word, 1]] : [];
    const edits = /\d/.test(word) ? 0 : allowed(word.length);
    for (const known of this.holders.keys()) {
      if (known === word) continue;
      if (word.length >= 3 && known.startsWith(word))
        near.push([known, 0.55 + 0.35 * (word.length / known.length)]);
      else if (edits && Math.abs(known.length - word.length) <= edits && !/\d/.test(known)) {
        const wrong = distance(word, known);
        if (wrong <= edits && wrong <= allowed(known.length)) near.push([known, wrong === 1 ? 0.8 : 0.6]);
      }
    }
    return near;
  }

  /** Targets that match, best first. */
  search(query: string, limit = 20): Match<T>[] {
    const words = [...new Set(terms(query))];
    if (!words.length) return [];
    const weights = words.map((word) => this.rarity(word));
    // An unknown word says little about which answer is right; it must not drown the known ones.
    const like = words.map((word, at) => this.like(word, at === words.length - 1));
    const mass = weights.reduce((sum, weight, at) => sum + (like[at]?.length ? weight : weight * 0.35), 0);

    const recalled = new Map<number, { recall: number; precision: number }>();
    words.forEach((_, at) => {
      const best = new Map<number, { factor: number; known: string }>();
      for (const [known, factor] of like[at] ?? [])
        for (const holder of this.holders.get(known) ?? [])
          if ((best.get(holder)?.factor ?? 0) < factor) best.set(holder, { factor, known });
      for (const [holder, { factor, known }] of best) {
        const sum = recalled.get(holder) ?? { recall: 0, precision: 0 };
        sum.recall += factor * (weights[at] ?? 0);
        sum.precision += factor * this.rarity(known);
        recalled.set(holder, sum);
      }
    });

    const byTarget = new Map<T, Match<T> & { rest: number }>();
    for (const [holder, sum] of recalled) {
      const phrase = this.phrases[holder];
      if (!phrase) continue;
      const recall = Math.min(1, sum.recall / mass);
      const precision = Math.min(1, sum.precision / phrase.mass);
      const score = phrase.weight * recall ** 1.2 * (0.45 + 0.55 * precision);
      const known = byTarget.get(phrase.target);
      if (!known)
        byTarget.set(phrase.target, { target: phrase.target, text: phrase.text, score, recall, rest: 0 });
      else if (score > known.score) {
        known.rest += known.score;
        Object.assign(known, { text: phrase.text, score, recall });
      } else known.rest += score;
    }
    return [...byTarget.values()]
      .map(({ rest, ...match }) => ({ ...match, score: match.score + Math.min(0.1, rest * 0.05) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }
}
