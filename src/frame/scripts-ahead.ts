/**
 * Has the browser fetch the scripts of the search page while it still reads the page. Without that it asks for a script
 * when it has read past the page's policy, and for what the script imports when the script is there: two round trips on
 * a slow line before the search itself begins. On other pages nobody waits for a script.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageStep } from './finish-pages.ts';

/** What the browser stops at when it looks ahead for what it will need. */
const policy = /<meta http-equiv="content-security-policy"/;

/** The scripts that a page loads, and what they import, each once. @param read the text of a script by its address. */
export function scriptsOf(html: string, read: (address: string) => string): string[] {
  const found = new Set<string>();
  const add = (address: string) => {
    if (found.has(address)) return;
    found.add(address);
    for (const [, name = ''] of read(address).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g))
      add(address.replace(/[^/]+$/, name));
  };
  for (const [, address = ''] of html.matchAll(/<script type="module" src="([^"]+)"/g)) add(address);
  return [...found];
}

/** The page with a hint for each of its scripts. */
export function withHints(html: string, scripts: readonly string[]): string {
  if (!policy.test(html))
    throw new Error('the search page has no policy to put the hints of its scripts before');
  const hints = scripts.map((address) => `<link rel="modulepreload" href="${address}">`).join('');
  return html.replace(policy, (start) => hints + start);
}

export function scriptsAhead(): PageStep {
  let root = '';
  return {
    begin: (folder) => {
      root = folder;
    },
    page: (path, html) => {
      if (path !== '/search/') return html;
      // Addresses have the base path in front, which the folder of the build has not.
      const read = (address: string) =>
        readFileSync(join(root, address.replace(/^.*(?=\/_astro\/)/, '')), 'utf8');
      return withHints(html, scriptsOf(html, read));
    },
  };
}
