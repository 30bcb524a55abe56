/** Finds what a query names: numbers in any notation, whole phrases, constants, vendors’ own codes. */
import type { Answer, Found } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import type { Doc, LookupData, Printed } from './index-data.ts';
import { type Notation, readNotations } from './notations.ts';
import type { Phrase } from './phrases.ts';
import { isMeant } from './spelling.ts';
import { isOnTheWay } from './steps.ts';
import { isConstant, normalise, normaliseAll, terms, termsOfNormal } from './text.ts';
import { treatedAs } from '../sip/unregistered.ts';
import * as weights from './weights.ts';

/** Constants inside a text. */
const constantsInside = /[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g;

/** Codes that begin with the digits typed so far, at most. */
const mostCompleted = 10;

/** A phrase of the first file. */
interface Named extends Phrase<string> {
  /** Whether it is an answer by itself where the whole query says it. */
  isName?: true;
}

/** What bears a phrase: its path, and the phrase as it is shown. */
interface Bearer {
  path: string;
  text: string;
}

/**
 * Of what bears a phrase, what bears it just so: `Call-ID` is a header, and what `caller ID` means is none. Codes and
 * causes are meant however they are written: `service_unavailable`.
 */
function asWritten(text: string, bearers: readonly Bearer[]): readonly Bearer[] {
  const isSame = (bearer: Bearer) => bearer.text.toLowerCase() === text.toLowerCase();
  if (!bearers.some(isSame)) return bearers;
  return bearers.filter((bearer) => isSame(bearer) || /^\/(?:\d{3}|q850)\//.test(bearer.path));
}

/** As a status line: `451 Unavailable For Legal Reasons`. */
const statusLine = /^(?:SIP\/2\.0\s+)?\d{3}(?:[:\s-]+\p{Lu}[\p{L}'’-]*){1,5}$/u;
/** The same as people type it. */
const typedStatus = /^\d{3}(?:[:\s-]+[\p{L}'’-]+){1,5}$/u;
/** Numbers of emergency services are asked about as such: `112 does not work`. */
const isEmergency = (number: number) => /^(?:1\d\d|911|933|99\d)$/.test(String(number));

/** Whether a number is all that a query says: `451`, `SIP error code 451`. */
const isNumberAlone = (text: string): boolean => /^\d+$/.test(terms(text).join(' '));

const parts = (joined: string) => joined.split('|').filter(Boolean);

export class Names {
  private readonly named: Named[] = [];
  /** All phrases of the first file with their stems, for the search by words. */
  readonly phrases: (Phrase<string> & { words: string[] })[];
  /** Names of products, of one word: no match by themselves. */
  readonly products: string[] = [];
  private readonly catalogue: Catalogue;
  /** Registered phrases of final responses that are no success, normalised, with the paths of their pages. */
  private readonly finalPhrases: readonly { phrase: string; path: string }[];
  /** Whole phrases, normalised, to what bears them. */
  private readonly whole = new Map<string, Bearer[]>();
  /** Constants that vendors use, normalised; a name of the same letters comes before. */
  private readonly constants: [key: string, bearer: Bearer][] = [];
  /** Vendors' own codes in capitals to their notes. */
  private readonly subcodes = new Map<string, Doc[]>();
  /** Causes that programs have beside those of Q.850. */
  private readonly ownCauses = new Map<number, { code: number; says: string }[]>();

  /** @param catalogue gets what the file has. */
  constructor(data: LookupData, catalogue: Catalogue) {
    this.catalogue = catalogue;
    for (const code of data.codes) this.addCode(code);
    const final = catalogue.registeredCodes.filter((code) => code >= 300).map((code) => `/${code}/`);
    this.finalPhrases = normaliseAll(final.map((path) => catalogue.phraseOf(path) ?? '')).map(
      (phrase, at) => ({ phrase, path: final[at] ?? '' }),
    );
    for (const cause of data.causes) this.addCause(cause);
    for (const programs of data.programs) this.addProgramCauses(programs);
    for (const [digit, title] of data.classes)
      catalogue.put({ k: 'class', u: `/${digit}xx/`, t: `${digit}xx ${title}` });
    for (const doc of data.docs) this.addOther(doc);
    const normal = normaliseAll(this.named.map(({ text }) => text));
    for (const [at, { isName, target: path, text }] of this.named.entries()) {
      const key = normal[at] ?? '';
      if (isName) this.whole.set(key, [...(this.whole.get(key) ?? []), { path, text }]);
    }
    const words = termsOfNormal(normal);
    this.phrases = this.named.map(({ target, text, weight }, at) => ({
      target,
      text,
      weight,
      words: words[at] ?? [],
    }));
    // Where a constant is the name of a cause, the cause is meant.
    for (const [key, bearer] of this.constants) if (!this.whole.has(key)) this.whole.set(key, [bearer]);
  }

  /** Adds the seventh file: constants and numbers of programs. */
  addPrinted({ texts, subcodes }: Printed): void {
    for (const [path, joined] of texts)
      for (const text of parts(joined).filter(isConstant)) {
        const key = normalise(text);
        if (!this.whole.has(key)) this.whole.set(key, [{ path, text }]);
      }
    for (const [who, path, numbers] of subcodes)
      for (const number of parts(numbers)) this.subcode(number, { k: 'note', u: path, t: number, s: who });
  }

  private subcode(number: string, doc: Doc): void {
    const key = number.toUpperCase();
    this.subcodes.set(key, [...(this.subcodes.get(key) ?? []), doc]);
  }

  /** A code with its phrases and the constants that vendors use for it. */
  private addCode([code, title, other, vendors, notes, unregistered]: LookupData['codes'][number]): void {
    const path = `/${code}/`;
    this.catalogue.addCode(code, title, notes, !unregistered);
    this.name(path, title, unregistered ? weights.phrase.other : weights.phrase.name);
    for (const text of parts(other)) this.name(path, text, weights.phrase.other);
    for (const text of parts(vendors)) this.constant(path, text);
  }

  private addCause([cause, title, other]: LookupData['causes'][number]): void {
    const path = `/q850/${cause}/`;
    this.catalogue.addCause(cause, title);
    this.name(path, title, weights.phrase.other);
    for (const text of parts(other)) {
      // Ordinary words, such as Yate's “busy”, say more of a code than of a cause.
      if (!isConstant(text)) {
        this.named.push({ target: path, text, weight: weights.phrase.word });
        continue;
      }
      this.name(path, text, weights.phrase.other);
      // Logs print the constants with and without their prefix.
      const bare = text.replace(/^AST_CAUSE_/, '');
      if (bare.includes('_') && bare !== text) this.name(path, bare, weights.phrase.other);
    }
  }

  /** Programs' own causes have no page; their numbers and names lead to the code they become. */
  private addProgramCauses([who, causes]: LookupData['programs'][number]): void {
    for (const [cause, code, text] of causes) {
      const says = `${who}’s cause ${cause} is ${text}`;
      this.ownCauses.set(cause, [...(this.ownCauses.get(cause) ?? []), { code, says }]);
      this.constant(`/${code}/`, text);
    }
  }

  /** A vendor, guide, warning, header, reason, or a vendor's own code. */
  private addOther(doc: Doc): void {
    if (doc.k === 'note') {
      for (const code of doc.t.split(/[,\s]+/).filter(Boolean)) this.subcode(code, doc);
      return;
    }
    this.catalogue.put(doc);
    const words = doc.k === 'vendor' ? terms(doc.t) : [];
    if (words.length === 1) this.products.push(...words);
    const weight = doc.k === 'vendor' ? weights.phrase.vendorName : weights.phrase.rest;
    this.name(doc.u, doc.t, weight);
    // What a guide is about is said of every call that has to do with it.
    const other = doc.k === 'guide' ? weights.phrase.topic : weight;
    for (const text of parts(doc.a ?? '')) this.name(doc.u, text, other);
  }

  /** A phrase that is an answer by itself where the whole query says it. */
  private name(path: string, text: string, weight: number): void {
    this.named.push({ target: path, text, weight, isName: true });
  }

  private constant(path: string, text: string): void {
    this.named.push({ target: path, text, weight: weights.phrase.vendor });
    this.constants.push([normalise(text), { path, text }]);
  }

  /**
   * Offers what the text names.
   * @returns the pages that it names, for the cases on them.
   */
  find(text: string, found: Found): Set<string> {
    // A warn-code looks like a response code and is none (RFC 3261 §20.43).
    const notations = this.fromWarning(text, found) ? [] : readNotations(text, this.catalogue);
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
    return new Set([...pages, ...this.namedByConstants(text)]);
  }

  /** The page of a number: a code, registered or not, a cause, a class. */
  forNotation({ kind, value, text, certainty }: Notation, score: number): Answer | undefined {
    const { catalogue } = this;
    if (kind === 'class') return catalogue.answer(`/${value}xx/`, text, score, true);
    if (kind === 'cause')
      return catalogue.answer(`/q850/${value}/`, `${text} is cause ${value}`, score, certainty > 1);
    if (catalogue.isCode(value)) return catalogue.answer(`/${value}/`, text, score, certainty > 1);
    return catalogue.unregistered(value, text, score * weights.unregistered.inText, certainty > 1);
  }

  /** Pages of final responses that are no success and whose phrase stands in the text: “forbidden”. */
  private namedByPhrase(text: string): Names['finalPhrases'] {
    const padded = ` ${normalise(text)} `;
    return this.finalPhrases.filter(({ phrase }) => padded.includes(` ${phrase} `));
  }

  /** A number that nobody registered leads to the code it is treated as, too; alone it is surely meant. */
  private fromUnregistered({ kind, value }: Notation, text: string, found: Found): void {
    const stand = treatedAs(value);
    if (kind !== 'code' || this.catalogue.isCode(value)) return;
    const { alone, asStatus, inText } = weights.unregistered;
    const isAlone = isNumberAlone(text);
    const byWords =
      statusLine.test(text) || (typedStatus.test(text) && !isEmergency(value)) ? asStatus : undefined;
    const sure = isAlone ? alone : byWords;
    if (sure) found.offer(this.catalogue.unregistered(value, String(value), sure, true));
    const why = `${value} is not registered; treat it as ${stand}`;
    const score = sure
      ? sure - weights.unregistered.stand
      : weights.notation[1] * inText - weights.laterNotation;
    if (stand !== undefined) found.offer(this.catalogue.answer(`/${stand}/`, why, score, false));
    const warning = isAlone && this.catalogue.get(`/warning/#warning-${value}`);
    if (warning) found.offer(this.catalogue.answerOf(warning, `Warning ${value}`, score, true));
  }

  /** A cause that Q.850 does not have: what programs mean by it, and the list of those that it has. */
  private fromOwnCause({ kind, value, text }: Notation, score: number, found: Found): void {
    const { catalogue } = this;
    if (catalogue.isCause(value) || (kind !== 'cause' && !/cause/i.test(text))) return;
    for (const { code, says } of this.ownCauses.get(value) ?? [])
      found.offer(catalogue.answer(`/${code}/`, says, score, true));
    const list = kind === 'cause' && catalogue.get('/q850/');
    if (!list) return;
    const part = { ...list, u: '/q850/#not-in-q850' };
    found.offer(catalogue.answerOf(part, `${value} is no cause of Q.850`, score * weights.noCause, true));
  }

  /** The beginning of a code is completed: 4, 40; 18x stands for all that begin so. */
  private fromDigits(text: string, found: Found): void {
    const [, digits] = /^(?:sip )?(\d{1,2}|\d{2}(?=x))x?$/i.exec(text) ?? [];
    if (!digits) return;
    const codes = this.catalogue.codes
      .filter((code) => String(code).startsWith(digits))
      .slice(0, mostCompleted);
    for (const [at, code] of codes.entries()) {
      const score = weights.completed - at * weights.laterNotation;
      found.offer(this.catalogue.answer(`/${code}/`, '', score, false));
    }
  }

  /** A Warning header; true where the text has one that is known. */
  private fromWarning(text: string, found: Found): boolean {
    const number = /\bwarn(?:ing|[- ]?code)?[:\s]+(3\d\d)\b/i.exec(text)?.[1] ?? this.warnCodeWithText(text);
    const doc = number && this.catalogue.get(`/warning/#warning-${number}`);
    if (!doc) return false;
    const { itself, itsCodes } = weights.warning;
    found.offer(this.catalogue.answerOf(doc, `Warning ${number}`, itself, true));
    for (const code of (doc.s ?? '').split(', '))
      found.offer(this.catalogue.answer(`/${code}/`, `comes with Warning ${number}`, itsCodes, false));
    return true;
  }

  /** With its own text behind it, a warn-code says itself what it is. */
  private warnCodeWithText(text: string): string | undefined {
    const [, number = '', says = ''] = /\b(3\d\d)\b(.*)/.exec(text) ?? [];
    const title = this.catalogue.get(`/warning/#warning-${number}`)?.t.replace(/^Warning \d+/, '');
    return title && normalise(says).startsWith(normalise(title)) ? number : undefined;
  }

  /** Vendors' own codes, alone or beside a SIP code: D35, 560403, 403/510532. */
  private fromSubcodes(text: string, found: Found): void {
    for (const token of text.toUpperCase().split(/[^A-Z0-9]+/)) {
      if (!/\d/.test(token)) continue;
      const long = token.length >= 5;
      const whole = text.length < 12 || isNumberAlone(text);
      // A digit or two may be anything, and in a longer text three.
      if (/^\d{1,2}$/.test(token) || (!whole && /^\d{3}$/.test(token))) continue;
      const score = long || whole ? weights.subcode.sure : weights.subcode.maybe;
      for (const doc of this.subcodes.get(token) ?? [])
        found.offer(
          doc.u.includes('#')
            ? this.catalogue.answerOf(doc, token, score, long)
            : this.catalogue.answer(doc.u, `${doc.s} ${token}`, score, long),
        );
    }
  }

  private bearers(text: string): readonly Bearer[] {
    return this.whole.get(normalise(text)) ?? [];
  }

  /** Offers what bears a phrase: the registered one of a code counts more. */
  private offerBearer({ path, text }: Bearer, weight: { own: number; other: number }, found: Found): void {
    const score = this.catalogue.isRegisteredPhrase(path, text) ? weight.own : weight.other;
    found.offer(this.catalogue.answer(path, text, score, true));
  }

  /** The text is a whole phrase, with or without the number in front of it. */
  private fromWholePhrase(text: string, found: Found): void {
    const plain = normalise(text);
    const bare = plain.replace(/^(sip 2 0 )?\d{3} /, '');
    const keys = [...new Set([plain, bare, ...this.apart(bare.replace(/^\d{3}(?=\D)/, ''))])];
    for (const key of keys)
      for (const bearer of asWritten(text, this.whole.get(key) ?? []))
        this.offerBearer(bearer, weights.whole, found);
    if (!keys.some((key) => this.whole.has(key))) this.fromNearPhrase(bare, found);
  }

  /** Phrases that were written as one word: `busyhere`. */
  private apart(word: string): string[] {
    if (!/^\p{L}{6,}$/u.test(word)) return [];
    // What cannot be the same by its length or its beginning is not taken apart: there are thousands.
    return [...this.whole.keys()].filter(
      (key) => key.length > word.length && key[0] === word[0] && key.replaceAll(' ', '') === word,
    );
  }

  /** The text is a whole phrase, with words misspelt or cut short: “Temp Unavailible”. */
  private fromNearPhrase(plain: string, found: Found): void {
    const typed = plain.split(' ');
    if (typed.length < 2) return;
    for (const [key, bearers] of this.whole) {
      const words = key.split(' ');
      if (words.length !== typed.length || !words.every((word, at) => isMeant(typed[at] ?? '', word)))
        continue;
      for (const bearer of bearers) this.offerBearer(bearer, weights.nearly, found);
    }
  }

  /** A constant somewhere in a log line. */
  private fromConstants(text: string, found: Found): void {
    for (const [token] of text.matchAll(constantsInside))
      for (const { path, text: name } of this.bearers(token))
        found.offer(this.catalogue.answer(path, name, weights.constant.other, true));
    // PJSIP's constants are the registered phrases.
    for (const [, token = ''] of text.matchAll(/PJSIP_SC_([A-Z_]+)/g))
      for (const bearer of this.bearers(token)) this.offerBearer(bearer, weights.constant, found);
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
    for (const [key, bearers] of this.whole) {
      if (!key.includes(' ') || key === plain || !padded.includes(` ${key} `)) continue;
      const score = least + forAll * (key.length / plain.length);
      for (const { path, text: name } of bearers)
        found.offer(this.catalogue.answer(path, name, score, false));
    }
  }
}
