/** Small damages to content, and what the check must say of each. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { latestDay } from './dates.ts';

/** What one problem must be. */
export interface Expected {
  /** Path of the file it names, below content/. */
  file: string;
  /** What stands on the line it names, after the damage. Left out where there is no such line. */
  on?: string;
  /** What it says, the mend included. */
  says: RegExp;
}

export interface Damage {
  what: string;
  /** @param root a copy of the sample, to be damaged. */
  damage(root: string): void;
  expected: Expected[];
}

export type Edit = (text: string) => string;

export const content = (root: string, file: string) => join(root, 'content', file);

/** Replaces a text that must be there. */
export const put =
  (old: string | RegExp, text: string): Edit =>
  (whole) => {
    const changed = whole.replace(old, () => text);
    if (changed === whole) throw new Error(`the sample has no ${String(old)}`);
    return changed;
  };
export const every =
  (old: string, text: string): Edit =>
  (whole) => {
    if (!whole.includes(old)) throw new Error(`the sample has no ${old}`);
    return whole.replaceAll(old, text);
  };
export const add =
  (text: string): Edit =>
  (whole) =>
    `${whole}${text}`;

/** Damage to one file, with one problem in that file, or those given. */
export function edit(
  what: string,
  file: string,
  change: Edit,
  says: RegExp,
  on?: string,
  others: Expected[] = [],
): Damage {
  return {
    what,
    damage: (root) => {
      const path = content(root, file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    },
    expected: [{ file, says, ...(on === undefined ? {} : { on }) }, ...others],
  };
}

/** The same, where the problem is said of another file: the first of a pair. */
export const saidOf = (file: string, { expected: [first, ...others], ...damage }: Damage): Damage => ({
  ...damage,
  expected: [...(first ? [{ ...first, file }] : []), ...others],
});

/** Damage to the bytes of a file. */
export function bytes(
  what: string,
  file: string,
  change: (old: Buffer) => Buffer,
  says: RegExp,
  on?: string,
): Damage {
  return {
    what,
    damage: (root) => {
      const path = content(root, file);
      writeFileSync(path, change(readFileSync(path)));
    },
    expected: [{ file, says, ...(on === undefined ? {} : { on }) }],
  };
}

/** A file that is taken away. */
export const remove = (what: string, file: string, says: RegExp, expected = file): Damage => ({
  what,
  damage: (root) => rmSync(content(root, file), { recursive: true }),
  expected: [{ file: expected, says }],
});

/** A file that is added. */
export const create = (what: string, file: string, text: string, says: RegExp, expected = file): Damage => ({
  what,
  damage: (root) => {
    mkdirSync(dirname(content(root, file)), { recursive: true });
    writeFileSync(content(root, file), text);
  },
  expected: [{ file: expected, says }],
});

/** The first day that lies in the future everywhere. */
export const tomorrow = new Date(Date.parse(latestDay()) + 86_400_000).toISOString().slice(0, 10);
