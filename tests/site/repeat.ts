/**
 * `npm run check:repeat [folder]`: builds the project twice, in folders of other names, time zones, locales, years
 * and orders of files (elsewhere.ts), with other parallelism, without what earlier builds left, and compares every
 * byte. Takes some minutes. Keeps both builds in `folder` where one is named, to see what differs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What builds and tools leave behind, and what no build reads. */
const leftOut = /^(\.git|\.astro|dist|dist\.\w+|test-results|node_modules[/\\]\.(astro|vite|vite-temp))$/;

const places: { folder: string; env: Record<string, string> }[] = [
  { folder: 'one', env: { TZ: 'UTC', LC_ALL: 'C.UTF-8', UV_THREADPOOL_SIZE: '4' } },
  // The day begins 14 hours earlier; i and I are different letters there.
  {
    folder: 'another place',
    env: {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      UV_THREADPOOL_SIZE: '1',
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'elsewhere.ts')).href}`,
    },
  },
];

function copyTo(root: string): void {
  mkdirSync(root, { recursive: true });
  cpSync('.', root, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (source) => !leftOut.test(relative('.', source)),
  });
}

function build(root: string, env: Record<string, string>): Map<string, string> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`the build in ${root} failed: ${(stderr || stdout).slice(-2000)}`);
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(dist, file), createHash('sha256').update(readFileSync(file)).digest('hex')] as const;
    }),
  );
}

const kept = process.argv[2];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'repeat-'));
try {
  const commit = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).stdout.trim();
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? (commit || String(Math.floor(Date.now() / 1000)));
  const rootOf = (place: (typeof places)[number]) => join(folder, place.folder);
  // Both before the first build, so that what is edited meanwhile does not differ.
  for (const place of places) copyTo(rootOf(place));
  const [first = new Map<string, string>(), second = new Map<string, string>()] = places.map((place) =>
    build(rootOf(place), { ...place.env, SOURCE_DATE_EPOCH: epoch }),
  );
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const different = names.filter((name) => first.get(name) !== second.get(name));
  for (const name of different.slice(0, 20)) console.error(`${name} differs`);
  console.log(`${names.length} files compared, ${different.length} differ`);
  if (different.length || !names.length) process.exitCode = 1;
} finally {
  if (!kept) rmSync(folder, { recursive: true });
}
