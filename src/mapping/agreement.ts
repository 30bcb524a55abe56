/** What the authorities say of a code or a cause. The two directions are different data; none is made from the other. */
import type { MappingData, MappingRow } from '../content/schemas/mappings.ts';

export interface Table {
  id: string;
  data: MappingData;
}

export interface Said {
  table: Table;
  row: MappingRow;
}

/** Rows of one direction that concern a code or a cause, in the order of the authorities. */
export function said(
  tables: readonly Table[],
  direction: MappingData['direction'],
  by: { code?: number; cause?: number },
): Said[] {
  return [...tables]
    .filter(({ data }) => data.direction === direction)
    .sort((a, b) => a.data.order - b.data.order)
    .flatMap((table) =>
      table.data.rows
        .filter((row) => (by.code === undefined ? row.cause === by.cause : row.code === by.code))
        .map((row) => ({ table, row })),
    );
}

export interface Agreement {
  /** Cause or code; undefined where the authority maps to nothing. */
  value: number | undefined;
  said: Said[];
}

/** Groups rows that say the same, those of the first authorities first. Defaults stand behind rows of their own. */
export function agreements(rows: readonly Said[], value: 'code' | 'cause'): Agreement[] {
  const groups = new Map<number | undefined, Said[]>();
  for (const one of rows) {
    const key = one.row[value];
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, members]) => ({ value: key, said: members }));
}

/** Whether the authorities agree, in a sentence. Defaults do not count: they say nothing of this very code or cause. */
export function agreementSentence(groups: readonly Agreement[], what: 'code' | 'cause'): string {
  const own = groups.filter((group) => group.said.some(({ row }) => !row.default));
  if (!own.length) return `No authority read here has a row for this ${what}; these are their defaults.`;
  if (own.length > 1) return `The authorities disagree: ${own.length} different answers.`;
  return `All authorities that list the ${what} agree.`;
}
