/** What collapses onto a cause: the codes that each authority turns into the same cause. */
import type { Table } from './agreement.ts';

/** The codes of one authority that become one cause. */
export interface Collected {
  /** Codes with a row of their own, ascending, those of a class together. */
  byClass: { digit: string; codes: number[] }[];
  /** Codes that come here only because the authority has no row for them. */
  byDefault: number;
}

export interface CollapseRow {
  cause: number;
  /** One for each table, in their order. */
  cells: Collected[];
}

function collected({ data }: Table, cause: number): Collected {
  const rows = data.rows.filter((row) => row.cause === cause && row.code !== undefined);
  const codes = [...new Set(rows.filter((row) => !row.default).map((row) => row.code ?? 0))].sort(
    (a, b) => a - b,
  );
  const digits = [...new Set(codes.map((code) => String(code).charAt(0)))];
  return {
    byClass: digits.map((digit) => ({
      digit,
      codes: codes.filter((code) => String(code).startsWith(digit)),
    })),
    byDefault: rows.filter((row) => row.default).length,
  };
}

/** Codes that come to the cause by a row of their own. */
export const size = ({ byClass }: Collected) => byClass.reduce((sum, { codes }) => sum + codes.length, 0);

/** Causes that stand for more than one code with at least one authority; those that collect most first. */
export function collapse(tables: readonly Table[]): CollapseRow[] {
  const causes = new Set(tables.flatMap(({ data }) => data.rows.flatMap((row) => row.cause ?? [])));
  const total = ({ cells }: CollapseRow) => cells.reduce((sum, cell) => sum + size(cell), 0);
  return [...causes]
    .map((cause) => ({ cause, cells: tables.map((table) => collected(table, cause)) }))
    .filter(({ cells }) => cells.some((cell) => size(cell) > 1))
    .sort((a, b) => total(b) - total(a) || a.cause - b.cause);
}
