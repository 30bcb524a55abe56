/**
 * Signs of a call (content/signs.yaml) that a query names: “on register”, “after thirty seconds”. Cases that show them
 * are meant more, cases that they speak against less, whatever other words they share with the query.
 */
import { type TextsFile, unpackedPlaces, unpackTexts } from './texts.ts';
import type { AskedWord } from './known-words.ts';

export interface SignsFile {
  /** The words people use for each sign, as stems: phrases joined by |, words by blanks. By its id. */
  words: Record<string, string>;
  /** Ids with the places that show the sign. */
  fits: TextsFile;
  /** Ids with the places that it speaks against. */
  against: TextsFile;
}

/** From how surely a word of the query is another one that counts as said: one wrong letter is forgiven. */
const surely = 0.8;

interface Sign {
  phrases: readonly string[][];
  fits: string;
  against: string;
}

export class SignIndex {
  private readonly signs: Sign[] = [];

  add({ words, fits, against }: SignsFile): void {
    const [fitting, speaking] = [new Map(unpackTexts(fits)), new Map(unpackTexts(against))];
    for (const [id, phrases] of Object.entries(words))
      this.signs.push({
        phrases: phrases.split('|').map((phrase) => phrase.split(' ')),
        fits: fitting.get(id) ?? '',
        against: speaking.get(id) ?? '',
      });
  }

  /** Numbers of places, each with how many of the signs that the query names it shows and how many speak against it. */
  search(asked: readonly AskedWord[]): Map<number, { fits: number; against: number }> {
    const said = new Set(
      asked.flatMap(({ word, known }) => [
        word,
        ...known.filter(([, factor]) => factor >= surely).map(([same]) => same),
      ]),
    );
    const found = new Map<number, { fits: number; against: number }>();
    const count = (places: string, what: 'fits' | 'against') => {
      for (const place of unpackedPlaces(places)) {
        const counts = found.get(place) ?? { fits: 0, against: 0 };
        counts[what] += 1;
        found.set(place, counts);
      }
    };
    for (const { phrases, fits, against } of this.signs) {
      if (!phrases.some((words) => words.every((word) => said.has(word)))) continue;
      count(fits, 'fits');
      count(against, 'against');
    }
    return found;
  }
}
