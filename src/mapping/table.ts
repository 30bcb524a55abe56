/** The mapping as rows for a table, a CSV file and JSON: one list for all three, so that they cannot differ. */
import type { MappingRow } from '../content/schemas/mappings.ts';
import type { Table } from './agreement.ts';
import { causeHex, dss1Octet } from './q850.ts';

/** One statement of one authority. */
export interface MappingLine {
  direction: 'sip-to-q850' | 'q850-to-sip';
  authority: string;
  code: number | undefined;
  cause: number | undefined;
  hex: string | undefined;
  dss1: string | undefined;
  name: string | undefined;
  condition: string | undefined;
  note: string | undefined;
  /** True where the authority has no row of its own and its default is given. */
  default: boolean;
}

/** Every statement of every table, in the order of the authorities. */
export function mappingLines(tables: readonly Table[]): MappingLine[] {
  return [...tables]
    .sort((a, b) => b.data.direction.localeCompare(a.data.direction) || a.data.order - b.data.order)
    .flatMap(({ data }) =>
      data.rows.map((row) => ({
        direction: data.direction,
        authority: data.authority,
        code: row.code,
        cause: row.cause,
        // Values above 127 are a program's own and have no octet.
        hex: row.cause !== undefined && row.cause < 128 ? causeHex(row.cause) : undefined,
        dss1: row.cause !== undefined && row.cause < 128 ? dss1Octet(row.cause) : undefined,
        name: row.name ?? row.printed?.cause,
        condition: row.condition,
        note: row.note,
        default: row.default ?? false,
      })),
    );
}

/** A field of a CSV file (RFC 4180). A leading =, +, - or @ would start a formula in a spreadsheet. */
export function csvField(value: string | number | boolean | undefined): string {
  const text = value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a CSV file with a head line, CRLF at the ends. */
export function csv<T extends object>(keys: readonly (keyof T & string)[], rows: readonly T[]): string {
  const line = (values: (string | number | boolean | undefined)[]) => values.map(csvField).join(',');
  return [line([...keys]), ...rows.map((row) => line(keys.map((key) => row[key] as string | undefined)))]
    .join('\r\n')
    .concat('\r\n');
}

/** What one cell of the table says: the values of one authority for one code or cause. */
export interface Cell {
  values: { text: string; title: string; default: boolean }[];
}

/** The cell for a code or a cause in one authority's table. */
export function cell(table: Table | undefined, by: { code?: number; cause?: number }): Cell {
  const rows = (table?.data.rows ?? []).filter((row) =>
    by.code === undefined ? row.cause === by.cause : row.code === by.code,
  );
  const target = (row: MappingRow) => (by.code === undefined ? row.code : row.cause);
  return {
    values: rows.map((row) => ({
      text: target(row) === undefined ? '–' : String(target(row)),
      title: [row.name, row.condition, row.note, row.default ? 'by default' : undefined]
        .filter(Boolean)
        .join('; '),
      default: row.default ?? false,
    })),
  };
}

/** Id of an authority in the address and in the markup of the mapping page: `rfc-4497-qsig`. */
export function authorityId(authority: string): string {
  return authority
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
