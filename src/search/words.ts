/** Finds places by their words: as phrases, all together, by what people ask and report, and by the signs they name. */
import { AskedIndex, placesByNumber } from './asked.ts';
import { BagIndex, type Field } from './bags.ts';
import { pageOf } from './catalogue.ts';
import type { Doc, Languages, PlaceLines, PlaceTexts, Printed } from './index-data.ts';
import type { Names } from './names.ts';
import { withoutOtherNumbers } from './notations.ts';
import { type Phrase, PhraseIndex, unknownWord } from './phrases.ts';
import { PrintedIndex } from './printed.ts';
import { asMeant, asWords } from './query.ts';
import { SignIndex } from './signs.ts';
import {
  englishFillers,
  foreignFillers,
  hasForeignLetter,
  isFiller,
  isNumber,
  negations,
  normalise,
  stem,
  terms,
  termsOfAll,
} from './text.ts';
import { type TextsFile, unpackTexts } from './texts.ts';
import { Translator } from './translate.ts';
import { type AskedWord, KnownWords } from './known-words.ts';
import * as weights from './weights.ts';

/** A place that has words of a query; scores compare with each other only. */
export interface ByWords {
  path: string;
  score: number;
  /** The phrase that matched best. */
  why: string;
}

/** What is no match by itself: a negation, a digit. */
const nothingAlone: ReadonlySet<string> = new Set([...negations, ...'0123456789']);

const saysNothing = (words: readonly AskedWord[]) => words.every(({ word }) => nothingAlone.has(word));

/** How much of a phrase of a place counts, by the kind of it. */
const titleWeight = (kind: Doc['k']) => {
  if (kind === 'case') return weights.phrase.case;
  return kind === 'guide' ? weights.phrase.guide : weights.phrase.rest;
};

const printedTexts = (pages: PlaceLines['vendors'], weight: number): Phrase<string>[] =>
  pages.flatMap(([target, texts]) => texts.split('|').map((text) => ({ target, text, weight })));

export class Words {
  private readonly phrases = new PhraseIndex<string>();
  private readonly bags = new BagIndex<string>();
  private readonly signs = new SignIndex();
  private readonly asked = new AskedIndex();
  private readonly vocabulary = new KnownWords();
  /** The words of the files that are English: what people report is of any language. */
  private readonly english = new KnownWords();
  private readonly translator = new Translator();
  /** Words that make no case by themselves: those that say nothing alone, and names of products. */
  private readonly weak = new Set(nothingAlone);
  /** Paths of the places of the second file, in its order. */
  private places: readonly string[] = [];
  private readonly printed = new PrintedIndex();
  /** Stems of what a code is called and of the words people use for it: they hold for its cases, too. */
  private readonly ofPage = new Map<string, string[]>();

  /**
   * Adds the phrases of the first file.
   * @param products names that are no match by themselves.
   */
  addNames(phrases: Names['phrases'], products: readonly string[]): void {
    for (const product of products) this.weak.add(product);
    this.addEnglish(this.phrases.add(phrases));
  }

  /** Adds the places of the second file: their titles and the words people use for them. */
  addPlaces(docs: readonly Doc[]): void {
    this.places = docs.map(({ u }) => u);
    const titles = termsOfAll(docs.map(({ t }) => t));
    this.addEnglish(this.phrases.add(docs.flatMap((doc, at) => this.phrasesOf(doc, titles[at] ?? []))));
  }

  /** The phrases of a place; what they hold goes into its bag, too. */
  private phrasesOf({ k, u, t, w }: Doc, title: string[]): (Phrase<string> & { words: string[] })[] {
    const asked = w ? w.split('|').map((words) => words.split(' ')) : [];
    const add = (field: Field, words: readonly string[]) => this.bags.add(u, words, field);
    add(weights.field.title, title);
    add(weights.field.words, asked.flat());
    const page = pageOf(u);
    if (page === u) this.ofPage.set(page, [...title, ...asked.flat()]);
    else add(weights.field.context, this.ofPage.get(page) ?? []);
    const phrase = (words: string[], text: string, weight: number) => ({ target: u, words, text, weight });
    const { guide, symptom } = weights.phrase;
    return [
      // The name of a code or cause came with the first file.
      ...(k === 'code' || k === 'cause' ? [] : [phrase(title, t, titleWeight(k))]),
      ...asked.map((words) => phrase(words, '', k === 'guide' ? guide : symptom)),
    ];
  }

  /** Adds the third file: what places show and are known by. */
  addLines({ signs, shown, vendors }: PlaceLines): void {
    this.signs.add(signs);
    this.addShown(shown);
    this.addPhrases(printedTexts(vendors, weights.phrase.vendor));
  }

  /** Adds the seventh file: what programs print beside. */
  addPrinted({ texts }: Pick<Printed, 'texts'>): void {
    this.vocabulary.add(this.printed.add(printedTexts(texts, weights.phrase.printed)));
  }

  /** Adds what is shown letter for letter: met whole, and word by word as other phrases are. */
  private addPhrases(phrases: readonly Phrase<string>[]): string[][] {
    const words = this.printed.addWhole(phrases);
    this.vocabulary.add(
      this.phrases.add(phrases.map((phrase, at) => ({ ...phrase, words: words[at] ?? [] }))),
    );
    return words;
  }

  /** What places show letter for letter: found as phrases, and among all their words. */
  private addShown(shown: readonly string[]): void {
    const lines = shown.flatMap((all, at) =>
      all
        .split('\n')
        .filter(Boolean)
        .map((text) => ({ target: this.places[at] ?? '', text, weight: weights.phrase.vendor })),
    );
    const words = this.addPhrases(lines);
    const byPlace = new Map<string, string[]>();
    for (const [at, { target }] of lines.entries())
      byPlace.set(target, [...(byPlace.get(target) ?? []), ...(words[at] ?? [])]);
    for (const [target, its] of byPlace) this.bags.add(target, its, weights.field.shown);
  }

  /** Adds the fourth file: all other words of the places. */
  addTexts({ said, heard, reported, asked }: PlaceTexts): void {
    this.addPacked(heard, weights.field.heard);
    this.addPacked(reported, weights.field.reported);
    this.english.add(this.addPacked(said, weights.field.text));
    this.english.add(this.addPacked(asked, weights.field.asked, placesByNumber(this.places)));
    this.asked.add(asked);
  }

  private addPacked(file: TextsFile, field: Field, places: readonly string[] = this.places): string[] {
    const packed = unpackTexts(file);
    const words = packed.map(([word]) => word);
    this.vocabulary.add(words);
    this.bags.addPacked(file, packed, places, field);
    return words;
  }

  private addEnglish(words: readonly string[]): void {
    this.vocabulary.add(words);
    this.english.add(words);
  }

  /** Adds the sixth file: words of other languages, and what programs print in them. */
  addLanguages(file: Languages): void {
    this.translator.add(file);
    this.addPrinted(file);
  }

  /**
   * Whether a query may be of another language: it has letters that English has not, a word that sentences of others
   * have, or more words that no English text of the files has than words that every English sentence has.
   */
  mayBeForeign(query: string): boolean {
    const words = normalise(asWords(query)).split(' ');
    const isKnown = (word: string, at: number) =>
      this.english.has(stem(word)) || (at === words.length - 1 && this.english.begins(word));
    const unknown = words.filter(
      (word, at) => word && !isNumber(word) && !englishFillers.has(word) && !isKnown(word, at),
    );
    return (
      hasForeignLetter(query) ||
      words.some((word) => foreignFillers.has(word)) ||
      unknown.length > words.filter((word) => englishFillers.has(word)).length
    );
  }

  /** Words of a query that are not understood as those of another language, as `normalise` gives them. */
  left(text: string): string[] {
    return this.translator.left(asWords(text));
  }

  /** How much a word of a log line tells: what varies from line to line is known nowhere, and little of it. */
  private tells(word: string): number {
    if (isNumber(word)) return 0;
    return this.bags.rarity(word) * (this.vocabulary.has(word) ? 1 : unknownWord);
  }

  /** The words of a text as the index knows them; those of other languages as what they mean. */
  private read(text: string): AskedWord[] {
    const said = asMeant(withoutOtherNumbers(text));
    const meant = this.translator.translate(said, (word) => this.english.has(stem(word)));
    const asked = this.vocabulary.read(terms(meant));
    // Of a sentence of another language, no more than its “not” may be known; its words may be like English ones.
    return saysNothing(asked) ? this.vocabulary.read(terms(said)) : asked;
  }

  /**
   * Whether a text has a word that the index knows and that is none of some.
   * @param others stems that tell nothing here.
   */
  tellsMore(text: string, others: ReadonlySet<string>): boolean {
    return this.read(text).some(
      ({ word, known }) =>
        known.length > 0 && !others.has(word) && !nothingAlone.has(word) && !isFiller(word),
    );
  }

  /** Everything that has words of the text, in no order. */
  find(text: string): ByWords[] {
    const asked = this.read(text);
    if (saysNothing(asked)) return [];
    const sums = new Map<string, { score: number; why: string }>();
    const add = (path: string, score: number) => {
      const sum = sums.get(path) ?? { score: 0, why: '' };
      sums.set(path, { ...sum, score: sum.score + score });
    };
    const { phrase, fields, met: ofMet } = weights.words;
    for (const { target, score, text: why } of this.phrases.search(asked, nothingAlone))
      sums.set(target, { score: phrase * score, why });
    for (const { target, score, text: why } of this.printed.search(asked))
      if (phrase * score > (sums.get(target)?.score ?? 0)) sums.set(target, { score: phrase * score, why });
    for (const [path, { score, met }] of this.bags.search(asked, this.weak))
      add(path, fields * score + ofMet * met);
    for (const [place, steps] of this.asked.search(asked))
      add(this.places[place] ?? '', weights.asked * steps);
    for (const [path, counts] of this.printed.within(text, this.weak, (word) => this.tells(word)))
      add(path, counts);
    for (const [place, { fits, against }] of this.signs.search(asked)) {
      const sum = sums.get(this.places[place] ?? '');
      if (sum) sum.score += weights.sign.fits * fits - weights.sign.against * against;
    }
    return [...sums].map(([path, sum]) => ({ path, ...sum }));
  }
}
