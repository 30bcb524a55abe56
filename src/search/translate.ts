/** Puts English words in the place of those of other languages (content/vocabulary.yaml), so that one index answers all. */
import type { Languages } from './index-data.ts';
import { englishFillers, isNumber, normalise } from './text.ts';

/**
 * Words that mean the same, joined by |, as `plainWord` gives them: German ones, the English ones they stand for, and
 * those of other languages.
 */
export type Translation = readonly [german: string, means: string, others?: string];

/** A German word this long is found at either end of a longer one: `Rufnummer` in `Rufnummernsperre`. */
const longEnough = 6;

/** ä, ö and ü may be written ae, oe and ue. */
export const inLetters = (text: string): string =>
  text.replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD')[0]}e`);

/** French and Italian tie short words to the next one: `l’appel`, `n’existe`, `dell’utente`. */
const apart = (text: string) =>
  text.replace(/(?<!\p{L})(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)['’](?=\p{L})/giu, '');

/** `no está disponible` is `no disponible`, `non è stato trovato` is `non trovato`. */
const withoutBeing = (plain: string) =>
  plain.replace(/ (nao|non?) (?:(?:e|es|esta|foi|fue|ha|sido|stat[ao]) )+/g, ' $1 ');

/** Letters that are no others with an accent, as keyboards without them are made to write them. */
const letters: Record<string, string> = { ł: 'l', ı: 'i', ø: 'o', æ: 'ae' };

/** Lower case, without accents: as a query is read. */
export const plainWord = (text: string): string =>
  normalise(apart(text)).replace(/[łıøæ]/g, (letter) => letters[letter] ?? letter);

/** The same for a phrase of the list, where `*` stands for any ending of a word. */
export const plainPhrase = (says: string): string =>
  withoutBeing(` ${says.split('*').map(plainWord).join('* ').trim()} `).trim();

/** Letters that a beginning has at least. */
const shortest = 4;

const anyEnding = '\\S*';

/** A phrase that is looked for in a text with a blank at either end. */
interface Phrase {
  says: string;
  means: string;
  /** Where it has words with any ending. */
  pattern?: RegExp;
}

export class Translator {
  private readonly phrases: Phrase[] = [];
  private readonly words = new Map<string, string>();
  /** How words begin that may have any ending, by their first letters, the longest first. */
  private readonly beginnings = new Map<string, [begins: string, means: string][]>();
  /** German words that may be a part of a longer one. */
  private readonly parts: [says: string, means: string][] = [];
  private fillers: ReadonlySet<string> = new Set();

  add({ list, fillers }: Languages): void {
    this.fillers = new Set(fillers.split(' '));
    for (const [german, means, others = ''] of list) {
      for (const text of others.split('|')) this.put(text, means);
      for (const text of german.split('|')) {
        this.put(text, means);
        if (text.length >= longEnough && !/[ *]/.test(text)) this.parts.push([text, means]);
      }
    }
    // What is longer says more: “kein Anschluss unter dieser Nummer” before “Nummer”.
    this.phrases.sort((a, b) => b.says.length - a.says.length);
    for (const beginnings of this.beginnings.values()) beginnings.sort(([a], [b]) => b.length - a.length);
  }

  private put(text: string, means: string): void {
    if (text.includes(' '))
      this.phrases.push(
        text.includes('*')
          ? { says: text, means, pattern: new RegExp(` ${text.replaceAll('*', anyEnding)} `, 'gu') }
          : { says: text, means },
      );
    else if (text.endsWith('*')) {
      const key = text.slice(0, shortest);
      this.beginnings.set(key, [...(this.beginnings.get(key) ?? []), [text.slice(0, -1), means]]);
    } else if (text) this.words.set(text, means);
  }

  private ofWord(word: string): string | undefined {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    const begins = this.beginnings.get(word.slice(0, shortest))?.find(([text]) => word.startsWith(text));
    if (begins) return begins[1];
    if (word.length <= longEnough) return undefined;
    const ends = this.parts.filter(([says]) => word.startsWith(says) || word.endsWith(says));
    return ends.length ? ends.map(([, means]) => means).join(' ') : undefined;
  }

  /**
   * The text as it is where it holds no word of the list, or is English: a word of another language may be one in English,
   * too. What is neither known nor translated is left out: it would be taken for an English word that is misspelt.
   * @param isOurs a word that stands on our pages as it is written: it is kept beside what it means.
   */
  translate(text: string, isOurs: (word: string) => boolean = () => false): string {
    if (!this.words.size) return text;
    let plain = withoutBeing(` ${plainWord(text)} `);
    const said = plain.split(' ').filter(Boolean);
    const meant: string[] = [];
    for (const { says, means, pattern = ` ${says} ` } of this.phrases) {
      const rest = plain.replaceAll(pattern, ' ');
      if (rest === plain) continue;
      plain = rest;
      meant.push(means);
    }
    const rest = plain.split(' ').filter(Boolean);
    const words = rest.map((word) => this.ofWord(word) ?? '');
    const found = meant.length + words.filter(Boolean).length;
    if (!found || this.isEnglish(said, found)) return text;
    const kept = said.filter((word) => isOurs(word) || isNumber(word));
    return [...new Set([...meant, ...words, ...kept])]
      .filter((word) => word && !this.fillers.has(word))
      .join(' ');
  }

  /** Whether a text has as many of the words that every English sentence has as it has words of other languages. */
  private isEnglish(said: readonly string[], found: number): boolean {
    const english = said.filter((word) => englishFillers.has(word) && !this.fillers.has(word));
    const others = said.filter((word) => this.fillers.has(word) && !englishFillers.has(word));
    return english.length >= found + others.length;
  }
}
