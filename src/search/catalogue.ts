/** All that search can answer with, by path: what is shown of it, and how often it is met. */
import type { Answer } from './answer.ts';
import type { Doc, PlaceGists } from './index-data.ts';
import type { KnownNumbers } from './notations.ts';
import { treatedAs } from '../sip/unregistered.ts';
import * as weights from './weights.ts';

export const pageOf = (path: string): string => path.replace(/#.*/, '');

const isGuidePart = (path: string) => /^\/guides\/[^#]*#/.test(path);

/** The code whose page, or a place on whose page, a path leads to. */
const codeOf = (path: string) => /^\/(\d{3})\//.exec(path)?.[1];

export class Catalogue implements KnownNumbers {
  /** Paths of the places of the second file: the other files tell of them in its order. */
  places: readonly string[] = [];
  private readonly docs = new Map<string, Doc>();
  /** Phrases by code. */
  private readonly phrases = new Map<number, string>();
  private readonly registered = new Set<number>();
  private readonly causes = new Set<number>();
  /** A small head start for codes that are met often. */
  private readonly metOften = new Map<string, number>();
  /** The same for the cases of a page that stand first on it. */
  private readonly firstCases = new Map<string, number>();
  private readonly gists = new Map<string, string>();
  private readonly acts = new Map<string, string>();

  /** @param notes how many vendor notes it has: how often it is met. */
  addCode(code: number, phrase: string, notes: number, isRegistered: boolean): void {
    this.phrases.set(code, phrase);
    if (isRegistered) this.registered.add(code);
    this.metOften.set(String(code), isRegistered ? weights.metOften(notes) : 0);
    this.put({ k: 'code', u: `/${code}/`, t: `${code} ${phrase}` });
  }

  addCause(cause: number, name: string): void {
    this.causes.add(cause);
    this.put({ k: 'cause', u: `/q850/${cause}/`, t: `Cause ${cause} ${name}` });
  }

  /** Keeps what is known of a path already. */
  put(doc: Doc): void {
    if (!this.docs.has(doc.u)) this.docs.set(doc.u, doc);
  }

  /**
   * Adds the places of the second file.
   * @returns them with the titles that only the first file has.
   */
  addPlaces(sent: readonly Doc[]): Doc[] {
    const docs = sent.map((doc) => (doc.t ? doc : { ...doc, t: this.docs.get(doc.u)?.t ?? '' }));
    this.places = docs.map(({ u }) => u);
    for (const doc of docs) this.put(doc);
    this.favourFirstCases(docs);
    return docs;
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
        this.firstCases.set(path, weights.firstCase * (1 - at / cases.length));
  }

  /** Adds what is shown of the places beside their titles. */
  addGists(file: PlaceGists): void {
    for (const [at, number] of file.acts.entries()) {
      const actors = file.actors[number];
      if (actors) this.acts.set(this.places[at] ?? '', actors);
    }
    for (const [at, gist] of file.gists.entries()) if (gist) this.gists.set(this.places[at] ?? '', gist);
  }

  isCode(code: number): boolean {
    return this.phrases.has(code);
  }

  isCause(cause: number): boolean {
    return this.causes.has(cause);
  }

  get codes(): readonly number[] {
    return [...this.phrases.keys()];
  }

  get registeredCodes(): readonly number[] {
    return [...this.registered];
  }

  get(path: string): Doc | undefined {
    return this.docs.get(path);
  }

  /** Paths of the cases of a page, the most met first. */
  casesOf(page: string): string[] {
    return this.places.filter((path) => path.startsWith(`${page}#`));
  }

  /** How much a place is ahead of others that fit as well. */
  headStart(path: string): number {
    return (
      (this.metOften.get(codeOf(path) ?? '') ?? 0) +
      (this.firstCases.get(path) ?? 0) +
      (isGuidePart(path) ? weights.guidePart : 0)
    );
  }

  /** Reason phrase of the code whose page, or a place on whose page, a path leads to. */
  phraseOf(path: string): string | undefined {
    return this.phrases.get(Number(codeOf(path)));
  }

  /** Whether a phrase is the registered one of the code that a path leads to. */
  isRegisteredPhrase(path: string, text: string): boolean {
    const code = Number(codeOf(path));
    return this.registered.has(code) && this.phrases.get(code) === text;
  }

  answer(path: string, why: string, score: number, exact: boolean): Answer | undefined {
    const doc = this.docs.get(path);
    return doc && this.answerOf(doc, why, score, exact);
  }

  answerOf(doc: Doc, why: string, score: number, exact: boolean): Answer {
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

  /** The code or cause a case belongs to. */
  private ownerOf({ k, u }: Doc): string | undefined {
    if (k !== 'case') return undefined;
    const cause = /^\/q850\/(\d+)\//.exec(u)?.[1];
    return cause ? `Cause ${cause}` : `${codeOf(u)} ${this.phraseOf(u)}`;
  }

  /** The page of a number that nobody registered. There are hundreds, so the index does without them. */
  unregistered(code: number, why: string, score: number, exact: boolean): Answer | undefined {
    if (code < 100) return undefined;
    const stand = treatedAs(code);
    const doc: Doc = { k: 'code', u: `/${code}/`, t: `${code} Not registered` };
    const gist =
      stand === undefined
        ? 'SIP has the classes 1xx to 6xx only'
        : `Treat it as ${stand} ${this.phrases.get(stand) ?? ''}`.trim();
    return { ...this.answerOf(doc, why, score, exact), gist };
  }

  /** The answer with its line and who acts, where they came after it was found. */
  withGist(answer: Answer): Answer {
    const { path, gist = this.gists.get(path), acts = this.acts.get(path) } = answer;
    return { ...answer, gist, acts };
  }
}
