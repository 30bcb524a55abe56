/**
 * The exact-lookup layer: what was typed or pasted, to the pages that answer it, best first. No network, no DOM.
 */
import { readNotations, type Notation } from './notations.ts';
import type { Doc, Kind, LookupData } from './index-data.ts';
import { type Phrase, PhraseIndex } from './phrases.ts';
import { normalise } from './text.ts';

export type { Doc, Kind, LookupData } from './index-data.ts';

export interface Answer {
  kind: Kind;
  /** Path below the base. */
  path: string;
  title: string;
  /** Small text beside the title. */
  beside?: string | undefined;
  /** Why it is here, in a few words; the phrase that matched or the reading of a number. */
  why: string;
  /** True where the query says just this: a number, a whole phrase, a name. */
  exact: boolean;
  score: number;
}

/** What is longer is hostile or a mistake; patterns must not run over it. Characters. */
const longestQuery = 400;
const longestLine = 1000;
const mostLines = 5000;

const weights = {
  word: 0.6,
  name: 1,
  other: 0.97,
  vendor: 0.9,
  case: 0.86,
  symptom: 0.9,
  guide: 0.72,
  rest: 0.7,
};

export class Finder {
  private readonly codes: Map<number, string>;
  private readonly causes: Map<number, string>;
  private readonly docs = new Map<string, Doc>();
  /** A small head start for codes that are met often, by the number of vendor notes on them. */
  private readonly prior = new Map<string, number>();
  private readonly index = new PhraseIndex<string>();
  /** Whole phrases, normalised, to the paths that bear them. */
  private readonly whole = new Map<string, { path: string; text: string }[]>();
  /** Vendors' own codes in capitals to their notes. */
  private readonly subcodes = new Map<string, Doc[]>();

  constructor(data: LookupData) {
    this.codes = new Map(data.codes.map(([code, phrase]) => [code, phrase]));
    this.causes = new Map(data.causes.map(([cause, name]) => [cause, name]));
    const phrases: Phrase<string>[] = [];
    const constants: [key: string, path: string, text: string][] = [];
    const name = (path: string, text: string, weight: number) => {
      phrases.push({ target: path, text, weight });
      const key = normalise(text);
      this.whole.set(key, [...(this.whole.get(key) ?? []), { path, text }]);
    };
    for (const [code, phrase, other, vendors, notes] of data.codes) {
      const path = `/${code}/`;
      this.put({ k: 'code', u: path, t: `${code} ${phrase}` });
      this.prior.set(String(code), 0.015 * Math.log2(1 + notes));
      name(path, phrase, weights.name);
      for (const text of other.split('|').filter(Boolean)) name(path, text, weights.other);
      for (const text of vendors.split('|').filter(Boolean)) {
        phrases.push({ target: path, text, weight: weights.vendor });
        // A constant is as good as a number; a vendor's sentence may be anybody's words.
        if (/^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(text)) constants.push([normalise(text), path, text]);
      }
    }
    for (const [cause, title, other] of data.causes) {
      this.put({ k: 'cause', u: `/q850/${cause}/`, t: `Cause ${cause} ${title}` });
      name(`/q850/${cause}/`, title, weights.other);
      for (const text of other.split('|').filter(Boolean)) {
        // Ordinary words, such as Yate's “busy”, say more of a code than of a cause.
        if (!/^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(text)) {
          phrases.push({ target: `/q850/${cause}/`, text, weight: weights.word });
          continue;
        }
        name(`/q850/${cause}/`, text, weights.other);
        // Logs print the constants with and without their prefix.
        const bare = text.replace(/^AST_CAUSE_/, '');
        if (bare.includes('_') && bare !== text) name(`/q850/${cause}/`, bare, weights.other);
      }
    }
    for (const [digit, title] of data.classes)
      this.put({ k: 'class', u: `/${digit}xx/`, t: `${digit}xx ${title}` });
    for (const doc of data.docs) {
      if (doc.k === 'note') {
        for (const code of doc.t.split(/[,\s]+/).filter(Boolean)) {
          const key = code.toUpperCase();
          this.subcodes.set(key, [...(this.subcodes.get(key) ?? []), doc]);
        }
        continue;
      }
      this.put(doc);
      name(doc.u, doc.t, doc.k === 'vendor' ? 0.5 : weights.rest);
    }
    // Where a constant is the name of a cause, the cause is meant.
    for (const [key, path, text] of constants)
      if (!this.whole.has(key)) this.whole.set(key, [{ path, text }]);
    this.index.add(phrases);
  }

  private put(doc: Doc): void {
    if (!this.docs.has(doc.u)) this.docs.set(doc.u, doc);
  }

  /** Adds the second file: cases, symptoms, meanings. Before it is there, names and numbers are found all the same. */
  addSymptoms(docs: readonly Doc[]): void {
    const phrases: Phrase<string>[] = [];
    for (const doc of docs) {
      this.put(doc);
      const title = doc.k === 'case' ? weights.case : doc.k === 'guide' ? weights.guide : weights.rest;
      if (doc.k !== 'code' && doc.k !== 'cause') phrases.push({ target: doc.u, text: doc.t, weight: title });
      for (const text of (doc.w ?? '').split(' | ').filter(Boolean)) {
        phrases.push({ target: doc.u, text, weight: doc.k === 'guide' ? weights.guide : weights.symptom });
      }
    }
    this.index.add(phrases);
  }

  private answer(path: string, why: string, score: number, exact: boolean): Answer | undefined {
    const doc = this.docs.get(path);
    return doc && this.answerOf(doc, why, score, exact);
  }

  private answerOf(doc: Doc, why: string, score: number, exact: boolean): Answer {
    return { kind: doc.k, path: doc.u, title: doc.t, beside: doc.s ?? this.ownerOf(doc), why, exact, score };
  }

  /** Whether a phrase is the registered one of its code. */
  private isName(path: string, phrase: string): boolean {
    return this.codes.get(Number(path.slice(1, 4))) === phrase;
  }

  /** The code a case belongs to. */
  private ownerOf({ k, u }: Doc): string | undefined {
    const code = Number(u.slice(1, 4));
    return k === 'case' ? `${code} ${this.codes.get(code)}` : undefined;
  }

  private forNotation(notation: Notation, score: number): Answer | undefined {
    const { kind, value, text, certainty } = notation;
    if (kind === 'class') return this.answer(`/${value}xx/`, text, score, true);
    if (kind === 'cause')
      return this.causes.has(value)
        ? this.answer(`/q850/${value}/`, `${text} is cause ${value}`, score, certainty > 1)
        : undefined;
    if (this.codes.has(value)) return this.answer(`/${value}/`, text, score, certainty > 1);
    if (value < 100 || value > 699) return undefined;
    const stand = value < 200 ? 183 : Math.floor(value / 100) * 100;
    const known = this.answer(
      `/${stand}/`,
      `${value} is not registered; treat it as ${stand}`,
      score * 0.5,
      false,
    );
    return known;
  }

  /** Answers for one line, best first, each path once. */
  find(query: string, limit = 12): Answer[] {
    const text = query.trim().slice(0, longestQuery);
    if (!text) return [];
    // A warn-code looks like a response code and is none (RFC 3261 §20.43).
    const warning = /\bwarning[:\s]+(3\d\d)\b/i.exec(text)?.[1];
    const warned = warning && this.docs.get(`/warning/#warning-${warning}`);
    const notations = warned ? [] : readNotations(text, (code) => this.codes.has(code));
    const found = new Map<string, Answer>();
    const offer = (answer: Answer | undefined) => {
      if (!answer) return;
      const known = found.get(answer.path);
      if (!known || answer.score > known.score)
        found.set(answer.path, { ...answer, exact: answer.exact || Boolean(known?.exact) });
      else if (answer.exact) known.exact = true;
    };

    if (warned) {
      offer(this.answerOf(warned, `Warning ${warning}`, 3, true));
      for (const code of (warned.s ?? '').split(', '))
        offer(this.answer(`/${code}/`, `comes with Warning ${warning}`, 2, false));
    }
    notations.forEach((notation, at) => {
      const sure = { 3: 3, 2: 2.4, 1: 0.75 }[notation.certainty];
      offer(this.forNotation(notation, sure - at * 0.02));
    });

    // Vendors' own codes, alone or beside a SIP code: D35, 560403, 403/510532.
    for (const token of text.toUpperCase().split(/[^A-Z0-9]+/))
      for (const doc of this.subcodes.get(token) ?? [])
        if (/\d/.test(token))
          offer(
            this.answerOf(doc, token, token.length >= 5 || text.length < 12 ? 2.6 : 1, token.length >= 5),
          );

    // A whole phrase, with or without the number in front of it.
    const plain = normalise(text);
    const bare = plain.replace(/^(sip 2 0 )?\d{3} /, '');
    for (const key of new Set([plain, bare]))
      for (const { path, text: phrase } of this.whole.get(key) ?? [])
        offer(this.answer(path, phrase, this.isName(path, phrase) ? 2.25 : 2.2, true));
    // A constant somewhere in a log line.
    for (const [token] of text.matchAll(/[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g))
      for (const { path, text: phrase } of this.whole.get(normalise(token)) ?? [])
        offer(this.answer(path, phrase, 2.3, true));
    for (const [token] of text.matchAll(/PJSIP_SC_[A-Z_]+/g))
      for (const { path, text: phrase } of this.whole.get(normalise(token.slice(9))) ?? [])
        offer(this.answer(path, phrase, this.isName(path, phrase) ? 2.35 : 2.3, true));
    // A phrase inside a longer line.
    const padded = ` ${plain} `;
    for (const [key, bearers] of this.whole)
      if (key.includes(' ') && key !== plain && padded.includes(` ${key} `))
        for (const { path, text: phrase } of bearers)
          offer(this.answer(path, phrase, 0.75 + 0.5 * (key.length / plain.length), false));

    const numbers = new Set(notations.map(({ value }) => String(value)));
    for (const match of this.index.search(text, 30)) {
      const code = /^\/(\d{3})\//.exec(match.target)?.[1];
      // A case of a code that the query names is meant more than the same words elsewhere.
      const named = code && numbers.has(code) ? 0.4 : 0;
      offer(
        this.answer(
          match.target,
          match.text,
          match.score + named + (code ? (this.prior.get(code) ?? 0) : 0),
          false,
        ),
      );
    }
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** Codes and causes in a pasted piece of log, in order, each once. */
  inLog(text: string): Answer[] {
    const found = new Map<string, Answer>();
    for (const whole of text.split(/\r?\n/, mostLines)) {
      const line = whole.slice(0, longestLine);
      for (const notation of readNotations(line, (code) => this.codes.has(code))) {
        if (notation.certainty < 3 && !/\bSIP\b|status|response|cause|code/i.test(line)) continue;
        if (notation.certainty < 2) continue;
        const answer = this.forNotation(notation, 1);
        if (answer && !found.has(answer.path))
          found.set(answer.path, { ...answer, why: line.trim().slice(0, 120) });
      }
    }
    return [...found.values()];
  }
}
