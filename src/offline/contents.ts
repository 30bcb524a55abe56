/** What is kept for reading without a network. Pure: names and texts of built files in, a choice out. */

/** Files whose name says what is in them: they need no revision. */
export const hashed = /^(_astro|search-index|pagefind\/(index|fragment|filter))\/|^pagefind\/[^/]+\.pf_meta$/;

/** What pages, search and the decoder ask for. Pictures of link cards and data for programs are for others. */
const asked = [
  /^favicon\.svg$/,
  /^brand\//,
  /^_astro\//,
  /^search-index\//,
  /^pagefind\/pagefind\.js$/,
  /^pagefind\/(pagefind-entry|titles|pieces)\.json$/,
  /^pagefind\/wasm\.en\.pagefind$/,
  /^pagefind\/((index|fragment|filter)\/)?[^/]+\.pf_\w+$/,
  /^(which|decode)\/.+\.json$/,
  /^guides\/commands\/outputs\.html$/,
];

/**
 * Whether a built file is kept. Hundreds of pages only lead on (short addresses of cases, pages that moved) or say that a
 * number is not registered; the worker answers for them with the page or the class they belong to.
 */
export function isKept(name: string, html?: string): boolean {
  if (/\.(br|gz|map)$/.test(name)) return false;
  if (name.endsWith('index.html'))
    return (
      html !== undefined && !html.includes('http-equiv="refresh"') && !html.includes('data-unregistered')
    );
  return asked.some((pattern) => pattern.test(name));
}

/** Where the worker leads a page that is not kept: `/403/no-credit/` to the case, `/499/` to its class. */
export function insteadOf(path: string, isPage: (path: string) => boolean): string {
  const [, page = '', part = ''] = /^\/(.+)\/([a-z0-9-]+)\/?$/.exec(path) ?? [];
  if (part && isPage(`/${page}/`)) return `/${page}/#${part}`;
  const [, digit] = /^\/([1-9])\d\d\/?$/.exec(path) ?? [];
  return digit && isPage(`/${digit}xx/`) ? `/${digit}xx/` : '/offline/';
}
