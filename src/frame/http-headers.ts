/**
 * The headers that a host sends with the site: the one home of them, for serve.ts and for `_headers` (Netlify, Cloudflare
 * Pages). The blocks of content/guides/deploying.mdx repeat them for other hosts; http-headers.test.ts holds them to this
 * file, and `npm run check:hosts` runs them.
 *
 * A page carries its own Content-Security-Policy in a `meta` element, because its hashes differ from page to page. What
 * a `meta` element cannot say, `frame-ancestors`, stands here; browsers obey both. `Cross-Origin-Resource-Policy` is
 * sent with the embed alone: nothing on the site is private, and a wiki may show a link card.
 */

/** Every answer carries these. */
export const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Folders in which the name of a file changes with what is in it. */
const hashedFolders = ['_astro', 'search-index', 'pagefind/index', 'pagefind/fragment', 'pagefind/filter'];
export const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Everything else keeps its name: a new edition is seen within five minutes. */
export const forMinutes = { 'Cache-Control': 'public, max-age=300' };

/** The embed and its data, which pages of other hosts load, those with `Cross-Origin-Embedder-Policy` included. */
const sharedPaths = ['embed.js', 'embed/*'];
export const shared = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** The file is in one of the hashed folders, or is Pagefind's list of them, which carries a hash too. */
const isHashed = (path: string) =>
  hashedFolders.some((folder) => path.startsWith(`/${folder}/`)) || /^\/pagefind\/[^/]+\.pf_meta$/.test(path);
const isShared = (path: string) =>
  sharedPaths.some((shape) =>
    shape.endsWith('*') ? path.startsWith(`/${shape.slice(0, -1)}`) : path === `/${shape}`,
  );

/**
 * The headers for an answer.
 * @param asked the path that was asked for, below the base path, beginning with a slash; the embed's headers go with it
 *   also where nothing is found, so that a script of another host sees the 404
 * @param sent the path of the file that is sent
 */
export function headersFor(asked: string, sent: string): Record<string, string> {
  return { ...always, ...(isHashed(sent) ? forGood : forMinutes), ...(isShared(asked) ? shared : {}) };
}

/**
 * The text of `_headers`. Netlify and Cloudflare Pages join the values of all rules that match, so no header stands in
 * two rules that overlap; how long a page is kept is left to the host, which knows when a new edition has come.
 * @param base the path of the site, with a slash at both ends
 */
export function headersFile(base: string): string {
  const rules: [string, Readonly<Record<string, string>>][] = [
    [`${base}*`, always],
    ...hashedFolders.map((folder): [string, typeof forGood] => [`${base}${folder}/*`, forGood]),
    ...sharedPaths.map((path): [string, typeof shared] => [`${base}${path}`, shared]),
  ];
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}
