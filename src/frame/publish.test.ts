/** Builds a site of one page with Astro itself: what is served must outlive a build that fails. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearUp, swap } from './publish.ts';

/** A build starts Astro, which takes a second here and may take fifteen on a slow and busy machine. */
const timeout = 90_000;

let root: string;
const page = () => readFileSync(join(root, 'dist', 'index.html'), 'utf8');

const folders = () => readdirSync(root).filter((name) => name.startsWith('dist'));
const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--root'];
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };

function build(source: string) {
  writeFileSync(join(root, 'src/pages/index.astro'), source);
  return spawnSync(process.execPath, [...astro, root], { encoding: 'utf8', env });
}

beforeAll(() => {
  // Inside the project, so that packages are found.
  mkdirSync('.astro', { recursive: true });
  root = mkdtempSync(join(process.cwd(), '.astro', 'publish-'));
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  writeFileSync(
    join(root, 'astro.config.mjs'),
    "import { publish } from '../../src/frame/publish.ts';\nexport default { integrations: [publish()] };\n",
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('a whole build takes the place of the last one; a failed one leaves it and says why', { timeout }, () => {
  expect(build('<p>first</p>').status).toBe(0);
  expect(page()).toContain('first');
  const failed = build("---\nthrow new Error('no such code');\n---\n<p>second</p>");
  expect(failed.status).not.toBe(0);
  expect(failed.stderr + failed.stdout).toContain('no such code');
  expect(failed.stderr).toContain('dist is as it was');
  expect(page()).toContain('first');
  expect(build('<p>third</p>').status).toBe(0);
  expect(page()).toContain('third');
  expect(folders()).toEqual(['dist']);
});

it('a build that is killed leaves the last one; the next clears up after it', { timeout }, async () => {
  expect(build('<p>sound</p>').status).toBe(0);
  const source =
    "---\nconsole.log('half-way');\nawait new Promise((done) => setTimeout(done, 100_000));\n---\n";
  writeFileSync(join(root, 'src/pages/index.astro'), source);
  const building = spawn(process.execPath, [...astro, root], { env });
  for await (const text of building.stdout) if (String(text).includes('half-way')) break;
  const ended = once(building, 'exit');
  building.kill('SIGKILL');
  await ended;
  expect(page()).toContain('sound');
  expect(folders()).toEqual(['dist', `dist.next-${building.pid}`]);
  expect(build('<p>again</p>').status).toBe(0);
  expect(page()).toContain('again');
  expect(folders()).toEqual(['dist']);
});

it('a site that was lost between the two steps of a swap comes back; a build that still runs is left alone', () => {
  const target = join(root, 'lost');
  const running = `${target}.next-${process.ppid}`;
  mkdirSync(`${target}.old`);
  mkdirSync(running);
  clearUp(target);
  expect(existsSync(target)).toBe(true);
  expect(existsSync(`${target}.old`)).toBe(false);
  expect(existsSync(running)).toBe(true);
});

it('where the new build cannot be put in place, the old one is put back', () => {
  const target = join(root, 'served');
  mkdirSync(target);
  expect(() => swap(join(root, 'missing'), target)).toThrow('ENOENT');
  expect(existsSync(target)).toBe(true);
});
