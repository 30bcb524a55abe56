/**
 * The exact-lookup layer: what was typed or pasted, to the pages that answer it, best first. No network, no DOM.
 */
import { type KnownNumbers, readNotations, type Notation } from './notations.ts';
import { AskedIndex, placesByNumber } from './asked.ts';
import { BagIndex, type Field } from './bags.ts';
import type { Doc, Kind, Languages, LookupData, PlaceGists, PlaceLines, PlaceTexts } from './index-data.ts';
import { type Phrase, PhraseIndex } from './phrases.ts';
import { asWords } from './query.ts';
import { SignIndex } from './signs.ts';
import {
  englishFillers,
  isConstant,
  isNumber,
  negations,
  normalise,
  normaliseAll,
  plainDigits,
  stem,
  terms,
  termsOfAll,
  termsOfNormal,
} from './text.ts';
import { isOnTheWay } from './steps.ts';
import { type TextsFile, unpackTexts } from './texts.ts';
import { Translator } from './translate.ts';
import { treatedAs } from '../sip/unregistered.ts';
import { Vocabulary } from './vocabulary.ts';
import * as weights from './weights.ts';

export interface Answer {
  kind: Kind;
  /** Path below the base. */
  path: string;
  title: string;
  /** Small text beside the title. */
  beside?: string | undefined;
  /** Why it is here, in a few words; the phrase that matched or the reading of a number. */
  why: string;
  /** What the place is about, in a line; there once the gists are loaded. */
  gist?: string | undefined;
  /** Who has to act; there once the gists are loaded. */
  acts?: string | undefined;
  /** True where the query says just this: a number, a whole phrase, a name. */
  exact: boolean;
  score: number;
}

/** What is longer is hostile or a mistake; patterns must not run over it. Characters. */
const longestQuery = 400;

/** Constants inside a text. */
const constantsInside = /[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g;

/** Codes that begin with the digits typed so far, at most. */
const mostCompleted = 10;

/** A phrase of the first file. */
interface Named extends Phrase<string> {
  /** Whether it is an answer by itself where the whole query says it. */
  isName?: true;
}

/** From À on: letters with accents, and those of other scripts. */
const foreignLetter = /[\u00c0-\u1fff]/;

const parts = (joined: string) => joined.split('|').filter(Boolean);

const pageOf = (path: string) => path.replace(/#.*/, '');

const isGuidePart = (path: string) => /^\/guides\/[^#]*#/.test(path);

/** The code whose page, or a place on whose page, a path leads to. */
const codeOf = (path: string) => /^\/(\d{3})\//.exec(path)?.[1];

/** Whether an answer may be shown before the symptoms are there: a weaker one may give way to a better case. */
export const isSure = ({ exact, score }: Answer): boolean => exact || score > weights.sureEnough;

/** The answers found so far, each path once, with its best score. */
class Found {
  private readonly answers = new Map<string, Answer>();

  offer(answer: Answer | undefined): void {
    if (!answer) return;
    const known = this.answers.get(answer.path);
    if (!known || answer.score > known.score)
      this.answers.set(answer.path, { ...answer, exact: answer.exact || Boolean(known?.exact) });
    else if (answer.exact) known.exact = true;
  }

  /** Adds to what is known of the answer already: words that it shares with the query decide among equals. */
  add(answer: Answer | undefined): void {
    if (!answer) return;
    const known = this.answers.get(answer.path);
    if (known) known.score += answer.score;
    else this.answers.set(answer.path, answer);
  }

  best(limit: number): Answer[] {
    return [...this.answers.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }
}

export class Finder {
  /** Registered phrases by code. */
  private readonly codes = new Map<number, string>();
  private readonly registered = new Set<number>();
  /** Registered phrases of final responses that are no success, normalised, with the paths of their pages. */
  private readonly finalPhrases: readonly { phrase: string; path: string }[];
  private readonly causes = new Set<number>();
  private readonly docs = new Map<string, Doc>();
  /** A small head start for codes that are met often. */
  private readonly prior = new Map<string, number>();
  /** The same for the cases of a page that stand first on it. */
  private readonly casePrior = new Map<string, number>();
  private readonly index = new PhraseIndex<string>();
  private readonly bags = new BagIndex<string>();
  private readonly signs = new SignIndex();
  private readonly asked = new AskedIndex();
  private readonly vocabulary = new Vocabulary();
  /** The words of those files that are English: what people report is of any language. */
  private readonly english = new Vocabulary();
  private readonly translator = new Translator();
  /** Paths of places that a copy has of its own. */
  private readonly own = new Set<string>();
  /** Paths of the places of the second file, in its order. */
  private places: string[] = [];
  private readonly gists = new Map<string, string>();
  private readonly acts = new Map<string, string>();
  /** Stems of what a code is called and of the words people use for it: they hold for its cases, too. */
  private readonly context = new Map<string, string[]>();
  /** Words that make no case by themselves: negations, names of products. */
  private readonly weak = new Set(negations);
  /** Whole phrases, normalised, to the paths that bear them. */
  private readonly whole = new Map<string, { path: string; text: string }[]>();
  /** Vendors' own codes in capitals to their notes. */
  private readonly subcodes = new Map<string, Doc[]>();
  /** Causes that programs have beside those of Q.850. */
  private readonly ownCauses = new Map<number, { code: number; says: string }[]>();
  /** Which numbers have a page. */
  private readonly known: KnownNumbers = {
    isCode: (code) => this.codes.has(code),
    isCause: (cause) => this.causes.has(cause),
  };

  constructor(data: LookupData) {
    const phrases: Named[] = [];
    const constants = this.addCodes(data.codes, phrases);
    const final = [...this.registered].filter((code) => code >= 300);
    this.finalPhrases = normaliseAll(final.map((code) => this.codes.get(code) ?? '')).map((phrase, at) => ({
      phrase,
      path: `/${final[at]}/`,
    }));
    this.addCauses(data.causes, phrases);
    this.addProgramCauses(data.programs, phrases, constants);
    for (const [digit, title] of data.classes)
      this.put({ k: 'class', u: `/${digit}xx/`, t: `${digit}xx ${title}` });
    this.addOthers(data.docs, phrases);
    this.addPhrases(phrases);
    // Where a constant is the name of a cause, the cause is meant.
    for (const [key, bearer] of constants) if (!this.whole.has(key)) this.whole.set(key, [bearer]);
  }

  private addPhrases(phrases: readonly Named[]): void {
    const normal = normaliseAll(phrases.map(({ text }) => text));
    for (const [at, { isName, target: path, text }] of phrases.entries()) {
      const key = normal[at] ?? '';
      if (isName) this.whole.set(key, [...(this.whole.get(key) ?? []), { path, text }]);
    }
    this.addToIndex(phrases, termsOfNormal(normal));
  }

  private addToIndex(phrases: readonly Phrase<string>[], words: readonly string[][]): void {
    const fresh = this.index.add(
      phrases.map(({ target, text, weight }, at) => ({ target, text, weight, words: words[at] ?? [] })),
    );
    this.addEnglish(fresh);
  }

  /** Codes with their phrases; gives back the constants that vendors use for them. */
  private addCodes(
    codes: LookupData['codes'],
    phrases: Named[],
  ): [key: string, bearer: { path: string; text: string }][] {
    const constants: [string, { path: string; text: string }][] = [];
    for (const [code, title, other, vendors, notes, unregistered] of codes) {
      const path = `/${code}/`;
      this.codes.set(code, title);
      this.put({ k: 'code', u: path, t: `${code} ${title}` });
      this.prior.set(String(code), unregistered ? 0 : weights.metOften(notes));
      if (!unregistered) this.registered.add(code);
      this.name(phrases, path, title, unregistered ? weights.phrase.other : weights.phrase.name);
      for (const text of parts(other)) this.name(phrases, path, text, weights.phrase.other);
      for (const text of parts(vendors)) {
        phrases.push({ target: path, text, weight: weights.phrase.vendor });
        constants.push([normalise(text), { path, text }]);
      }
    }
    return constants;
  }

  private addCauses(causes: LookupData['causes'], phrases: Named[]): void {
    for (const [cause, title, other] of causes) {
      const path = `/q850/${cause}/`;
      this.causes.add(cause);
      this.put({ k: 'cause', u: path, t: `Cause ${cause} ${title}` });
      this.name(phrases, path, title, weights.phrase.other);
      for (const text of parts(other)) {
        // Ordinary words, such as Yate's “busy”, say more of a code than of a cause.
        if (!isConstant(text)) {
          phrases.push({ target: path, text, weight: weights.phrase.word });
          continue;
        }
        this.name(phrases, path, text, weights.phrase.other);
        // Logs print the constants with and without their prefix.
        const bare = text.replace(/^AST_CAUSE_/, '');
        if (bare.includes('_') && bare !== text) this.name(phrases, path, bare, weights.phrase.other);
      }
    }
  }

  /** Programs' own causes have no page; their numbers and names lead to the code they become. */
  private addProgramCauses(
    programs: LookupData['programs'],
    phrases: Named[],
    constants: [key: string, bearer: { path: string; text: string }][],
  ): void {
    for (const [who, causes] of programs)
      for (const [cause, code, text] of causes) {
        const path = `/${code}/`;
        const says = `${who}’s cause ${cause} is ${text}`;
        this.ownCauses.set(cause, [...(this.ownCauses.get(cause) ?? []), { code, says }]);
        phrases.push({ target: path, text, weight: weights.phrase.vendor });
        constants.push([normalise(text), { path, text }]);
      }
  }

  /** Vendors, guides, warnings, headers, reasons, and vendors' own codes. */
  private addOthers(docs: readonly Doc[], phrases: Named[]): void {
    for (const doc of docs) {
      if (doc.k === 'note') {
        for (const code of doc.t.split(/[,\s]+/).filter(Boolean)) {
          const key = code.toUpperCase();
          this.subcodes.set(key, [...(this.subcodes.get(key) ?? []), doc]);
        }
        continue;
      }
      this.put(doc);
      const own = doc.k === 'vendor' ? terms(doc.t) : [];
      if (own.length === 1) this.weak.add(own[0] ?? '');
      const weight = doc.k === 'vendor' ? weights.phrase.vendorName : weights.phrase.rest;
      for (const text of [doc.t, ...parts(doc.a ?? '')]) this.name(phrases, doc.u, text, weight);
    }
  }

  /** A phrase that is an answer by itself where the whole query says it. */
  private name(phrases: Named[], path: string, text: string, weight: number): void {
    phrases.push({ target: path, text, weight, isName: true });
  }

  private put(doc: Doc): void {
    if (!this.docs.has(doc.u)) this.docs.set(doc.u, doc);
  }

  /** Adds the second file: cases and symptoms. Before it is there, names and numbers are found all the same. */
  addSymptoms(sent: readonly Doc[]): void {
    // The first file has the titles that are missing in this one.
    const docs = sent.map((doc) => (doc.t ? doc : { ...doc, t: this.docs.get(doc.u)?.t ?? '' }));
    this.places = docs.map(({ u }) => u);
    this.favourFirstCases(docs);
    const titles = termsOfAll(docs.map(({ t }) => t));
    const phrases = docs.flatMap((doc, at) => this.phrasesOf(doc, titles[at] ?? []));
    this.addEnglish(this.index.add(phrases));
  }

  /** A page has its cases in the order of how often they are met. */
  private favourFirstCases(docs: readonly Doc[]): void {
    const pages = new Map<string, string[]>();
    for (const { k, u } of docs) {
      if (k !== 'case') continue;
      const page = pageOf(u);
      pages.set(page, [...(pages.get(page) ?? []), u]);
    }
    for (const cases of pages.values())
      for (const [at, path] of cases.entries())
        this.casePrior.set(path, weights.firstCase * (1 - at / cases.length));
  }

  /** The phrases of a place; what they hold goes into its bag, too. */
  private phrasesOf(doc: Doc, title: string[]): (Phrase<string> & { words: string[] })[] {
    this.put(doc);
    const { case: ofCase, guide, rest, symptom } = weights.phrase;
    const split = (text: string | undefined, by: string) => (text ? text.split(by) : []);
    const asked = split(doc.w, '|').map((words) => words.split(' '));
    const add = (field: Field, words: readonly string[]) => this.bags.add(doc.u, words, field);
    add(weights.field.title, title);
    add(weights.field.words, asked.flat());
    const page = pageOf(doc.u);
    if (page === doc.u) this.context.set(page, [...title, ...asked.flat()]);
    else add(weights.field.context, this.context.get(page) ?? []);
    const phrase = (words: string[], text: string, weight: number) => ({
      target: doc.u,
      words,
      text,
      weight,
    });
    const ofTitle = doc.k === 'case' ? ofCase : doc.k === 'guide' ? guide : rest;
    return [
      // The name of a code or cause came with the first file.
      ...(doc.k === 'code' || doc.k === 'cause' ? [] : [phrase(title, doc.t, ofTitle)]),
      ...asked.map((words) => phrase(words, '', doc.k === 'guide' ? guide : symptom)),
    ];
  }

  /** Adds the third file: what places show and are known by. */
  addLines(file: PlaceLines): void {
    for (const at of file.own) this.own.add(this.places[at] ?? '');
    this.signs.add(file.signs);
    this.addShown(file.shown);
    this.addVendorTexts(file.vendors);
  }

  private addVendorTexts(vendors: PlaceLines['vendors']): void {
    const phrases = vendors.flatMap(([code, texts]) =>
      parts(texts).map((text) => ({ target: `/${code}/`, text, weight: weights.phrase.vendor })),
    );
    this.addToIndex(phrases, termsOfAll(phrases.map(({ text }) => text)));
  }

  /** Adds the fourth file: all other words of the places. */
  addTexts({ said, heard, reported, asked }: PlaceTexts): void {
    this.addPacked(heard, weights.field.heard);
    this.addPacked(reported, weights.field.reported);
    this.english.add(this.addPacked(said, weights.field.text));
    this.english.add(this.addPacked(asked, weights.field.asked, placesByNumber(this.places)));
    this.asked.add(asked);
  }

  /** Adds the fifth file: what is shown of the places. */
  addGists(file: PlaceGists): void {
    for (const [at, number] of file.acts.entries()) {
      const actors = file.actors[number];
      if (actors) this.acts.set(this.places[at] ?? '', actors);
    }
    for (const [at, gist] of file.gists.entries()) if (gist) this.gists.set(this.places[at] ?? '', gist);
  }

  /** The answer with its line and who acts, where they came after it was found. */
  withGist(answer: Answer): Answer {
    const { path, gist = this.gists.get(path), acts = this.acts.get(path) } = answer;
    return { ...answer, gist, acts };
  }

  /** Adds the sixth file: words of other languages. */
  addLanguages(file: Languages): void {
    this.translator.add(file);
  }

  /**
   * Whether a query may be of another language: it has letters that English has not, or more words that no English text of
   * the files has than words that every English sentence has.
   */
  mayBeForeign(query: string): boolean {
    const words = normalise(asWords(clean(query).slice(0, longestQuery))).split(' ');
    const isKnown = (word: string, at: number) =>
      this.english.has(stem(word)) || (at === words.length - 1 && this.english.begins(word));
    const unknown = words.filter(
      (word, at) => word && !isNumber(word) && !englishFillers.has(word) && !isKnown(word, at),
    );
    return (
      foreignLetter.test(query) || unknown.length > words.filter((word) => englishFillers.has(word)).length
    );
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

  /** What places show letter for letter: found as phrases, and among all their words. */
  private addShown(shown: readonly string[]): void {
    const lines = shown.flatMap((all, at) =>
      all
        .split('\n')
        .filter(Boolean)
        .map((text) => ({ target: this.places[at] ?? '', text, weight: weights.phrase.vendor })),
    );
    const words = termsOfAll(lines.map(({ text }) => text));
    this.addToIndex(lines, words);
    const byPlace = new Map<string, string[]>();
    for (const [at, { target }] of lines.entries())
      byPlace.set(target, [...(byPlace.get(target) ?? []), ...(words[at] ?? [])]);
    for (const [target, its] of byPlace) this.bags.add(target, its, weights.field.shown);
  }

  private answer(path: string, why: string, score: number, exact: boolean): Answer | undefined {
    const doc = this.docs.get(path);
    return doc && this.answerOf(doc, why, score, exact);
  }

  private answerOf(doc: Doc, why: string, score: number, exact: boolean): Answer {
    return {
      kind: doc.k,
      path: doc.u,
      title: doc.t,
      beside: doc.s ?? this.ownerOf(doc),
      why,
      exact,
      score,
      gist: this.gists.get(doc.u),
      acts: this.acts.get(doc.u),
    };
  }

  /** Reason phrase of the code whose page, or a place on whose page, a path leads to. */
  phraseOf(path: string): string | undefined {
    return this.codes.get(Number(codeOf(path)));
  }

  /** Whether a phrase is the registered one of its code. */
  private isOwn(path: string, text: string): boolean {
    const code = Number(codeOf(path));
    return this.registered.has(code) && this.codes.get(code) === text;
  }

  /** The code or cause a case belongs to. */
  private ownerOf({ k, u }: Doc): string | undefined {
    if (k !== 'case') return undefined;
    const cause = /^\/q850\/(\d+)\//.exec(u)?.[1];
    return cause ? `Cause ${cause}` : `${codeOf(u)} ${this.phraseOf(u)}`;
  }

  private forNotation({ kind, value, text, certainty }: Notation, score: number): Answer | undefined {
    if (kind === 'class') return this.answer(`/${value}xx/`, text, score, true);
    if (kind === 'cause')
      return this.answer(`/q850/${value}/`, `${text} is cause ${value}`, score, certainty > 1);
    if (this.codes.has(value)) return this.answer(`/${value}/`, text, score, certainty > 1);
    return this.unregistered(value, text, score * weights.unregistered.inText, certainty > 1);
  }

  /** The page of a number that nobody registered. There are hundreds, so the index does without them. */
  private unregistered(code: number, why: string, score: number, exact: boolean): Answer | undefined {
    const stand = treatedAs(code);
    if (stand === undefined) return undefined;
    const doc: Doc = { k: 'code', u: `/${code}/`, t: `${code} Not registered` };
    const gist = `Treat it as ${stand} ${this.codes.get(stand) ?? ''}`.trim();
    return { ...this.answerOf(doc, why, score, exact), gist };
  }

  /** Answers for one line, best first, each path once. */
  find(query: string, limit = 12): Answer[] {
    const text = clean(query).slice(0, longestQuery);
    if (!text) return [];
    const found = new Found();
    // A warn-code looks like a response code and is none (RFC 3261 §20.43).
    const notations = this.fromWarning(text, found) ? [] : readNotations(text, this.known);
    const byPhrase = this.namedByPhrase(text);
    const onTheWay = notations.filter((notation) => isOnTheWay(notation, notations, byPhrase.length > 0));
    notations.forEach((notation, at) => {
      const score =
        weights.notation[notation.certainty] * (onTheWay.includes(notation) ? weights.onTheWay : 1) -
        at * weights.laterNotation;
      found.offer(this.forNotation(notation, score));
      this.fromUnregistered(notation, text, found);
      this.fromOwnCause(notation, score, found);
    });
    this.fromDigits(text, found);
    this.fromSubcodes(text, found);
    this.fromWholePhrase(text, found);
    this.fromConstants(text, found);
    this.fromPhraseInside(text, found);
    const named = notations
      .filter((notation) => !onTheWay.includes(notation))
      .map(({ kind, value }) => (kind === 'cause' ? `/q850/${value}/` : `/${value}/`));
    // Alone, a single word is no name: “the sound is gone”.
    const inWords = byPhrase.filter(({ phrase }) => onTheWay.length > 0 || phrase.includes(' '));
    const pages = named.length ? named : inWords.map(({ path }) => path);
    this.fromWords(text, new Set([...pages, ...this.namedByConstants(text)]), found);
    return found.best(limit);
  }

  /** Pages of final responses that are no success and whose phrase stands in the text: “forbidden”. */
  private namedByPhrase(text: string): Finder['finalPhrases'] {
    const padded = ` ${normalise(text)} `;
    return this.finalPhrases.filter(({ phrase }) => padded.includes(` ${phrase} `));
  }

  /** A number that nobody registered leads to the code it is treated as, too; alone it is surely meant. */
  private fromUnregistered({ kind, value }: Notation, text: string, found: Found): void {
    const stand = treatedAs(value);
    if (kind !== 'code' || this.codes.has(value) || stand === undefined) return;
    const { alone, inText } = weights.unregistered;
    if (text === String(value)) found.offer(this.unregistered(value, text, alone, true));
    const why = `${value} is not registered; treat it as ${stand}`;
    found.offer(this.answer(`/${stand}/`, why, weights.notation[1] * inText - weights.laterNotation, false));
  }

  /** A cause that Q.850 does not have: what programs mean by it, and the list of those that it has. */
  private fromOwnCause({ kind, value, text }: Notation, score: number, found: Found): void {
    if (this.causes.has(value) || (kind !== 'cause' && !/cause/i.test(text))) return;
    for (const { code, says } of this.ownCauses.get(value) ?? [])
      found.offer(this.answer(`/${code}/`, says, score, true));
    const list = kind === 'cause' && this.docs.get('/q850/');
    if (list)
      found.offer(
        this.answerOf(
          { ...list, u: '/q850/#not-in-q850' },
          `${value} is no cause of Q.850`,
          score * weights.noCause,
          true,
        ),
      );
  }

  /** The beginning of a code is completed: 4, 40. */
  private fromDigits(text: string, found: Found): void {
    if (!/^\d{1,2}$/.test(text)) return;
    const codes = [...this.codes.keys()]
      .filter((code) => String(code).startsWith(text))
      .slice(0, mostCompleted);
    for (const [at, code] of codes.entries())
      found.offer(this.answer(`/${code}/`, '', weights.completed - at * weights.laterNotation, false));
  }

  /** A Warning header; true where the text has one that is known. */
  private fromWarning(text: string, found: Found): boolean {
    const number = /\bwarning[:\s]+(3\d\d)\b/i.exec(text)?.[1] ?? this.warnCodeWithText(text);
    const doc = number && this.docs.get(`/warning/#warning-${number}`);
    if (!doc) return false;
    found.offer(this.answerOf(doc, `Warning ${number}`, weights.warning.itself, true));
    for (const code of (doc.s ?? '').split(', '))
      found.offer(this.answer(`/${code}/`, `comes with Warning ${number}`, weights.warning.itsCodes, false));
    return true;
  }

  /** With its own text behind it, a warn-code says itself what it is. */
  private warnCodeWithText(text: string): string | undefined {
    const [, number = '', says = ''] = /\b(3\d\d)\b(.*)/.exec(text) ?? [];
    const title = this.docs.get(`/warning/#warning-${number}`)?.t.replace(/^Warning \d+/, '');
    return title && normalise(says).startsWith(normalise(title)) ? number : undefined;
  }

  /** Vendors' own codes, alone or beside a SIP code: D35, 560403, 403/510532. */
  private fromSubcodes(text: string, found: Found): void {
    for (const token of text.toUpperCase().split(/[^A-Z0-9]+/)) {
      if (!/\d/.test(token)) continue;
      const long = token.length >= 5;
      const whole = text.length < 12;
      // A digit or two may be anything, and in a longer text three.
      if (/^\d{1,2}$/.test(token) || (!whole && /^\d{3}$/.test(token))) continue;
      const score = long || whole ? weights.subcode.sure : weights.subcode.maybe;
      for (const doc of this.subcodes.get(token) ?? []) found.offer(this.answerOf(doc, token, score, long));
    }
  }

  private bearers(text: string): readonly { path: string; text: string }[] {
    return this.whole.get(normalise(text)) ?? [];
  }

  /** The text is a whole phrase, with or without the number in front of it. */
  private fromWholePhrase(text: string, found: Found): void {
    const plain = normalise(text);
    const bare = plain.replace(/^(sip 2 0 )?\d{3} /, '');
    for (const key of new Set([plain, bare]))
      for (const { path, text: name } of this.whole.get(key) ?? [])
        found.offer(this.answer(path, name, ownOrOther(weights.whole, this.isOwn(path, name)), true));
  }

  /** A constant somewhere in a log line. */
  private fromConstants(text: string, found: Found): void {
    for (const [token] of text.matchAll(constantsInside))
      for (const { path, text: name } of this.bearers(token))
        found.offer(this.answer(path, name, weights.constant.other, true));
    // PJSIP's constants are the registered phrases.
    for (const [, token = ''] of text.matchAll(/PJSIP_SC_([A-Z_]+)/g))
      for (const { path, text: name } of this.bearers(token))
        found.offer(this.answer(path, name, ownOrOther(weights.constant, this.isOwn(path, name)), true));
  }

  /** Pages whose constants stand in the text. */
  private namedByConstants(text: string): string[] {
    return [...text.matchAll(constantsInside)].flatMap(([token]) =>
      this.bearers(token).map(({ path }) => path),
    );
  }

  /** A phrase of several words inside a longer line. */
  private fromPhraseInside(text: string, found: Found): void {
    const plain = normalise(text);
    const padded = ` ${plain} `;
    const { least, forAll } = weights.inside;
    for (const [key, bearers] of this.whole)
      if (key.includes(' ') && key !== plain && padded.includes(` ${key} `))
        for (const { path, text: name } of bearers)
          found.offer(this.answer(path, name, least + forAll * (key.length / plain.length), false));
  }

  /** Words of names, cases, symptoms and texts. */
  private fromWords(text: string, pages: ReadonlySet<string>, found: Found): void {
    for (const { path, score, why } of this.byWords(text)) {
      const code = codeOf(path);
      const named = pages.has(pageOf(path)) ? weights.namedCode : 0;
      const prior =
        (code ? (this.prior.get(code) ?? 0) : 0) +
        (this.casePrior.get(path) ?? 0) +
        (isGuidePart(path) ? weights.guidePart : 0);
      const own = this.own.has(path) ? weights.own * score : 0;
      found.add(this.answer(path, why, score + named + own + prior, false));
    }
  }

  /** Everything that has words of the text, each with its score, in no order. */
  private byWords(text: string): { path: string; score: number; why: string }[] {
    const meant = this.translator.translate(asWords(text), (word) => this.vocabulary.has(stem(word)));
    const asked = this.vocabulary.read(terms(meant));
    const sums = new Map<string, { score: number; why: string }>();
    for (const { target, score, text: why } of this.index.search(asked, negations))
      sums.set(target, { score: weights.words.phrase * score, why });
    for (const [path, { score, met }] of this.bags.search(asked, this.weak)) {
      const sum = sums.get(path) ?? { score: 0, why: '' };
      const { fields, met: ofMet } = weights.words;
      sums.set(path, { ...sum, score: sum.score + fields * score + ofMet * met });
    }
    for (const [place, steps] of this.asked.search(asked)) {
      const path = this.places[place] ?? '';
      const sum = sums.get(path) ?? { score: 0, why: '' };
      sums.set(path, { ...sum, score: sum.score + weights.asked * steps });
    }
    for (const [place, { fits, against }] of this.signs.search(asked)) {
      const sum = sums.get(this.places[place] ?? '');
      if (sum) sum.score += weights.sign.fits * fits - weights.sign.against * against;
    }
    return [...sums].map(([path, sum]) => ({ path, ...sum }));
  }

  /**
   * The cases of one page, ranked by what somebody says of a call or pastes: for “Which case is it?”. Only cases that
   * share a word with it are named; where none does, the list is empty and the page keeps its own order.
   * @param page path of the page: `/403/`.
   * @param text words or a log line.
   * @returns best first; scores compare with each other only.
   */
  rankCases(page: string, text: string): { path: string; score: number }[] {
    const line = clean(text).slice(0, longestQuery);
    return this.byWords(line)
      .filter(({ path }) => path.startsWith(`${page}#`) && this.docs.get(path)?.k === 'case')
      .map(({ path, score }) => ({ path, score }))
      .sort((a, b) => b.score - a.score);
  }

  /**
   * Cases of a page that belong on its card: those that the text speaks for, then the most common ones.
   * @param page path of the page: `/403/`.
   */
  topCases(page: string, text: string, count: number): Answer[] {
    const ranked = this.rankCases(page, text).map(({ path }) => path);
    const inOrder = this.places.filter((path) => path.startsWith(`${page}#`));
    return [...new Set([...ranked, ...inOrder])]
      .slice(0, count)
      .flatMap((path) => this.answer(path, '', 0, false) ?? []);
  }

  /** The page of a number that a log names, registered or not. */
  codeAnswer(code: number, why: string): Answer | undefined {
    const answer = this.forNotation({ kind: 'code', value: code, at: 0, certainty: 3, text: why }, 1);
    return answer && { ...answer, beside: why };
  }

  causeAnswer(cause: number, why: string): Answer | undefined {
    return this.answerAt(`/q850/${cause}/`, why);
  }

  /** What stands at a path, if search knows it. */
  answerAt(path: string, why: string): Answer | undefined {
    const answer = this.answer(path, why, 1, true);
    return answer && { ...answer, beside: why };
  }
}

const ownOrOther = (weight: { own: number; other: number }, own: boolean) =>
  own ? weight.own : weight.other;

/** Full-width digits are digits; what has no width is nothing that somebody typed. */
const clean = (query: string) =>
  plainDigits(query.normalize('NFKC'))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
