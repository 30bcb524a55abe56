/**
 * The exact-lookup layer: what was typed or pasted, to the pages that answer it, best first. No network, no DOM. What a
 * query names is found by `names.ts`, what it tells in words by `words.ts`; both tell of what `catalogue.ts` holds.
 */
import { type Answer, Found } from './answer.ts';
import { Catalogue, pageOf } from './catalogue.ts';
import type {
  Doc,
  Languages,
  LookupData,
  PlaceGists,
  PlaceLines,
  PlaceTexts,
  Printed,
} from './index-data.ts';
import { Names } from './names.ts';
import { fewestCases } from '../which/fewest.ts';
import { asWords } from './query.ts';
import { fromSamePage } from './same-page.ts';
import { isNumber, negations, normalise, plainDigits, stem, terms } from './text.ts';
import { Words } from './words.ts';
import * as weights from './weights.ts';

/** What is longer is hostile or a mistake; patterns must not run over it. Characters. */
const longestQuery = 400;

/** Words that say more than which page it is, at least: one may be the name of a product. */
const fewestMore = 2;

export class Finder {
  private readonly catalogue = new Catalogue();
  private readonly words = new Words();
  private readonly names: Names;
  /** Paths of places that a copy has of its own. */
  private readonly own = new Set<string>();

  /** @param data the first file: names and numbers. */
  constructor(data: LookupData) {
    this.names = new Names(data, this.catalogue);
    this.words.addNames(this.names.phrases, this.names.products);
  }

  /** Adds the second file: cases and symptoms. Before it is there, names and numbers are found all the same. */
  addSymptoms(sent: readonly Doc[]): void {
    this.words.addPlaces(this.catalogue.addPlaces(sent));
  }

  /** Adds the third file: what places show and are known by. */
  addLines(file: PlaceLines): void {
    for (const at of file.own) this.own.add(this.catalogue.places[at] ?? '');
    this.words.addLines(file);
  }

  /** Adds the fourth file: all other words of the places. */
  addTexts(file: PlaceTexts): void {
    this.words.addTexts(file);
  }

  /** Adds the fifth file: what is shown of the places. */
  addGists(file: PlaceGists): void {
    this.catalogue.addGists(file);
  }

  /** Adds the sixth file: words of other languages. */
  addLanguages(file: Languages): void {
    this.words.addLanguages(file);
  }

  /** Adds the seventh file: what programs print. */
  addPrinted(file: Printed): void {
    this.names.addPrinted(file);
    this.words.addPrinted(file);
  }

  /** Whether a query may be of another language, so that the sixth file is worth asking for. */
  mayBeForeign(query: string): boolean {
    return this.words.mayBeForeign(clean(query));
  }

  /** Answers for one line, best first, each path once. */
  find(query: string, limit = 12): Answer[] {
    const text = clean(query);
    if (!text) return [];
    const found = new Found();
    const named = this.names.find(text, found);
    const byWords = this.words.find(text);
    const ofPages = fromSamePage(byWords, terms(asWords(text)).length);
    for (const [at, { path, score, why }] of byWords.entries()) {
      const ofNamed = named.has(pageOf(path)) ? weights.namedCode : 0;
      const own = this.own.has(path) ? weights.own * score : 0;
      const sum = score + (ofPages[at] ?? 0) + ofNamed + own + this.catalogue.headStart(path);
      found.add(this.catalogue.answer(path, why, sum, false));
    }
    return found.best(limit);
  }

  /** Words of a query that are not understood as those of another language, as `normalise` gives them. */
  untranslated(query: string): string[] {
    return this.words.left(clean(query));
  }

  /**
   * The cases of one page, ranked by what somebody says of a call or pastes: for “Which case is it?”. Only cases that
   * share a word with it are named; where none does, the list is empty and the page keeps its own order.
   * @param page path of the page: `/403/`.
   * @param text words or a log line.
   * @returns best first; scores compare with each other only.
   */
  rankCases(page: string, text: string): { path: string; score: number }[] {
    const own = /\d+(?=\/$)/.exec(page)?.[0];
    const said = clean(text)
      .replace(/\bSIP\/2\.0\b/gi, ' ')
      .replace(/\d+/g, (number) => (number === own ? ' ' : number));
    // Who repeats the number or the name of the page says nothing of which case it is; a “not” may be of another phrase.
    const title = new Set(terms(this.catalogue.get(page)?.t ?? ''));
    const isName = (word: string) => !negations.has(word) && title.has(stem(normalise(word)));
    const more = said.replace(/\p{L}+/gu, (word) => (isName(word) ? ' ' : word));
    if (!this.words.tellsMore(more, title) || !this.casesIn(page, more).length) return [];
    return this.casesIn(page, said);
  }

  private casesIn(page: string, text: string): { path: string; score: number }[] {
    return this.words
      .find(text)
      .filter(({ path }) => path.startsWith(`${page}#`) && this.catalogue.get(path)?.k === 'case')
      .map(({ path, score }) => ({ path, score }))
      .sort((a, b) => b.score - a.score);
  }

  /**
   * Whether a text says more than which page it is: `403 Forbidden since we moved` does, `SIP error 403` does not. Only
   * pages whose cases are told apart by a question are asked for it.
   * @param page path of the page: `/403/`.
   */
  saysMore(page: string, text: string): boolean {
    const title = new Set(terms(this.catalogue.get(page)?.t ?? ''));
    const more = terms(asWords(clean(text))).filter((word) => !isNumber(word) && !title.has(word));
    return more.length >= fewestMore && this.catalogue.casesOf(page).length >= fewestCases;
  }

  /**
   * Cases of a page that belong on its card: those that the text speaks for, then the most common ones.
   * @param page path of the page: `/403/`.
   */
  topCases(page: string, text: string, count: number): Answer[] {
    const ranked = this.rankCases(page, text).map(({ path }) => path);
    return [...new Set([...ranked, ...this.catalogue.casesOf(page)])]
      .slice(0, count)
      .flatMap((path) => this.catalogue.answer(path, '', 0, false) ?? []);
  }

  /** Reason phrase of the code whose page, or a place on whose page, a path leads to. */
  phraseOf(path: string): string | undefined {
    return this.catalogue.phraseOf(path);
  }

  /** The answer with its line and who acts, where they came after it was found. */
  withGist(answer: Answer): Answer {
    return this.catalogue.withGist(answer);
  }

  /** The page of a number that a log names, registered or not. */
  codeAnswer(code: number, why: string): Answer | undefined {
    const answer = this.names.forNotation({ kind: 'code', value: code, at: 0, certainty: 3, text: why }, 1);
    return answer && { ...answer, beside: why };
  }

  causeAnswer(cause: number, why: string): Answer | undefined {
    return this.answerAt(`/q850/${cause}/`, why);
  }

  /** What stands at a path, if search knows it. */
  answerAt(path: string, why: string): Answer | undefined {
    const answer = this.catalogue.answer(path, why, 1, true);
    return answer && { ...answer, beside: why };
  }
}

/** Full-width digits are digits; what has no width is nothing that somebody typed. What is too long is cut. */
const clean = (query: string) =>
  plainDigits(query.normalize('NFKC'))
    // A letter in place of a nought: 4O4, 40O.
    .replace(/\b[1-6](?:o[\do]|\do)\b/gi, (code) => code.replace(/o/gi, '0'))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .slice(0, longestQuery);
