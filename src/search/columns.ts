/** The second file travels as columns: what is alike stands together and packs smaller than entry by entry. */
import type { Doc } from './index-data.ts';

/** For each key of an entry its values, in order; an empty text where an entry has none. */
export type Columns = Record<keyof Doc, string[]>;

const keys = ['k', 'u', 't', 'a', 'w', 's'] as const satisfies (keyof Doc)[];

/** Page of a path, without the fragment. */
const pageOf = (path: string) => path.replace(/#.*/, '');

/** A place on the page of the entry before it keeps its fragment only. */
export const shortPaths = (paths: readonly string[]): string[] =>
  paths.map((path, at) =>
    path.includes('#') && pageOf(path) === pageOf(paths[at - 1] ?? '') ? path.slice(path.indexOf('#')) : path,
  );

export const toColumns = (docs: readonly Doc[]): Columns => ({
  ...(Object.fromEntries(keys.map((key) => [key, docs.map((doc) => doc[key] ?? '')])) as Columns),
  u: shortPaths(docs.map(({ u }) => u)),
});

/** Whole paths again. */
export function wholePaths(paths: readonly string[]): string[] {
  let page = '';
  return paths.map((path) => {
    if (path.startsWith('#')) return page + path;
    page = pageOf(path);
    return path;
  });
}

/** The entries again, with whole paths. */
export function fromColumns(columns: Columns): Doc[] {
  return wholePaths(columns.u).map((path, at) => {
    const doc: Partial<Record<keyof Doc, string>> = {};
    for (const key of keys) {
      const value = columns[key][at];
      if (value) doc[key] = value;
    }
    doc.u = path;
    return doc as Doc;
  });
}
