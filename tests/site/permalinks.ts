/**
 * Adds every address and fragment of the built site that readers may link to. The file only grows: what is in it stays
 * published for good. A copy adds to content/own/permalinks.txt. Run with `npm run permalinks` after a build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permalinkFiles } from '../../src/content/check/known.ts';
import { ownFolder } from '../../src/content/read.ts';
import { builtBase } from '../../src/frame/base-path.ts';

/** Ids that only scripts and labels use. */
const internal =
  /^(main|suggestions|seen|on-this-page|letter-.+|row-.+|in-.+|how-.+|(trace|good|recorded)(-.*)?|decode-.*|code-\d+|class-\d|list-filter|compare-.+|preset-label)$/;

/** Addresses of a built site that readers and programs may link to. @param dist the folder it was written to. */
export function addressesOf(dist: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  /** Data that programs fetch by name. What belongs to a page (/403.json, /403.md) stays as long as the page. */
  const data = files
    .filter((name) => /^([a-z][\w-]*\.(json|csv|txt|xml|js)|embed\/v\d+\.js|schema\/.+\.json)$/.test(name))
    .filter((name) => !/^(sitemap|robots)/.test(name))
    .map((name) => `/${name}`);
  const pages = files
    .filter((name) => name.endsWith('index.html') && !name.startsWith('not-found'))
    .flatMap((name) => {
      const path = `/${name.replace(/index\.html$/, '')}`;
      const main = readFileSync(join(dist, name), 'utf8').split('<main')[1] ?? '';
      const ids = [...main.matchAll(/\sid="([^"]+)"/g)]
        .map(([, id = '']) => id)
        .filter((id) => !internal.test(id));
      return [path, ...ids.map((id) => `${path}#${id}`)];
    });
  return [...pages, ...data];
}

const linesOf = (path: string) =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];

/**
 * What the list of a project has to hold: what it holds, and the addresses of its built site.
 * @param root folder of the project.
 */
export function permalinksOf(root: string): { file: string; before: string[]; all: string[] } {
  const [upstream = '', own = ''] = permalinkFiles;
  // A copy leaves upstream's list alone and has one of its own.
  const isCopy = existsSync(join(root, ownFolder, 'site.yaml'));
  const file = isCopy ? own : upstream;
  const before = linesOf(join(root, file));
  const known = new Set(isCopy ? linesOf(join(root, upstream)) : []);
  const fresh = addressesOf(join(root, 'dist')).filter((address) => !known.has(address));
  const all = [...new Set([...before, ...fresh])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return { file, before, all };
}

if (import.meta.main) {
  const root = process.cwd();
  const dist = join(root, 'dist');
  if (builtBase(dist)) {
    const { file, before, all } = permalinksOf(root);
    writeFileSync(join(root, file), `${all.join('\n')}\n`);
    console.log(`${file}: ${all.length} permalinks, ${all.length - before.length} new`);
  } else {
    console.error(`${dist} holds no site; run "npm run build" first`);
    process.exitCode = 1;
  }
}
