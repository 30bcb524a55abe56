/**
 * Checks the built site: every link and fragment resolves, every permalink ever published still answers, every code of
 * the source documents has its page, pages keep within their size, and nothing is asked of another host.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { permalinkFiles } from '../../src/content/check/known.ts';
import { pathsLeftOut } from '../../src/content/own.ts';
import { readSite } from '../../src/content/model.ts';
import { basePath, builtBase } from '../../src/frame/base-path.ts';
import { bytesOfBeginning, endOfCases } from '../../src/frame/compress.ts';
import { checkExamples } from './examples.ts';
import { checkCards } from './cards.ts';
import { reportExportDamage } from './export-damage.ts';
import { checkExports } from './exports.ts';
import { namedFields } from './fields.ts';
import { checkStructuredData } from './structured-data.ts';

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

/** The content that the site was built from. */
const { model } = readSite(join(root, '..'));
/** Pages that a copy leaves out answer with a page that says so; what stood on them is gone with them. */
const leftOut = new Set(pathsLeftOut(model.omit));
/** Fragments of sections that a copy leaves out of its code pages. */
const isLeftOut = (path: string, fragment: string | undefined) =>
  leftOut.has(path) || (fragment === 'phrases' && model.omit.sections?.includes('headers'));
/** The place of a vendor on a code page goes with the vendor. */
const ofLeftOutVendor = (permalink: string) =>
  model.omit.vendors?.some((id) => permalink.endsWith(`#vendor-${id}`)) ?? false;
/** A copy has something of its own: its pages may be larger than ours. */
const isCopy = model.content.ownSettings !== undefined;

/** Bytes compressed with brotli. */
const budget = {
  /** A code page up to the end of its cases: what fits into the first round trip of a TCP connection. */
  cases: 14_600,
  /** A code page as a whole. */
  page: 24_000,
  /** The page of a number that nobody registered: there are hundreds. */
  unregistered: 6_000,
  /** Styles of a page, which stand in it. */
  styles: 4_500,
  /** The script that other sites load. */
  embed: 4_000,
};

const html = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  // Pages are folders; outputs.html of the commands is a piece that pages fetch.
  file.endsWith('index.html'),
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
  if (fragment && known && !known.has(fragment) && !isLeftOut(path, fragment))
    return `has a fragment that is not on the page: ${address}`;
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
  if (!text.trimEnd().endsWith('</body></html>'))
    problems.push(`${path}: something stands behind the end of the body; put scripts inside <Page>`);
  for (const tag of namedFields(text))
    problems.push(`${path}: a form would send what is pasted into this field, since it has a name: ${tag}`);
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

const published = permalinkFiles
  .map((file) => ({ file, path: file.startsWith('content/') ? join(root, '..', file) : file }))
  .filter(({ path }) => existsSync(path))
  .flatMap(({ file, path }) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((permalink) => ({ file, permalink })),
  );
for (const { file, permalink } of published) {
  const [path = '', fragment] = permalink.split('#');
  const redirects = file.replace('permalinks.txt', 'redirects.yaml').replace('tests/', 'content/');
  if (!path.endsWith('/')) {
    // What is said of a page in a form for programs is left out with the page.
    if (!existsSync(join(root, path)) && !leftOut.has(path.replace(/\.\w+$/, '/')))
      problems.push(`${file}: ${permalink} is gone; programs read it, so bring it back`);
  } else if (!pages.has(path)) problems.push(`${file}: ${permalink} is gone; add a redirect to ${redirects}`);
  else if (!answers(path, fragment) && !isLeftOut(path, fragment) && !ofLeftOutVendor(permalink))
    problems.push(`${file}: ${permalink} is gone; give the id back, or add it to ${redirects}`);
}

const lists = JSON.parse(readFileSync('tests/site/source-lists.json', 'utf8')) as Record<string, number[]>;
for (const [list, codes] of Object.entries(lists))
  for (const code of codes)
    if (!pages.has(`/${code}/`)) problems.push(`${list} lists ${code}, which has no page`);

/** Bytes of a text as a host sends it. */
const compressed = (text: string) => brotliCompressSync(text).length;
/** Of styles: many pages have the same. */
const styleBytes = new Map<string, number>();
const isCode = (path: string) => /^\/\d{3}\/$/.test(path);
const sizes: { path: string; bytes: number; cases: number }[] = [];
for (const [path, text] of pages) {
  const over = (what: string, bytes: number, most: number) => {
    if (bytes <= most) return;
    const fault = `${path}: ${what} takes ${bytes} bytes compressed, at most ${most}`;
    // A base path makes every link longer, and cases and notes of its own are a copy's good right.
    if (base === '/' && !isCopy) problems.push(fault);
    else console.warn(`${fault} (only a warning)`);
  };
  const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('');
  const ofStyles = styleBytes.get(styles) ?? compressed(styles);
  styleBytes.set(styles, ofStyles);
  over('its style', ofStyles, budget.styles);
  if (!isCode(path)) continue;
  const bytes = statSync(join(root, `${path}index.html.br`)).size;
  if (text.includes('content="noindex"')) over('the page', bytes, budget.unregistered);
  const end = endOfCases(text);
  if (end === undefined) continue;
  // What follows, the styles of the part below included, is not waited for.
  const cases = await bytesOfBeginning(text, end);
  sizes.push({ path, bytes, cases });
  over('all up to the end of its cases', cases, budget.cases);
  over('the page', bytes, budget.page);
}

const embed = readFileSync(join(root, 'embed/v1.js'), 'utf8');
if (compressed(embed) > budget.embed)
  problems.push(`/embed/v1.js takes ${compressed(embed)} bytes compressed, at most ${budget.embed}`);
if (/\bimport\b(?!\.meta)/.test(embed))
  problems.push('/embed/v1.js imports another file; it is to stand alone');

// What Pagefind writes for pages that show its own search box.
for (const name of readdirSync(join(root, 'pagefind')))
  if (/^pagefind-.*\.(js|css)$|^wasm\.unknown\./.test(name))
    problems.push(
      `/pagefind/${name}: nothing here loads it; leave it out as the others of Pagefind’s own (src/search/pagefind.ts)`,
    );

if (process.argv.includes('--damage'))
  process.exit(reportExportDamage(root, join(root, '..'), broken) ? 0 : 1);
const exported = checkExports(root, join(root, '..'), broken);
problems.push(...exported.problems);
const examples = await checkExamples(root, base, exported.address);
problems.push(...examples.problems);
if (examples.missing.length)
  console.log(
    `not installed here: ${examples.missing.join(', ')}; the examples that need them were only read`,
  );
const home = /rel="canonical" href="([^"]+)"/.exec(pages.get('/') ?? '')?.[1] ?? '';
const cards = await checkCards(root, pages, model, home);
problems.push(...cards.problems);
for (const [path, text] of pages) problems.push(...checkStructuredData(path, text, home, broken));

for (const problem of problems) console.error(problem);
const [largest] = [...sizes].sort((a, b) => b.bytes - a.bytes);
const [longest] = [...sizes].sort((a, b) => b.cases - a.cases);
console.log(
  `site check: ${pages.size} pages, ${links} links, ${published.length} permalinks, ${exported.files} exports with ${exported.addresses} addresses, ${examples.ran} examples run, ${cards.pictures} link cards, largest code page ${largest?.path} ${largest?.bytes} bytes, longest up to its cases ${longest?.path} ${longest?.cases} bytes, ${problems.length} problems`,
);
process.exitCode = problems.length ? 1 : 0;
