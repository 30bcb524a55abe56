/** Filters of the search page: what every page and record is, by kind, class, vendor and method. */

import { shortPaths, wholePaths } from './columns.ts';
import { type Chosen, type FilterName, filterNames } from './filters.ts';

/** What a page is: it may have several vendors and methods. */
export type Facets = Partial<Record<FilterName, readonly string[]>>;

/** A page or record of the full-text index. */
export interface SearchRecord {
  /** Path below the base, with fragment. */
  path: string;
  /** Empty where the exact layer has the same one. */
  title: string;
  facets: Facets;
}

/**
 * The file that tells what every id of the full-text index stands for, as columns in the order of the paths. Facets are
 * listed once, sorted, and meant by their place in the list: vendors' names would be repeated on every code page.
 */
export interface TitlesFile {
  facets: [name: FilterName, value: string][];
  /** How much of an id is told: as much as no other id shares. */
  length: number;
  /** The beginnings of all ids, without the language that all have. */
  ids: string;
  /** A path on the page of the one before is told by its fragment. */
  paths: string[];
  /** Empty where names and symptoms have the same one. */
  titles: string[];
  own: number[][];
}

/** What tells an id of Pagefind from others: all have the language of the site in front. */
const ownPart = (id: string) => id.replace(/^[a-z]+_/, '');

const key = (name: FilterName, value: string) => `${name}\n${value}`;

function each(facets: Facets, use: (name: FilterName, value: string) => void): void {
  for (const name of filterNames) for (const value of facets[name] ?? []) use(name, value);
}

/** Everything that a page or record is, each once, in the order in which filters show it. */
function allFacets(records: Iterable<SearchRecord>): [FilterName, string][] {
  const all = new Map<string, [FilterName, string]>();
  for (const { facets } of records) each(facets, (name, value) => all.set(key(name, value), [name, value]));
  return [...all.values()].sort(
    ([nameA, a], [nameB, b]) =>
      filterNames.indexOf(nameA) - filterNames.indexOf(nameB) || a.localeCompare(b, 'en', { numeric: true }),
  );
}

/** How many letters of the ids tell each from all others. */
function tellingLength(ids: readonly string[]): number {
  let length = 1;
  while (new Set(ids.map((id) => id.slice(0, length))).size < ids.length) length += 1;
  return length;
}

/**
 * The file for the records of an index.
 * @param records by the id that Pagefind gave each.
 * @param known the title that another file has for a path.
 */
export function writeTitles(
  records: ReadonlyMap<string, SearchRecord>,
  known: (path: string) => string | undefined = () => undefined,
): TitlesFile {
  const facets = allFacets(records.values());
  const places = new Map(facets.map(([name, value], at) => [key(name, value), at]));
  const sorted = [...records].sort(([, a], [, b]) => (a.path < b.path ? -1 : 1));
  const ids = sorted.map(([id]) => ownPart(id));
  const length = tellingLength(ids);
  return {
    facets,
    length,
    ids: ids.map((id) => id.slice(0, length)).join(''),
    paths: shortPaths(sorted.map(([, { path }]) => path)),
    titles: sorted.map(([, { path, title }]) => (title === known(path) ? '' : title)),
    own: sorted.map(([, record]) => {
      const own: number[] = [];
      each(record.facets, (name, value) => own.push(places.get(key(name, value)) ?? 0));
      return own;
    }),
  };
}

/** All pages and records, by id and by path. */
export class Records {
  private readonly byId = new Map<string, SearchRecord>();
  private readonly byPath = new Map<string, SearchRecord>();
  private readonly facets: TitlesFile['facets'];
  /** How many letters of an id are known. */
  private readonly length: number;

  constructor({ facets: all, length, ids, paths, titles, own }: TitlesFile) {
    this.facets = all;
    this.length = length;
    for (const [at, path] of wholePaths(paths).entries()) {
      const facets: Partial<Record<FilterName, string[]>> = {};
      for (const place of own[at] ?? []) {
        const [name, value] = all[place] ?? [];
        if (name && value) (facets[name] ??= []).push(value);
      }
      const record = { path, title: titles[at] ?? '', facets };
      this.byId.set(ids.slice(at * length, (at + 1) * length), record);
      this.byPath.set(path, record);
    }
  }

  get(id: string): SearchRecord | undefined {
    return this.byId.get(ownPart(id).slice(0, this.length));
  }

  /** Facets of a path: its own, or those of the page it stands on. */
  private facetsOf(path: string): Facets {
    const own = this.byPath.get(path) ?? this.byPath.get(path.replace(/#.*/, ''));
    // A vendor's notes on a code page are notes of this vendor alone.
    const vendor = /#vendor-([\w-]+)$/.exec(path)?.[1];
    const named = vendor && this.byPath.get(`/vendors/${vendor}/`);
    if (!named) return own?.facets ?? {};
    return { ...own?.facets, kind: ['vendor note'], vendor: named.facets.vendor ?? [] };
  }

  /** Whether what stands at this path is what every chosen filter asks for. */
  matches(path: string, chosen: Chosen): boolean {
    const facets = this.facetsOf(path);
    return filterNames.every((name) => {
      const value = chosen[name];
      return !value || Boolean(facets[name]?.includes(value));
    });
  }

  /** Values of a filter in their order, each with the number of pages and records it is true of. */
  values(name: FilterName): [value: string, count: number][] {
    const counts = new Map<string, number>();
    for (const { facets } of this.byId.values())
      for (const value of facets[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    // The file has them in their order; sorting here would take a phone longer than reading the file.
    return this.facets.flatMap(([of, value]) => (of === name ? [[value, counts.get(value) ?? 0]] : []));
  }
}
