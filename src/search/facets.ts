/** Filters of the search page: what every page and record is, by kind, class, vendor and method. */

import { type Chosen, type FilterName, filterNames } from './filters.ts';

/** What a page is: it may have several vendors and methods. */
export type Facets = Partial<Record<FilterName, readonly string[]>>;

/** A page or record of the full-text index. */
export interface SearchRecord {
  /** Path below the base, with fragment. */
  path: string;
  title: string;
  facets: Facets;
}

/**
 * The file that tells what every id of the full-text index stands for. Facets are listed once, sorted, and meant by
 * their place in the list: vendors' names would be repeated on every code page.
 */
export interface TitlesFile {
  facets: [name: FilterName, value: string][];
  records: Record<string, [path: string, title: string, facets: number[]]>;
}

/** The file for the records of an index. @param records by the id that Pagefind gave each. */
export function writeTitles(records: ReadonlyMap<string, SearchRecord>): TitlesFile {
  const key = (name: FilterName, value: string) => `${name}\n${value}`;
  const all = new Map<string, [FilterName, string]>();
  const each = (facets: Facets, use: (name: FilterName, value: string) => void) => {
    for (const name of filterNames) for (const value of facets[name] ?? []) use(name, value);
  };
  for (const { facets } of records.values())
    each(facets, (name, value) => all.set(key(name, value), [name, value]));
  const sorted = [...all].sort(
    ([, [nameA, a]], [, [nameB, b]]) =>
      filterNames.indexOf(nameA) - filterNames.indexOf(nameB) || a.localeCompare(b, 'en', { numeric: true }),
  );
  const places = new Map(sorted.map(([text], at) => [text, at]));
  return {
    facets: sorted.map(([, facet]) => facet),
    records: Object.fromEntries(
      [...records].map(([id, { path, title, facets }]) => {
        const own: number[] = [];
        each(facets, (name, value) => own.push(places.get(key(name, value)) ?? 0));
        return [id, [path, title, own]];
      }),
    ),
  };
}

/** All pages and records, by id and by path. */
export class Records {
  private readonly byId = new Map<string, SearchRecord>();
  private readonly byPath = new Map<string, SearchRecord>();

  constructor(file: TitlesFile) {
    for (const [id, [path, title, places]] of Object.entries(file.records)) {
      const facets: Partial<Record<FilterName, string[]>> = {};
      for (const place of places) {
        const [name, value] = file.facets[place] ?? [];
        if (name && value) (facets[name] ??= []).push(value);
      }
      const record = { path, title, facets };
      this.byId.set(id, record);
      this.byPath.set(path, record);
    }
  }

  get(id: string): SearchRecord | undefined {
    return this.byId.get(id);
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
    return [...counts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  }
}
