/** Imports run one way, as the README says, and what the browser loads asks for nothing that only Node has. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { isBuiltin } from 'node:module';
import { expect, it } from 'vitest';

/** What a file imports when it runs: types are gone by then. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|[^\w.])(?:import|export)\s(?!type\s)(?:[\w\s{},*]*?\sfrom\s)?\s*'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ]
    .map(([, fixed, later]) => fixed ?? later ?? '')
    .map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name))
    .filter((name) => !name.startsWith('src/') || existsSync(name));
}

const files = globSync('src/**/*.{ts,astro}').filter((file) => !/\.test\.ts$|\.d\.ts$/.test(file));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Everything that a script loads, each with the way that leads there. */
function loadedBy(script: string): Map<string, string[]> {
  const found = new Map([[script, [script]]]);
  for (const [file, way] of found)
    for (const name of imports.get(file) ?? []) if (!found.has(name)) found.set(name, [...way, name]);
  return found;
}

const scripts = files.filter((file) => /\.(client|worker)\.ts$|offline\/(remove-)?worker\.ts$/.test(file));

it('no script of a page takes along what only Node has', () => {
  const ways = scripts.flatMap((script) =>
    [...loadedBy(script)].flatMap(([name, way]) =>
      isBuiltin(name) || name.startsWith('astro') ? [way.join(' → ')] : [],
    ),
  );
  expect(scripts.length).toBeGreaterThan(50);
  expect(ways).toEqual([]);
});

const room = (file: string) => file.split('/')[1] ?? '';

it.each([
  ['sip', []],
  ['content', ['sip', 'styles']],
  ['systems', ['content', 'frame']],
])('%s rests on its own files and %j alone', (name, below) => {
  const others = [...imports].flatMap(([file, names]) =>
    room(file) === name
      ? names
          .filter((one) => one.startsWith('src/') && ![name, ...below].includes(room(one)))
          .map((one) => `${file} → ${one}`)
      : [],
  );
  expect(others).toEqual([]);
});

it('nothing rests on pages, and on layouts only they do', () => {
  const users = [...imports].flatMap(([file, names]) =>
    names.filter((one) => /^src\/(pages|layouts)\//.test(one)).map((one) => [room(file), room(one)]),
  );
  expect(users.filter(([, of]) => of === 'pages')).toEqual([]);
  expect(users.filter(([from]) => from !== 'pages' && from !== 'layouts')).toEqual([]);
});
