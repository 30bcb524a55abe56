/** The second file travels as columns: what is alike stands together and packs smaller than entry by entry. */
import type { Doc } from './index-data.ts';

/** For each key of an entry its values, in order; an empty text where an entry has none. */
export type Columns = Record<keyof Doc, string[]>;

const keys = ['k', 'u', 't', 'a', 'w', 'y', 's'] as const satisfies (keyof Doc)[];

export const toColumns = (docs: readonly Doc[]): Columns =>
  Object.fromEntries(keys.map((key) => [key, docs.map((doc) => doc[key] ?? '')])) as Columns;

export const fromColumns = (columns: Columns): Doc[] =>
  columns.u.map(
    (_, at) =>
      Object.fromEntries(
        keys.map((key) => [key, columns[key][at] ?? ''] as const).filter(([, value]) => value),
      ) as unknown as Doc,
  );
