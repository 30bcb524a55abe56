/**
 * Builds a copy of the site as a provider would run it: what lies in example-copy/ takes the place of content/own/, and
 * nothing else changes. The copy is checked like the site itself, and copy.spec.ts opens it in the browser.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const project = join(import.meta.dirname, '../..');
const own = join(import.meta.dirname, 'example-copy');
/** Inside the project, so that packages are found. */
const copy = join(project, '.astro/copy');
export const copyRoot = join(copy, 'dist');

const read = (name: string): unknown => parse(readFileSync(join(own, name), 'utf8'));
const settings = read('site.yaml') as { name: string; owner: string; base: string };
export const copyBase = settings.base;
export const copyName = settings.name;
export const copyOwner = settings.owner;
export const copyColours = read('theme.yaml') as { link: { light: string; dark: string } };

/** Addresses of the copy that moved, sections that moved with them, and one that left a page that stays. */
export const moves = read('redirects.yaml') as { from: string; to: string }[];

/** A vendor with more notes than a page wants: forty, twelve of them on one code. */
const vendor = {
  name: 'Example Telecom',
  kind: 'carrier',
  about: 'A carrier that exists in this example only.',
  notes: Array.from({ length: 40 }, (_, at) => ({
    id: `example-telecom-${String(at + 1).padStart(3, '0')}`,
    says: [{ code: at < 12 ? 503 : [403, 404, 480, 486, 488, 603, 799][at % 7], subcode: `ET${91001 + at}` }],
    kind: 'generates',
    text: `Reason ET${91001 + at} of the platform; the list of reasons in the handbook has the remedy.`,
    source: at % 2 ? { cite: 'example-handbook' } : { own: 'Example Telecom network operations' },
    checked: '2026-11-20',
  })),
};

/** The address and path of the copy are those of its own site.yaml. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'SITE_URL' && name !== 'BASE_PATH'),
);

const run = (folder: string, args: string[], more: Record<string, string> = {}) => {
  const { status } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...environment, ASTRO_TELEMETRY_DISABLED: '1', ...more },
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (import.meta.main) {
  for (const name of ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    rmSync(join(copy, name), { recursive: true, force: true });
    cpSync(join(project, name), join(copy, name), { recursive: true });
  }
  rmSync(join(copy, 'content/own'), { recursive: true });
  cpSync(own, join(copy, 'content/own'), { recursive: true });
  writeFileSync(join(copy, 'content/own/vendors/example-telecom.yaml'), stringify(vendor));
  run(project, ['src/content/check/run.ts', '--root', copy]);
  run(copy, [join(project, 'node_modules/astro/bin/astro.mjs'), 'build'], { QUICK_COMPRESSION: '1' });
  run(project, ['tests/site/check.ts'], { SITE_ROOT: copyRoot });
  console.log(`built and checked under ${copyBase}`);
}
