/**
 * The queries that search is measured with. Each set is split in two by a fixed rule: one half is worked with, the
 * other is scored and never looked at, so that the figures say what happens to words nobody has tuned for.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface Query {
  query: string;
  kind: string;
  /** Where it is told by the set, and not by the text. */
  half?: Half;
}

/** A query whose answer is a page. */
export interface PageQuery extends Query {
  /** Codes, the most likely first. */
  expect: number[];
  /** Other right answers: a code, `q850:21`, `class:4xx`, `guide:digest`. */
  altAccept?: string[];
}

/** A query whose answer is a case. */
export interface CaseQuery extends Query {
  /** Permalinks with fragment. */
  expect: string[];
  alsoRight?: string[];
}

export type Half = 'work' | 'held out';

/** Decided by the text of the query alone: a set that grows moves nothing from one half to the other. */
const halfOf = ({ query, half }: Query): Half =>
  half ?? (createHash('sha256').update(query).digest()[0]! % 2 ? 'held out' : 'work');

const read = <Q extends Query>(file: string, half: Half) =>
  (JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Q[]).filter(
    (query) => halfOf(query) === half,
  );

export const pageQueries = (half: Half): PageQuery[] => [
  ...read<PageQuery>('queries.json', half),
  ...read<PageQuery>('queries-field.json', half),
  ...read<PageQuery>('queries-public.json', half),
];

/**
 * Queries of the ten kinds of the first set, by six writers who had seen neither site nor search: those of two are held
 * out. What writer or either of two readers call right counts where two of the three do.
 */
export const askedQueries = (half: Half): PageQuery[] => read<PageQuery>('queries-asked.json', half);

/**
 * Short everyday phrases (“blf lamp stays red”) by two writers, judged by two readers as those above; the second writer’s
 * are held out.
 */
export const everydayQueries = (half: Half): PageQuery[] => read<PageQuery>('queries-everyday.json', half);

/**
 * Lines of logs from public threads, two of three without a response code, by two writers who had not run the search, and
 * judged by two readers as those above.
 */
export const logQueries = (half: Half): PageQuery[] => read<PageQuery>('queries-logs.json', half);

export const caseQueries = (half: Half): CaseQuery[] => [
  ...read<CaseQuery>('queries-cases.json', half),
  ...read<CaseQuery>('queries-public-cases.json', half),
];

/**
 * Queries that were made up for 270 cases drawn by lot, by writers who had the case and not the search. Those that were
 * written when all was fitted are held out.
 */
export const madeUpQueries = (half: Half): CaseQuery[] => read<CaseQuery>('queries-made-up.json', half);

/**
 * A thousand public reports, of which one judge said what answers each. The weights of search are fitted to them too, so
 * none is held out; they are too many to ask in a browser.
 */
export const reportQueries = (): CaseQuery[] => read<CaseQuery>('queries-reports.json', 'work');

/** What a hit stands for: a code, `q850:21`, `class:4xx`, `guide:…`. */
function keyOf(path: string): string {
  return (
    /^\/(\d{3})\//.exec(path)?.[1] ??
    /^\/q850\/(\d+)/.exec(path)?.[1]?.replace(/^/, 'q850:') ??
    /^\/(\dxx)\//.exec(path)?.[1]?.replace(/^/, 'class:') ??
    /^\/guides\/([\w-]+)/.exec(path)?.[1]?.replace(/^/, 'guide:') ??
    path
  );
}

export interface Score {
  asked: number;
  first: number;
  three: number;
  /** Queries without any hit. */
  empty: number;
  missed: string[];
}

async function score<Q extends Query>(
  queries: readonly Q[],
  hits: (query: string) => Promise<string[]> | string[],
  judge: (query: Q, paths: string[]) => { first: boolean; three: boolean; shown: string[] },
): Promise<Score> {
  const result: Score = { asked: queries.length, first: 0, three: 0, empty: 0, missed: [] };
  for (const query of queries) {
    const paths = await hits(query.query);
    const { first, three, shown } = judge(query, paths);
    if (first) result.first += 1;
    if (three) result.three += 1;
    if (!paths.length) result.empty += 1;
    if (!first)
      result.missed.push(
        `${three ? ' 3' : 'no'} ${JSON.stringify(query.query.slice(0, 150))} → ${shown.slice(0, 4).join(', ') || 'nothing'}; expected ${expected(query)}`,
      );
  }
  return result;
}

const expected = (query: Query) =>
  Object.entries(query)
    .filter(([key]) => /expect|alt|also/.test(key))
    .flatMap(([, value]) => value as unknown[])
    .join(', ');

/**
 * Right first: the first hit is one of the first two expected codes or an accepted alternative. Right among three: any
 * expected code or alternative is.
 */
export const scorePages = (
  queries: readonly PageQuery[],
  hits: (query: string) => Promise<string[]> | string[],
): Promise<Score> =>
  score(queries, hits, ({ expect, altAccept = [] }, paths) => {
    const keys = paths.map(keyOf);
    const right = [...expect.map(String), ...altAccept];
    return {
      first: [...expect.slice(0, 2).map(String), ...altAccept].includes(keys[0] ?? ''),
      three: keys.slice(0, 3).some((key) => right.includes(key)),
      shown: paths,
    };
  });

/** Hits that are the whole page of a code or cause are left out: what counts is the place on a page. */
export const scoreCases = (
  queries: readonly CaseQuery[],
  hits: (query: string) => Promise<string[]> | string[],
): Promise<Score> =>
  score(queries, hits, ({ expect, alsoRight = [] }, paths) => {
    const places = paths.filter((path) => !/^\/(q850\/\d+|\d{3})\/$/.test(path));
    const right = [...expect, ...alsoRight];
    return {
      first: right.includes(places[0] ?? ''),
      three: places.slice(0, 3).some((place) => right.includes(place)),
      shown: places,
    };
  });

/** `first 71/73 (97.3 %), among three 72/73 (98.6 %), empty 0` */
export function scoreText({ asked, first, three, empty }: Score): string {
  const share = (part: number) => `${part}/${asked} (${((100 * part) / asked).toFixed(1)} %)`;
  return `first ${share(first)}, among three ${share(three)}, empty ${empty}`;
}

/** What both benches count of a half, each by its name. */
export const scoresOf = async (
  half: Half,
  hits: (query: string) => Promise<string[]> | string[],
): Promise<[what: string, score: Score][]> => [
  ['pages', await scorePages(pageQueries(half), hits)],
  ['pages, asked by six writers', await scorePages(askedQueries(half), hits)],
  ['pages, short everyday phrases', await scorePages(everydayQueries(half), hits)],
  ['pages, lines of logs', await scorePages(logQueries(half), hits)],
  ['cases', await scoreCases(caseQueries(half), hits)],
  ['cases, made-up queries', await scoreCases(madeUpQueries(half), hits)],
];
