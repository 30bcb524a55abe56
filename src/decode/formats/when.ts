/**
 * Times as programs write them. Only what is needed to take differences: zones are ignored,
 * since one trace is written in one zone.
 */
import type { TraceTime } from '../types.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

interface Shape {
  pattern: RegExp;
  read: (groups: string[]) => number | null;
}

const number = (text: string | undefined): number => Number(text ?? '0');

/** Seconds of a clock time with its fraction: `20:53:40.123`. */
function clock(hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number {
  return (
    number(hours) * 3600 + number(minutes) * 60 + Number((seconds ?? '0').replace(',', '.').replace(':', '.'))
  );
}

function day(year: number, month: number, date: number): number | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  return Date.UTC(year, month - 1, date) / 1000;
}

function full(
  year: string | undefined,
  month: number,
  date: string | undefined,
  time: number,
): number | null {
  const start = day(number(year), month, number(date));
  return start === null ? null : start + time;
}

const monthOf = (name: string | undefined): number =>
  months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

/** Without a year: that of no leap year, good for differences. */
const anyYear = '2001';

const shapes: Shape[] = [
  {
    // 2025-11-20T06:25:03.933582Z, 2025/11/20 11:20:36.861404, 2025.11.20 12:00:00:123
    pattern: /(\d{4})[-/.](\d\d?)[-/.](\d\d?)[T_ \t]{1,3}(\d\d?):(\d\d):(\d\d(?:[.,:]\d{1,9})?)/,
    read: (g) => full(g[1], number(g[2]), g[3], clock(g[4], g[5], g[6])),
  },
  {
    // 20-11-2026 14:00:22.113571, 21.10.24 10:16:44, 11/20/2025 12:00:00
    pattern:
      /(?<![\d.])(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)[T_ \t,]{1,6}(\d\d?):(\d\d):(\d\d(?:[.,:]\d{1,9})?)/,
    read: (g) => {
      const year = (g[3] ?? '').length === 2 ? `20${g[3] ?? ''}` : g[3];
      const time = clock(g[4], g[5], g[6]);
      // Month and day change places where only one reading is a date.
      return number(g[2]) > 12 ? full(year, number(g[1]), g[2], time) : full(year, number(g[2]), g[1], time);
    },
  },
  {
    // Nov 20 11:20:36, Nov 20, 2025 14:00:22.04, *Nov 20 11:20:36.123
    pattern:
      /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ \t]{1,3}(\d\d?),?[ \t]{1,3}(?:(\d{4})[ \t]{1,3})?(\d\d?):(\d\d):(\d\d(?:[.,]\d{1,9})?)/i,
    read: (g) => full(g[3] ?? anyYear, monthOf(g[1]), g[2], clock(g[4], g[5], g[6])),
  },
  {
    // 20 Nov 2025 12:00:00
    pattern:
      /\b(\d\d?)[ \t-](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ \t-](\d{4})[ \t]{1,3}(\d\d?):(\d\d):(\d\d(?:[.,]\d{1,9})?)/i,
    read: (g) => full(g[3], monthOf(g[2]), g[1], clock(g[4], g[5], g[6])),
  },
  {
    // Seconds since 1970: "time: 1795182615.631900"
    pattern: /(?<![\d.])(1\d{9})(\.\d{1,9})?(?![\d.])/,
    read: (g) => Number(`${g[1] ?? ''}${g[2] ?? ''}`),
  },
  {
    pattern: /(?<![\d:.])(\d\d?):(\d\d):(\d\d(?:[.,]\d{1,9})?)(?!:?\d)/,
    read: (g) => clock(g[1], g[2], g[3]),
  },
  {
    // Milliseconds since 1970
    pattern: /(?<![\d.])(1\d{12})(?![\d.])/,
    read: (g) => Number(g[1]) / 1000,
  },
];

/** The first time in a piece of text. */
export function findTime(text: string): TraceTime | null {
  for (const { pattern, read } of shapes) {
    const found = pattern.exec(text);
    if (!found) continue;
    const seconds = read(found);
    if (seconds !== null && Number.isFinite(seconds)) return { text: found[0].trim(), seconds };
  }
  return null;
}
