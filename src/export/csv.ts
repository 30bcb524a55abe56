/** CSV (RFC 4180) that spreadsheets open as it is meant. */

/** Without it Excel takes UTF-8 for the code page of the computer: “–” becomes “â€“”. */
const byteOrderMark = '\uFEFF';

/** What makes a spreadsheet take a text for a formula, also in its full-width form (OWASP ASVS 1.2.10). */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** What a field can hold; nothing is an empty field. */
export type CsvValue = string | number | boolean | undefined;

/**
 * A field of a CSV file. A text that would start a formula gets an apostrophe in front, which a program that reads the
 * file takes off again. Numbers are numbers.
 */
export function csvField(value: CsvValue): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A CSV file: UTF-8 with its mark, a head line, CRLF at the ends.
 * @param keys the columns, in their order.
 */
export function csv<K extends string>(
  keys: readonly K[],
  rows: readonly Readonly<Partial<Record<K, CsvValue>>>[],
): string {
  const line = (values: readonly CsvValue[]) => `${values.map(csvField).join(',')}\r\n`;
  return byteOrderMark + line(keys) + rows.map((row) => line(keys.map((key) => row[key]))).join('');
}
