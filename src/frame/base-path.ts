/** The path a copy of the site stands under on its host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** With a slash at both ends: `docs/sip`, `/docs/sip` and `/docs/sip/` mean the same, and nothing means `/`. */
export function basePath(value: string | undefined): string {
  const path = (value ?? '').split('/').filter(Boolean).join('/');
  return path ? `/${path}/` : '/';
}

/** The path a build was made for, as its start page says; undefined where there is no build. */
export function builtBase(root: string): string | undefined {
  let page: string;
  try {
    page = readFileSync(join(root, 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1];
  return canonical && new URL(canonical).pathname;
}
