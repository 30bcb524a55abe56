/** Entries against their schema: typed data, or problems that say what to do. */
import type { z } from 'astro/zod';
import type { Entry, Problem } from './read.ts';

/** An entry that keeps its schema. */
export type Typed<T, E extends Entry = Entry> = Omit<E, 'data'> & { data: T };

/** Turns one zod issue into a sentence that says what to do. */
function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has the unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}; remove it or correct its spelling`;
    case 'invalid_type':
      return issue.message.includes('received undefined')
        ? 'is missing; add it (its meaning is described in src/content/schemas)'
        : `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `needs at least ${String(issue.minimum)} entry`
        : `is too short (at least ${String(issue.minimum)})`;
    case 'too_big':
      return `is too long (at most ${String(issue.maximum)})`;
    default:
      return issue.message;
  }
}

/**
 * Validates entries, each once.
 * @param problems gets what is wrong with the entries that are left out.
 * @param key names an entry of a file that holds many; empty for a file of its own.
 */
export function validate<T, E extends Entry>(
  entries: readonly E[],
  schema: z.ZodType<T>,
  problems: Problem[],
  key: (entry: E) => string = () => '',
): Typed<T, E>[] {
  return entries.flatMap((entry) => {
    // What could not be read has been reported; that its values are missing is no second problem.
    if (entry.data === undefined) return [];
    const result = schema.safeParse(entry.data);
    if (result.success) return [{ ...entry, data: result.data }];
    for (const issue of result.error.issues)
      problems.push({
        file: entry.file,
        line: entry.lineOf(issue.path),
        key:
          [key(entry), ...issue.path.map(String)].filter(Boolean).join('.') ||
          (entry.file.endsWith('.mdx') ? 'front matter' : 'the file'),
        message: explain(issue),
      });
    return [];
  });
}
