/** Entries against their schema: typed data, or problems that say what to do. */
import type { z } from 'astro/zod';
import type { Entry, Path, ReadProblem } from './read.ts';

/** An entry that keeps its schema. */
export type Typed<T, E extends Entry = Entry> = Omit<E, 'data'> & { data: T };

/** One thing that is wrong: where, and what to do. */
interface Fault {
  path: Path;
  /** What to look the line up by, if not by the path: the unknown key itself. */
  at?: Path;
  message: string;
}

/** What authors call zod's types. */
const kinds: Record<string, string> = {
  string: 'text; put it in quotes if it looks like a number',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

/** The value at a path, or undefined. */
function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

/** `at most 90 characters`, `at least 1 entry`. */
function limit(least: boolean, count: number | bigint, origin: string): string {
  const unit =
    origin === 'string'
      ? ' characters'
      : origin === 'array'
        ? ` ${Number(count) === 1 ? 'entry' : 'entries'}`
        : '';
  return `at ${least ? 'least' : 'most'} ${count}${unit}`;
}

/** Turns a zod issue into sentences that say what to do. */
function faults(issue: z.core.$ZodIssue, data: unknown, base: Path = []): Fault[] {
  const path = [...base, ...issue.path];
  const say = (message: string): Fault[] => [{ path, message }];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path,
      at: [...path, key],
      message: `has the unknown key "${key}"; remove it or correct its spelling`,
    }));
  // Of several forms, the one that comes closest is meant: the one that knows the most of the keys.
  if (issue.code === 'invalid_union' && issue.errors.length) {
    const distance = (errors: readonly z.core.$ZodIssue[]) =>
      errors.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0);
    const [closest = []] = [...issue.errors].sort((a, b) => distance(a) - distance(b));
    return closest.flatMap((inner) => faults(inner, data, path));
  }
  const choice = issue.code === 'invalid_value' ? `one of ${issue.values.map(String).join(', ')}` : '';
  if (path.length && valueAt(data, path) === undefined)
    return say(`is missing; add it${choice ? `, ${choice}` : ' (src/content/schemas says what it is)'}`);
  if (valueAt(data, path) === null && issue.code !== 'custom')
    return say('is empty; write it, or take it out');
  if (choice) return say(`must be ${choice}`);
  switch (issue.code) {
    case 'invalid_type':
      return say(`must be ${kinds[issue.expected] ?? issue.expected}`);
    case 'too_small':
      return say(`needs ${limit(true, issue.minimum, issue.origin)}; add what is missing`);
    case 'too_big':
      return say(`may be ${limit(false, issue.maximum, issue.origin)}; shorten it`);
    case 'invalid_key':
      return say(issue.issues.map(({ message }) => message).join('; '));
    default:
      return say(issue.message);
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
  problems: ReadProblem[],
  key: (entry: E) => string = () => '',
): Typed<T, E>[] {
  return entries.flatMap((entry) => {
    // What could not be read has been reported; that its values are missing is no second problem.
    if (entry.data === undefined) return [];
    const result = schema.safeParse(entry.data);
    if (result.success) return [{ ...entry, data: result.data }];
    const whole = entry.file.endsWith('.mdx') ? 'front matter' : 'the file';
    for (const { path, at, message } of result.error.issues.flatMap((issue) => faults(issue, entry.data)))
      problems.push({
        file: entry.file,
        line: entry.lineOf(at ?? path),
        key: [key(entry), ...path.map(String)].filter(Boolean).join('.') || whole,
        message,
      });
    return [];
  });
}
