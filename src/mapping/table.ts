/** The mapping as a list of statements for CSV and JSON, and as a matrix of rows and authorities for the page. */
import type { MappingData, MappingRow } from '../content/schemas/mappings.ts';
import type { Table } from './agreement.ts';
import { causeHex, dss1Octet, isQ850 } from '../sip/q850.ts';

type Direction = MappingData['direction'];

/** One statement of one authority. */
export interface MappingLine {
  direction: Direction;
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

/** The columns of an exported statement, in their order. */
export const lineKeys = [
  'direction',
  'authority',
  'code',
  'cause',
  'hex',
  'dss1',
  'name',
  'condition',
  'note',
  'default',
] as const satisfies (keyof MappingLine)[];

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
        hex: isQ850(row.cause) ? causeHex(row.cause) : undefined,
        dss1: isQ850(row.cause) ? dss1Octet(row.cause) : undefined,
        name: row.name ?? row.printed?.cause,
        condition: row.condition,
        note: row.note,
        default: row.default ?? false,
      })),
    );
}

/** The tables of one direction, most important authority first. */
export function columns(tables: readonly Table[], direction: Direction): Table[] {
  return tables
    .filter(({ data }) => data.direction === direction)
    .sort((a, b) => a.data.order - b.data.order);
}

/** What an authority is called where room is short: one of its tables may say. */
export function shortName(tables: readonly Table[], authority: string): string {
  return tables.find(({ data }) => data.authority === authority && data.short)?.data.short ?? authority;
}

/** One of the values a cell shows. */
export interface CellValue {
  text: string;
  /** What the authority calls the cause. */
  name: string;
  /** When it holds, and what there is to know of it. */
  condition: string;
  /** The authority has no row of its own. */
  default: boolean;
}

const conditionOf = ({ condition, note }: MappingRow) => [condition, note].filter(Boolean).join('. ');

/** One condition or remark of an authority, with all the rows it is about. */
export interface Condition {
  authority: string;
  text: string;
  rows: { number: number; to: string }[];
}

/** The conditions and remarks of one direction, each of an authority once, in the order of the authorities. */
export function conditions(tables: readonly Table[], direction: Direction): Condition[] {
  const from = direction === 'sip-to-q850' ? 'code' : 'cause';
  const to = from === 'code' ? 'cause' : 'code';
  return columns(tables, direction).flatMap(({ data: { authority, rows } }) => {
    const byText = new Map<string, Condition['rows']>();
    for (const row of rows) {
      const number = row[from];
      const text = conditionOf(row);
      if (number === undefined || !text) continue;
      byText.set(text, [...(byText.get(text) ?? []), { number, to: String(row[to] ?? '–') }]);
    }
    return [...byText].map(([text, found]) => ({ authority, text, rows: found }));
  });
}

/**
 * What one authority says of one code or cause; several values where it depends on a condition, none where it is silent.
 * @param number a code in a table from SIP, a cause in a table to SIP.
 */
export function cell({ data }: Table, number: number): CellValue[] {
  const [from, to] =
    data.direction === 'sip-to-q850' ? (['code', 'cause'] as const) : (['cause', 'code'] as const);
  return data.rows
    .filter((row) => row[from] === number)
    .map((row) => ({
      text: row[to] === undefined ? '–' : String(row[to]),
      name: row.name ?? '',
      condition: conditionOf(row),
      default: row.default ?? false,
    }));
}

/** Codes (from SIP) or causes (to SIP) that any authority has a row for, ascending. */
export function numbersIn(tables: readonly Table[], direction: Direction): number[] {
  const key = direction === 'sip-to-q850' ? 'code' : 'cause';
  const numbers = columns(tables, direction).flatMap(({ data }) =>
    data.rows.flatMap((row) => row[key] ?? []),
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** First digits of the codes that a cause becomes: "45". */
export function classesOfCause(tables: readonly Table[], cause: number): string {
  const digits = columns(tables, 'q850-to-sip').flatMap((table) =>
    cell(table, cause).flatMap(({ text }) => /^\d/.exec(text)?.[0] ?? []),
  );
  return [...new Set(digits)].join('');
}

/** Id of an authority in the address and in the markup of the mapping page: `rfc-4497-qsig`. */
export function authorityId(authority: string): string {
  return authority
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
