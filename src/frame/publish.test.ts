/** Builds a site of one page with Astro itself: what is served must outlive a build that fails. */
import { spawnSync } from 'node:child_process';
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
import { swap } from './publish.ts';

/** A build starts Astro, which takes a second here and may take fifteen on a slow and busy machine. */
const timeout = 90_000;

let root: string;
const page = () => readFileSync(join(root, 'dist', 'index.html'), 'utf8');

function build(source: string) {
  writeFileSync(join(root, 'src/pages/index.astro'), source);
  return spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--root', root], {
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
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
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

it('where the new build cannot be put in place, the old one is put back', () => {
  const target = join(root, 'served');
  mkdirSync(target);
  expect(() => swap(join(root, 'missing'), target)).toThrow('ENOENT');
  expect(existsSync(target)).toBe(true);
});
