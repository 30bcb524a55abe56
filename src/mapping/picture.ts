/** Places the picture of a mapping: codes in a column, causes in another, each line one row of the table. */
import type { Table } from './agreement.ts';

export interface Collapse {
  codes: { code: number; y: number; digit: string }[];
  causes: { cause: number; y: number; count: number }[];
  lines: { y1: number; y2: number; digit: string }[];
  /** Pixels. */
  height: number;
  /** The picture in words. */
  sentence: string;
}

const step = 15;

/** Defaults are left out: they would draw every line to one point. */
export function collapse({ data }: Table): Collapse {
  const rows = data.rows.filter(
    (row): row is typeof row & { code: number; cause: number } =>
      row.code !== undefined && row.cause !== undefined && !row.default,
  );
  const codeNumbers = [...new Set(rows.map((row) => row.code))].sort((a, b) => a - b);
  const place = new Map(codeNumbers.map((code, at) => [code, at * step + step]));
  const digit = (code: number) => String(code)[0] ?? '';
  const byCause = new Map<number, number[]>();
  for (const { code, cause } of rows) byCause.set(cause, [...(byCause.get(cause) ?? []), code]);
  const mean = (codes: number[]) =>
    codes.reduce((sum, code) => sum + (place.get(code) ?? 0), 0) / codes.length;
  const ordered = [...byCause].sort(([, a], [, b]) => mean(a) - mean(b));
  const height = codeNumbers.length * step + step;
  // Causes stand near the middle of their codes, in order, and never on top of each other.
  const gap = height / (ordered.length + 1);
  const causes = ordered.map(([cause, codes], at) => ({
    cause,
    y: Math.round(gap * (at + 1)),
    count: codes.length,
  }));
  const causePlace = new Map(causes.map(({ cause, y }) => [cause, y]));
  return {
    codes: codeNumbers.map((code) => ({ code, y: place.get(code) ?? 0, digit: digit(code) })),
    causes,
    lines: rows.map(({ code, cause }) => ({
      y1: place.get(code) ?? 0,
      y2: causePlace.get(cause) ?? 0,
      digit: digit(code),
    })),
    height,
    sentence: [...byCause]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([cause, codes]) => `cause ${cause} from ${codes.sort((a, b) => a - b).join(', ')}`)
      .join('; '),
  };
}
