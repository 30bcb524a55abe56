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

/** What runs against the arrows between rooms all the same. */
const against = [
  'src/components/author/PasswordCheck.astro → src/decode/page/password-check.client.ts',
  'src/components/author/PasswordCheck.astro → src/decode/page/password-check.css',
  'src/content/check/colours.ts → src/styles/palette.ts',
  'src/decode/page/decode.client.ts → src/search/hand-over.client.ts',
  'src/decode/rank.ts → src/which/weights.ts',
  'src/search/finder.ts → src/which/fewest.ts',
];

it('no room rests on one that rests on it', () => {
  const rests = new Map<string, Map<string, string[]>>();
  for (const [file, names] of imports)
    for (const one of names.filter((name) => name.startsWith('src/'))) {
      const below = rests.get(room(file)) ?? new Map<string, string[]>();
      rests.set(room(file), below);
      const way = `${file} → ${one}`;
      if (room(one) !== room(file) && !against.includes(way))
        below.set(room(one), [...(below.get(room(one)) ?? []), way]);
    }
  // Takes off rooms that rest on none that is left, until none can be: the others rest on each other.
  for (let before = -1; before !== rests.size;) {
    before = rests.size;
    for (const [name, below] of rests)
      if (![...below.keys()].some((one) => rests.has(one))) rests.delete(name);
  }
  const ways = [...rests.values()].flatMap((below) =>
    [...below].filter(([one]) => rests.has(one)).map(([, between]) => between),
  );
  // Where two rooms have the fewest imports between them, one is the likeliest to be wrong.
  const fewest = ways.filter(({ length }) => length === Math.min(...ways.map((one) => one.length))).flat();
  expect(fewest).toEqual([]);
});

it('what is said to run against the arrows still does', () => {
  const ways = [...imports].flatMap(([file, names]) => names.map((one) => `${file} → ${one}`));
  expect(against.filter((way) => !ways.includes(way))).toEqual([]);
});

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
