/**
 * Checks the built site: every link and fragment resolves, every permalink ever published still answers, every code of
 * the source documents has its page, pages keep within their size, and nothing is asked of another host.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { basePath, builtBase } from '../../src/frame/base-path.ts';

const root = process.env['SITE_ROOT'] ?? join(process.cwd(), 'dist');
const built = builtBase(root);
if (!built) {
  console.error(`${root} holds no site; run "npm run build" first`);
  process.exit(1);
}
const asked = process.env['BASE_PATH'];
if (asked !== undefined && basePath(asked) !== built) {
  console.error(
    `${root} was built for ${built}, not for ${basePath(asked)}; build it with BASE_PATH=${asked}`,
  );
  process.exit(1);
}
if (asked === undefined && built !== '/')
  console.log(`BASE_PATH is not set; this build is for ${built} and is checked there`);
const base = built;

/** Bytes a code page may take, compressed with brotli: what fits into the first round trip of a TCP connection. */
const mostBytes = 14_600;

const html = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);
const pages = new Map(
  html.map((file) => [
    `/${file.replace(/index\.html$/, '').replaceAll('\\', '/')}`,
    readFileSync(join(root, file), 'utf8'),
  ]),
);
const ids = new Map(
  [...pages].map(([path, text]) => [
    path,
    new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
  ]),
);
const problems: string[] = [];

const decode = (text: string) => text.replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&');

function exists(path: string): boolean {
  return pages.has(path) || pages.has(`${path}/`) || existsSync(join(root, path));
}

/** Says what is wrong with an address of this site, or nothing. */
function broken(address: string, from: string): string | undefined {
  const url = new URL(decode(address), `http://site${base}${from.slice(1)}`);
  if (url.host !== 'site') return undefined;
  if (!url.pathname.startsWith(base)) return `leaves the base path: ${address}`;
  const path = decodeURIComponent(`/${url.pathname.slice(base.length)}`);
  if (!exists(path)) return `leads nowhere: ${address}`;
  // A query of the search page stands in its fragment; it names no place.
  if (path === '/search/' && url.hash.startsWith('#q=')) return undefined;
  const fragment = decodeURIComponent(url.hash.slice(1));
  const known = ids.get(path) ?? ids.get(`${path}/`);
  if (fragment && known && !known.has(fragment)) return `has a fragment that is not on the page: ${address}`;
  return undefined;
}

let links = 0;
for (const [path, text] of pages) {
  for (const [, name, address = ''] of text.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
    if (/^(mailto|data):/.test(address)) continue;
    links += 1;
    const fault = broken(address, path);
    if (fault) problems.push(`${path}: ${name} ${fault}`);
  }
  for (const [tag = ''] of text.matchAll(/<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)="https?:[^>]*>/g))
    if (!/rel="(canonical|sitemap)"/.test(tag))
      problems.push(`${path}: asks another host: ${tag.slice(0, 120)}`);
  if (/\sstyle="/.test(text)) problems.push(`${path}: has a style attribute, which the policy blocks`);
  const twice = [...text.matchAll(/\sid="([^"]+)"/g)]
    .map(([, id]) => id)
    .filter((id, at, all) => all.indexOf(id) !== at);
  if (twice.length) problems.push(`${path}: uses an id twice: ${[...new Set(twice)].join(', ')}`);
}

/** Where a page that moved leads (src/pages/[...moved].astro), or nothing. */
function movedTo(path: string): string | undefined {
  const to = /<a data-moved="" href="([^"]+)"/.exec(pages.get(path) ?? '')?.[1];
  return to && new URL(decode(to), `http://site${base}`).pathname.replace(base, '/').replace(/\/?$/, '/');
}

/** Whether an address still shows what it named, also where its page moved and the fragment with it. */
function answers(path: string, fragment: string | undefined, steps = 5): boolean {
  const known = ids.get(path);
  if (!known || !steps) return false;
  if (!fragment || known.has(fragment)) return true;
  const next = movedTo(path);
  return next !== undefined && answers(next, fragment, steps - 1);
}

const published = readFileSync('tests/permalinks.txt', 'utf8').split('\n').filter(Boolean);
for (const permalink of published) {
  const [path = '', fragment] = permalink.split('#');
  if (!pages.has(path))
    problems.push(`tests/permalinks.txt: ${permalink} is gone; add a redirect to content/redirects.yaml`);
  else if (!answers(path, fragment))
    problems.push(
      `tests/permalinks.txt: ${permalink} is gone; give the id back, or add it to content/redirects.yaml`,
    );
}

const lists = JSON.parse(readFileSync('tests/site/source-lists.json', 'utf8')) as Record<string, number[]>;
for (const [list, codes] of Object.entries(lists))
  for (const code of codes)
    if (!pages.has(`/${code}/`)) problems.push(`${list} lists ${code}, which has no page`);

const sizes = [...pages.keys()].map((path) => ({
  path,
  bytes: statSync(join(root, path.endsWith('/') ? `${path}index.html.br` : `${path}.br`)).size,
}));
for (const { path, bytes } of sizes)
  if (/^\/\d{3}\/$/.test(path) && bytes > mostBytes) {
    const fault = `${path}: ${bytes} bytes compressed, at most ${mostBytes}; shorten its text`;
    // A base path makes every link longer; the limit is kept where there is none.
    if (base === '/') problems.push(fault);
    else console.warn(`${fault} (only a warning under a base path)`);
  }

for (const problem of problems) console.error(problem);
const largest = sizes.filter(({ path }) => /^\/\d{3}\/$/.test(path)).sort((a, b) => b.bytes - a.bytes)[0];
console.log(
  `site check: ${pages.size} pages, ${links} links, ${published.length} permalinks, largest code page ${largest?.path} ${largest?.bytes} bytes, ${problems.length} problems`,
);
process.exitCode = problems.length ? 1 : 0;
