/** Days are not in the future; the list of changes is in order. That a day is one of the calendar is said by the schemas. */
import type { Model } from '../model.ts';
import { entriesOf, type Entry, type Path } from '../read.ts';
import { type Known, rowsOf } from './known.ts';
import { at, type Problem } from './problem.ts';

const keys = new Set(['reviewed', 'checked', 'since', 'date']);
/** SIP's first RFC is of 1999; nothing here was looked at before. */
const first = '1999-03-01';

/** What is wrong with a day, or nothing. @param today in the same form. */
export function dayFault(text: string, today: string): string | undefined {
  if (text > today) return `is ${text}, which lies in the future; write the day it was done`;
  if (text < first) return `is ${text}, before SIP existed; correct it`;
  return undefined;
}

/** The latest day that has begun somewhere on earth. */
export const latestDay = (now = new Date()) =>
  new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

export function checkDates(model: Model, { hasCode, leads }: Known, today: string): Problem[] {
  const { content } = model;
  const problems: Problem[] = [];
  const walk = (entry: Entry, value: unknown, path: Path) => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(entry, inner, [...path, key]);
    // `since` is a version where it speaks of a program.
    else if (typeof value === 'string' && keys.has(String(path.at(-1))) && /^\d{4}-/.test(value)) {
      const fault = dayFault(value, today);
      if (fault) problems.push(at(entry, path, fault));
    }
  };
  for (const entry of entriesOf(content)) walk(entry, entry.data, []);

  let before: string | undefined;
  let file = '';
  for (const entry of rowsOf(model, 'changes')) {
    if (entry.file === file && before !== undefined && entry.data.date > before)
      problems.push(
        at(entry, ['date'], `is ${entry.data.date}, after the entry above it; the newest change comes first`),
      );
    before = entry.data.date;
    file = entry.file;
    entry.data.codes.forEach((code, place) => {
      if (!hasCode(code))
        problems.push(at(entry, ['codes', place], `names ${code}, which has no page; correct the code`));
    });
    entry.data.pages?.forEach((path, place) => {
      if (/^\/\d{3}\/$/.test(path))
        problems.push(at(entry, ['pages', place], `names ${path}, a code page; write its number in codes`));
      else if (!leads(path))
        problems.push(at(entry, ['pages', place], `names ${path}, which is no page; correct the path`));
    });
  }
  return problems;
}
