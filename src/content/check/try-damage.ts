/** Does damage to a copy of the sample (sample/), and judges what the check says of it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { problemLine } from '../model.ts';
import { checkContent } from './all.ts';
import { damages } from './damage.ts';
import { type Damage, type Expected } from './damage-edit.ts';
import type { Problem } from './problem.ts';

const sample = join(import.meta.dirname, 'sample');

/** A sound sample in a folder of its own. */
export function makeSample(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(sample, root, { recursive: true });
  return root;
}

/** What is wrong with the answer of the check; nothing, if it says what it must and no more. */
export function misses(root: string, problems: readonly Problem[], expected: readonly Expected[]): string[] {
  const open = [...expected];
  const faults: string[] = [];
  for (const problem of problems) {
    const shown = problemLine(problem);
    const found = open.findIndex(({ file, says, on }) => {
      if (problem.file !== join('content', file) || !says.test(shown)) return false;
      if (on === undefined) return true;
      const lines = readFileSync(join(root, problem.file), 'utf8').split(/\r?\n/);
      return (lines[(problem.line ?? 1) - 1] ?? '').includes(on);
    });
    if (found < 0) faults.push(`says more: ${shown}`);
    else open.splice(found, 1);
  }
  return [
    ...faults,
    ...open.map(({ file, says, on }) => `does not say: ${file}${on ? ` (at "${on}")` : ''} ${String(says)}`),
  ];
}

const below = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));

/** Puts a damaged copy of the sample right again; quicker than another copy. */
function repair(root: string) {
  const sound = below(sample);
  const there = new Set(below(root));
  for (const from of sound) {
    const path = join(root, relative(sample, from));
    const text = readFileSync(from);
    if (there.delete(path) && text.equals(readFileSync(path))) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const extra of there) rmSync(extra);
  for (const folder of ['content/drafts', 'content/own'])
    rmSync(join(root, folder), { recursive: true, force: true });
}

/** Does one kind of damage to a copy of the sample, says what the check made of it, and puts the copy right again. */
export function tryDamage(root: string, { damage, expected }: Damage): string[] {
  damage(root);
  const faults = misses(root, checkContent(root).problems, expected);
  repair(root);
  return faults;
}

/** Tries everything and prints what was caught. @returns whether that was all. */
export function reportDamage(): boolean {
  const root = makeSample();
  let caught = 0;
  for (const one of damages) {
    const faults = tryDamage(root, one);
    if (!faults.length) caught += 1;
    for (const fault of faults) console.error(`${one.what}: ${fault}`);
  }
  rmSync(root, { recursive: true });
  console.log(`damage: ${caught} of ${damages.length} kinds are caught, each with its mend and nothing else`);
  return caught === damages.length;
}
