/** Puts English words in the place of those of other languages (content/vocabulary.yaml), so that one index answers all. */
import { deu, fra, ita, por, spa } from 'stopword';
import { normalise, normaliseAll } from './text.ts';

/**
 * Words that mean the same, joined by |: German ones, the English ones they stand for, and those of other languages as
 * `plainWord` gives them.
 */
export type Translation = readonly [german: string, means: string, others?: string];

/** A German word this long is found at either end of a longer one: `Rufnummer` in `Rufnummernsperre`. */
const longEnough = 6;

/** What every sentence of these languages has. A `no` says as much as in English and stays. */
const fillers = new Set(normaliseAll([deu, spa, por, fra, ita].flat()).filter((filler) => filler !== 'no'));

/** ä, ö and ü may be written ae, oe and ue. */
const inLetters = (text: string) => text.replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD')[0]}e`);

/** French and Italian tie short words to the next one: `l’appel`, `n’existe`, `dell’utente`. */
const apart = (text: string) =>
  text.replace(/(?<!\p{L})(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)['’](?=\p{L})/giu, '');

/** `no está disponible` is `no disponible`, `non è stato trovato` is `non trovato`. */
const withoutBeing = (plain: string) =>
  plain.replace(/ (nao|non?) (?:(?:e|es|esta|foi|fue|ha|sido|stat[ao]) )+/g, ' $1 ');

/** Lower case, without accents: as a query is read. */
export const plainWord = (text: string): string => normalise(apart(text));

export class Translator {
  private readonly phrases: [says: string, means: string][] = [];
  private readonly words = new Map<string, string>();
  /** German words that may be a part of a longer one. */
  private readonly parts: [says: string, means: string][] = [];

  add(list: readonly Translation[]): void {
    for (const [, means, others = ''] of list) for (const text of others.split('|')) this.put(text, means);
    const german = list.flatMap(([words, means]) => words.split('|').map((text) => ({ text, means })));
    const plain = normaliseAll(german.map(({ text }) => text));
    const spelt = normaliseAll(german.map(({ text }) => inLetters(text)));
    for (const [at, { means }] of german.entries())
      for (const text of new Set([plain[at] ?? '', spelt[at] ?? ''])) {
        this.put(text, means);
        if (text.length >= longEnough && !text.includes(' ')) this.parts.push([text, means]);
      }
    // The longer phrase says more: “kein Anschluss unter dieser Nummer” before “Nummer”.
    this.phrases.sort(([a], [b]) => b.length - a.length);
  }

  private put(text: string, means: string): void {
    if (text.includes(' ')) this.phrases.push([text, means]);
    else if (text) this.words.set(text, means);
  }

  private ofWord(word: string): string | undefined {
    const known = this.words.get(word);
    if (known !== undefined || word.length <= longEnough) return known;
    const ends = this.parts.filter(([says]) => word.startsWith(says) || word.endsWith(says));
    return ends.length ? ends.map(([, means]) => means).join(' ') : undefined;
  }

  /**
   * The text as it is where it holds no word of the list.
   * @param isOurs a word that stands on our pages as it is written: it is kept beside what it means.
   */
  translate(text: string, isOurs: (word: string) => boolean = () => false): string {
    if (!this.words.size) return text;
    let plain = withoutBeing(` ${plainWord(text)} `);
    const said = plain.split(' ').filter(Boolean);
    let found = false;
    const meant: string[] = [];
    for (const [says, means] of this.phrases)
      if (plain.includes(` ${says} `)) {
        plain = plain.replaceAll(` ${says} `, ' ');
        meant.push(means);
        found = true;
      }
    for (const word of plain.split(' ').filter(Boolean)) {
      const means = this.ofWord(word);
      if (means !== undefined) found = true;
      meant.push(means ?? word);
    }
    if (!found) return text;
    const kept = said.filter((word) => isOurs(word) && !meant.includes(word));
    return [...meant, ...kept].filter((word) => !fillers.has(word)).join(' ');
  }
}
