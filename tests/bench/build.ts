/**
 * `npm run bench:build -- [counts]`: how long a build takes, how much memory and how large a site, with 105, 400 and
 * 900 code pages: ours, Starlight and plain Astro with Pagefind, each with the same texts. Further code pages are copies
 * of real ones under other numbers, in a copy of the repository.
 *
 * Processor time counts all threads and programs of a build and depends less on what else the machine does than the
 * clock does. Every build starts with no cache.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import {
  builds,
  codeTexts,
  installOthers,
  project,
  workshop,
  writePlain,
  writeStarlight,
} from './other-sites.ts';

interface Cost {
  'clock s': number;
  'processor s': number;
  'peak memory MB': number;
  'site MB': number;
}

const counts = process.argv.slice(2).map(Number);
if (!counts.length) counts.push(105, 400, 900);

/** Runs programs one after another in `root`; what they take together. */
async function cost(root: string, programs: string[][]): Promise<Cost> {
  const peakFile = join(workshop, 'peak');
  // The largest of the programs that run beside each other: one may start another and wait for it.
  const atExit = `import{existsSync as e,readFileSync as r,writeFileSync as w}from'node:fs';const f=${JSON.stringify(peakFile)};process.on('exit',()=>w(f,String(Math.max(process.resourceUsage().maxRSS,e(f)?r(f):0))))`;
  let processor = 0;
  let peak = 0;
  const start = Date.now();
  for (const program of programs) {
    rmSync(peakFile, { force: true });
    // `times` of the shell tells what its children used, theirs included.
    const shell = spawn(
      'sh',
      ['-c', '"$@" >&2; status=$?; times; exit $status', 'sh', process.execPath, ...program],
      {
        cwd: root,
        env: {
          ...process.env,
          ASTRO_TELEMETRY_DISABLED: '1',
          NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(atExit)}`,
        },
      },
    );
    let out = '';
    let log = '';
    shell.stdout.on('data', (text: Buffer) => (out += text.toString()));
    shell.stderr.on('data', (text: Buffer) => (log = (log + text.toString()).slice(-4000)));
    const status = await new Promise((resolve) => shell.once('close', resolve));
    if (status !== 0) throw new Error(`${root}: ${program.join(' ')} failed:\n${log}`);
    for (const [, minutes, seconds] of (out.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g))
      processor += Number(minutes) * 60 + Number(seconds);
    peak = Math.max(peak, Number(readFileSync(peakFile, 'utf8')) / 1024);
  }
  const seconds = (Date.now() - start) / 1000;
  const size = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    'clock s': round(seconds),
    'processor s': round(processor),
    'peak memory MB': Math.round(peak),
    'site MB': round(size / 1e6),
  };
}

/** A copy of the repository with as many code pages as asked for. */
function writeOurs(count: number): string {
  const root = join(workshop, 'ours');
  rmSync(root, { recursive: true, force: true });
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: project })
    .toString()
    .split('\0')
    .filter(Boolean);
  for (const file of files.filter((name) => existsSync(join(project, name)))) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(project, file), join(root, file));
  }
  // Each package by itself: caches of the build lie in node_modules, too, and are not to be shared.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(project, 'node_modules')).filter(
    (one) => !/^\.(astro|vite|cache)/.test(one),
  ))
    symlinkSync(join(project, 'node_modules', name), join(root, 'node_modules', name));
  const folder = join(root, 'content/codes');
  const real = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  const free = Array.from({ length: 900 }, (_, at) => 100 + at).filter(
    (code) => !real.includes(`${code}.mdx`),
  );
  for (let at = 0; real.length + at < count; at += 1) {
    const model = real[at % real.length] ?? '';
    const code = free[at];
    if (!code) break;
    const text = readFileSync(join(folder, model), 'utf8').replace(/^code: .*$/m, `code: ${code}`);
    writeFileSync(join(folder, `${code}.mdx`), text);
  }
  return root;
}

const table: Record<string, Cost> = {};
const others = installOthers();
if (!others) console.log('The others are left out: their packages could not be fetched.');
console.log(`Load of this machine at the beginning: ${loadavg()[0]?.toFixed(1)}`);
for (const count of counts) {
  const ours = writeOurs(count);
  const say = async (name: string, root: string, programs: string[][]) => {
    const found = await cost(root, programs);
    table[`${count} ${name}`] = found;
    console.log(`${count} ${name}: ${JSON.stringify(found)}`);
  };
  await say('ours', ours, [['src/frame/build.ts']]);
  if (!others) continue;
  const texts = codeTexts(join(ours, 'dist'));
  await say('Starlight', writeStarlight(texts), builds.starlight);
  await say('plain', writePlain(texts), builds.plain);
}
console.table(table);
const [least, most] = [Math.min(...counts), Math.max(...counts)];
for (const name of ['ours', 'Starlight', 'plain']) {
  const [first, last] = [table[`${least} ${name}`], table[`${most} ${name}`]];
  if (!first || !last || most === least) continue;
  const each = (figure: keyof Cost) => ((last[figure] - first[figure]) / (most - least)) * 1000;
  console.log(
    `${name}: each further code page ${each('processor s').toFixed(0)} ms of processor, ${each('clock s').toFixed(0)} ms of the clock`,
  );
}
