/** CSV (RFC 4180) that spreadsheets open as it is meant. */

/** A field of a CSV file. A leading =, +, - or @ would start a formula in a spreadsheet. */
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
