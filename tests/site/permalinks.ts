/**
 * Adds every address and fragment of the built site that readers may link to. The file only grows: what is in it stays
 * published for good. A copy adds to content/own/permalinks.txt. Run with `npm run permalinks` after a build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../../src/content/read.ts';

const root = join(process.cwd(), 'dist');
const upstream = 'tests/permalinks.txt';
const own = `${ownFolder}/permalinks.txt`;
/** A copy leaves upstream's list alone and has one of its own. */
const file = existsSync(`${ownFolder}/site.yaml`) ? own : upstream;
/** Ids that only scripts and labels use. */
const internal =
  /^(main|suggestions|seen|on-this-page|letter-.+|row-.+|in-.+|how-.+|(trace|good|recorded)(-.*)?|decode-.*|code-\d+|class-\d|list-filter|compare-.+|preset-label)$/;

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
);
/** Data that programs fetch by name. What belongs to a page (/403.json, /403.md) stays as long as the page. */
const data = files
  .filter((name) => /^([a-z][\w-]*\.(json|csv|txt|xml|js)|embed\/v\d+\.js|schema\/.+\.json)$/.test(name))
  .filter((name) => !/^(sitemap|robots)/.test(name))
  .map((name) => `/${name}`);
const found = files
  .filter((name) => name.endsWith('index.html') && !name.startsWith('not-found'))
  .flatMap((name) => {
    const path = `/${name.replace(/index\.html$/, '')}`;
    const main = readFileSync(join(root, name), 'utf8').split('<main')[1] ?? '';
    const ids = [...main.matchAll(/\sid="([^"]+)"/g)]
      .map(([, id = '']) => id)
      .filter((id) => !internal.test(id));
    return [path, ...ids.map((id) => `${path}#${id}`)];
  });
const linesOf = (name: string) =>
  existsSync(name) ? readFileSync(name, 'utf8').split('\n').filter(Boolean) : [];
const before = linesOf(file);
const known = new Set(file === own ? linesOf(upstream) : []);
const fresh = [...found, ...data].filter((address) => !known.has(address));
const all = [...new Set([...before, ...fresh])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
writeFileSync(file, `${all.join('\n')}\n`);
console.log(`${file}: ${all.length} permalinks, ${all.length - before.length} new`);
