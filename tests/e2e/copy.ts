/**
 * Builds a copy of the site as a provider would run it: another name, a page and sections that moved, and a path of its
 * host to stand under. The copy is checked like the site itself, and copy.spec.ts opens it in the browser.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
/** Inside the project, so that packages are found. */
const copy = join(project, '.astro/copy');
export const copyRoot = join(copy, 'dist');
export const copyBase = '/docs/sip/';
export const copyName = 'Example Telecom SIP help';

/** An address of the copy that moved, a section that moved with it, and one that left a page that stays. */
export const moves = [
  { from: '/engaged/', to: '/486/' },
  { from: '/engaged/#no-money', to: '/403/#no-credit' },
  { from: '/403/#out-of-money', to: '/403/#no-credit' },
];

const run = (environment: Record<string, string>, folder: string, ...args: string[]) => {
  const { status } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (import.meta.main) {
  for (const name of ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    rmSync(join(copy, name), { recursive: true, force: true });
    cpSync(join(project, name), join(copy, name), { recursive: true });
  }
  const settings = join(copy, 'content/site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^name: .*$/m, `name: ${copyName}`));
  const redirects = join(copy, 'content/redirects.yaml');
  writeFileSync(redirects, readFileSync(redirects, 'utf8').replace(/^\[\]\s*$/m, ''));
  for (const { from, to } of moves)
    appendFileSync(redirects, `- { from: '${from}', to: '${to}', since: 2026-11-01 }\n`);
  const environment = { SITE_URL: 'https://support.example.com', BASE_PATH: 'docs/sip' };
  run(environment, copy, join(project, 'node_modules/astro/bin/astro.mjs'), 'build');
  run({ ...environment, SITE_ROOT: copyRoot }, project, 'tests/site/check.ts');
  console.log(`built and checked under ${copyBase}`);
}
