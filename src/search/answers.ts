/**
 * What the results page shows, in stages: each stage is the whole list so far, better than the one before. Where the
 * data comes from is given by the caller, so that all of this runs without a browser.
 */
import type { Records, SearchRecord } from './facets.ts';
import type { Chosen } from './filters.ts';
import { type Answer, isSure } from './answer.ts';
import type { Finder } from './finder.ts';
import { showsWords } from './mark.ts';
import { type FullText, type Hit, mergeHits } from './merge.ts';
import { quotedWhole, withoutFiller } from './text.ts';

/** A page or record that full text found. Loading it costs a request. */
export interface FullTextHit {
  id: string;
  load(): Promise<FullText>;
}

export interface FullTextFound {
  /** All that full text finds, best first. */
  hits: FullTextHit[];
  /** False where it could not look up every word of the query. */
  whole: boolean;
}

/** Everything is loaded at most once, whoever asks; what cannot be fetched rejects and may be asked for again. */
export interface Sources {
  /** Names and numbers. */
  finder(): Promise<Finder>;
  /** Adds to the finder what it needs beside names. */
  symptoms(): Promise<unknown>;
  /** Adds words of other languages where the query may be of one; true where that was new. */
  languages(query: string): Promise<boolean>;
  /** Adds what programs print. */
  printed(): Promise<unknown>;
  /** Adds to the finder what is shown of answers beside their titles. */
  gists(): Promise<unknown>;
  /** What every id of the full-text index stands for. */
  records(): Promise<Records>;
  fullText(query: string): Promise<FullTextFound>;
}

/** What is asked: words, or a log of which only the answers are wanted. */
export interface Question {
  /** One line. */
  query: string;
  /** Reads a pasted log; what it finds takes the place of what the words find. */
  log?: (() => Promise<Answer[]>) | undefined;
}

/** What could not be fetched. */
export type Missing = 'names' | 'symptoms' | 'records' | 'full text' | 'some words' | 'excerpts';

export interface Stage {
  /** What the list holds by now; `excerpts` is the last one. */
  stage: 'names' | 'symptoms' | 'titles' | 'excerpts';
  hits: Hit[];
  /** Hits of full text that are left for “more”. */
  more: number;
  /** The best answer of the exact layer that a filter allows. */
  best?: Answer | undefined;
  missing: Missing[];
}

/** Answers of the exact layer at most. */
const mostAnswers = 15;
/** With a filter, as many are asked for that those it leaves still fill the list. */
const mostBeforeFilter = 200;

/** Pages of full text shown at first: below the answers of the exact layer they fill a list of about twenty. */
export const firstPages = 6;
/** And with every press of “more”. */
export const morePages = 12;

/** Telling words of a query that full text is asked for, at most. */
const mostWords = 12;

/** What has not come by then counts as what cannot be fetched: a file that hangs may not hold up what is there. */
const patience = 30_000;

/** So long all else waits for words of other languages, which may change every answer. */
const patienceOfLanguages = 5000;

/** So long what programs print, and the lines of answers, leave the line to full text. */
const patienceOfGists = 1500;

/** @throws after `milliseconds`. */
const inTime = <T>(value: Promise<T>, milliseconds: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('not in time')), milliseconds);
    void value.then(resolve, reject).finally(() => clearTimeout(late));
  });

const nothing: FullTextFound = { hits: [], whole: true };

const titleOnly = ({ path, title }: SearchRecord, finder?: Finder): FullText => ({
  url: path,
  title: title || finder?.answerAt(path, '')?.title || path,
  excerpt: '',
  parts: [],
});

/**
 * @param chosen filters; no stage shows what they exclude, unless `records` is missing.
 * @param signal ends the generator where a newer query has taken over.
 * @param pages of full text at most; each costs a request for its excerpt.
 */
export async function* answers(
  { query, log }: Question,
  chosen: Chosen,
  sources: Sources,
  signal: AbortSignal,
  pages = firstPages,
): AsyncGenerator<Stage> {
  const missing: Missing[] = [];
  const filtered = Object.values(chosen).some(Boolean);
  /** The value, or undefined and a note where it cannot be fetched. */
  const got = async <T>(what: Missing, value: Promise<T>): Promise<T | undefined> => {
    try {
      return await inTime(value, patience);
    } catch {
      missing.push(what);
      return undefined;
    }
  };
  let literal = quotedWhole(query);
  const words = withoutFiller(literal ?? query);
  // Full text wants every word: a log has none that answers, nor has a long line, and each word costs a request.
  const isLong = words.split(' ').length > mostWords;
  // Everything is asked for now; what fails is dealt with where it is awaited.
  const asked = {
    fullText: log || isLong ? Promise.resolve(nothing) : sources.fullText(literal ? `"${literal}"` : words),
    finder: sources.finder(),
    symptoms: sources.symptoms(),
    records: sources.records(),
  };
  for (const promise of Object.values(asked)) promise.catch(() => undefined);
  let found: Answer[] = [];
  const stage = (name: Stage['stage'], list: readonly Answer[], texts: FullText[], more = 0): Stage => ({
    stage: name,
    hits: mergeHits(
      list.map((answer) => finder?.withGist(answer) ?? answer),
      texts,
      literal !== undefined,
    ),
    more,
    best: found[0],
    missing: [...new Set(missing)],
  });

  const finder = await got('names', asked.finder);
  if (signal.aborted) return;
  // What a filter allows is known with the records only.
  if (finder && !filtered && !log) {
    found = finder.find(query, mostAnswers);
    yield stage('names', found.filter(isSure), []);
  }
  if (finder) await got('symptoms', asked.symptoms);
  let records = filtered ? await got('records', asked.records) : undefined;
  if (signal.aborted) return;
  const allowed = (path: string) => !filtered || !records || records.matches(path, chosen);
  const fitting = (list: readonly Answer[]) => list.filter(({ path }) => allowed(path)).slice(0, mostAnswers);
  const find = () => fitting(finder?.find(query, filtered ? mostBeforeFilter : mostAnswers) ?? []);
  if (finder) {
    found = log ? fitting((await got('names', log())) ?? []) : find();
    yield stage('symptoms', found, []);
    const isTranslated =
      !log && (await inTime(sources.languages(query), patienceOfLanguages).catch(() => false));
    if (signal.aborted) return;
    if (isTranslated) {
      found = find();
      yield stage('symptoms', found, []);
    }
  }

  const late = (load: () => Promise<unknown>) => inTime(load(), patience).catch(() => undefined);
  const gists = finder
    ? inTime(asked.fullText, patienceOfGists)
        .catch(() => undefined)
        .then(() => Promise.all([late(sources.printed), late(sources.gists)]))
    : undefined;
  const texts = got('full text', asked.fullText);
  const isFirst = await Promise.race([texts.then(() => false), gists?.then(() => true) ?? texts]);
  if (signal.aborted) return;
  if (isFirst === true) {
    if (!log) found = find();
    if (found.length) yield stage('symptoms', found, []);
  }
  let all = await texts;
  if (!all?.hits.length && literal) {
    // No page has it letter for letter: its words are better than nothing.
    literal = undefined;
    if (all && !isLong) all = await got('full text', sources.fullText(words));
  }
  records ??= await got('records', asked.records);
  if (signal.aborted) return;
  if (all && !all.whole) missing.push('some words');
  const fits = (all?.hits ?? []).filter(({ id }) => allowed(records?.get(id)?.path ?? ''));
  const shown = fits.slice(0, pages);
  const listed = new Set(found.map(({ path }) => path));
  const more = fits.slice(pages).filter(({ id }) => !listed.has(records?.get(id)?.path ?? '')).length;
  const titles = shown.flatMap(({ id }) => records?.get(id) ?? []).map((record) => titleOnly(record, finder));
  // Where nothing else is found, full text has to show first that it found what was asked.
  if (found.length) yield stage('titles', found, titles, more);

  const [loaded] = await Promise.all([Promise.all(shown.map((hit) => got('excerpts', hit.load()))), gists]);
  if (signal.aborted) return;
  if (!log) found = find();
  const excerpts = loaded.flatMap((text, at) => {
    const record = records?.get(shown[at]?.id ?? '');
    // A page whose excerpt cannot be fetched keeps its title.
    return text ?? (record ? titleOnly(record, finder) : []);
  });
  const shows = excerpts.filter(({ excerpt }) => showsWords(excerpt, query));
  yield stage('excerpts', found, shows, shows.length ? more : 0);
}
