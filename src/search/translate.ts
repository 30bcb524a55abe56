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

/** Lower case, without accents: as a query is read. */
export const plainWord = (text: string): string => normalise(apart(text));

/** The same for a phrase of the list, where `*` stands for any ending of a word. */
export const plainPhrase = (says: string): string =>
  withoutBeing(` ${says.split('*').map(plainWord).join('* ').trim()} `).trim();

const plain = (text: string): string[] =>
  withoutBeing(` ${plainWord(text)} `)
    .split(' ')
    .filter(Boolean);

/** Letters of its first word under which a phrase is kept: a beginning has as many at least. */
const keyLength = 4;

/** A word or phrase of the list; each word whole, or `*` at its end for any ending. */
interface Entry {
  words: readonly string[];
  means: string;
}

const isSame = (said: string | undefined, word: string) =>
  word.endsWith('*') ? said?.startsWith(word.slice(0, -1)) : said === word;

/** `add` once, before the first text; without it a text stays as it is. */
export class Translator {
  /** By how they begin, the longest first. */
  private readonly entries = new Map<string, Entry[]>();
  /** German words that may be a part of a longer one. */
  private readonly parts: [says: string, means: string][] = [];
  private fillers: ReadonlySet<string> = new Set();

  add({ list, fillers }: Pick<Languages, 'list' | 'fillers'>): void {
    this.fillers = new Set(fillers.split(' '));
    for (const [german, means, others = ''] of list) {
      for (const says of `${german}|${others}`.split('|').filter(Boolean)) {
        const key = says.slice(0, keyLength).replace(/[ *].*/, '');
        const known = this.entries.get(key);
        const entry = { words: says.split(' '), means };
        if (known) known.push(entry);
        else this.entries.set(key, [entry]);
      }
      for (const says of german.split('|'))
        if (says.length >= longEnough && !/[ *]/.test(says)) this.parts.push([says, means]);
    }
    // What is longer says more: “kein Anschluss unter dieser Nummer” before “kein Anschluss”.
    const length = ({ words }: Entry) => words.join(' ').length;
    for (const entries of this.entries.values()) entries.sort((a, b) => length(b) - length(a));
  }

  /** The longest entry with which the words go on from a place. */
  private entryAt(said: readonly string[], at: number): Entry | undefined {
    return this.entries
      .get((said[at] ?? '').slice(0, keyLength))
      ?.find(({ words }) => words.every((word, further) => isSame(said[at + further], word)));
  }

  /** A word of which an end is a German word of the list. */
  private ofParts(word: string): string | undefined {
    if (word.length <= longEnough) return undefined;
    const ends = this.parts.filter(([says]) => word.startsWith(says) || word.endsWith(says));
    return ends.length ? ends.map(([, means]) => means).join(' ') : undefined;
  }

  /**
   * The text as it is where it holds no word of the list, or is English: a word of another language may be one in English,
   * too. What is neither known nor translated is left out: it would be taken for an English word that is misspelt.
   * @param isOurs a word that stands on our pages as it is written: where it is not translated as a whole, it is kept.
   */
  translate(text: string, isOurs: (word: string) => boolean = () => false): string {
    if (!this.entries.size) return text;
    const said = plain(text);
    const { meant, kept } = this.read(said, isOurs);
    if (!meant.length || this.isEnglish(said, meant.length)) return text;
    return [...new Set([...meant, ...kept])].filter((word) => !this.fillers.has(word)).join(' ');
  }

  /** What the words mean, and those that stay: numbers, and what is ours and translated in part or not at all. */
  private read(
    said: readonly string[],
    isOurs: (word: string) => boolean,
  ): { meant: string[]; kept: string[] } {
    const meant: string[] = [];
    const kept: string[] = [];
    for (let at = 0; at < said.length;) {
      const word = said[at] ?? '';
      const entry = this.entryAt(said, at);
      const means = entry?.means ?? this.ofParts(word);
      if (means !== undefined) meant.push(means);
      if (!entry && (isNumber(word) || isOurs(word))) kept.push(word);
      at += entry?.words.length ?? 1;
    }
    return { meant, kept };
  }

  /** The words, as `normalise` gives them, that are not translated in a text of another language; of an English one none is. */
  left(text: string): string[] {
    const said = plain(text);
    const { meant, kept } = this.read(said, () => true);
    return meant.length && !this.isEnglish(said, meant.length) ? kept : said;
  }

  /** Whether all words of a text are of other languages and translated, so that it is found by what they mean. */
  isForeign(text: string): boolean {
    const { meant, kept } = this.read(plain(text), () => true);
    return meant.length > 0 && kept.length === 0;
  }

  /** Whether a text has as many of the words that every English sentence has as it has words of other languages. */
  private isEnglish(said: readonly string[], found: number): boolean {
    const english = said.filter((word) => englishFillers.has(word) && !this.fillers.has(word));
    const others = said.filter((word) => this.fillers.has(word) && !englishFillers.has(word));
    return english.length >= found + others.length;
  }
}
