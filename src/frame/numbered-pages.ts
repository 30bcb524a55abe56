/**
 * Astro writes /404 and /500 as error pages, 404.html and 500.html. Here they are pages of SIP codes like all others,
 * so they move to where the others are. The error page of the site is /not-found/.
 */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Codes whose pages Astro takes for error pages. */
export const errorNumbered = ['404', '500'];

export function numberedPages(): AstroIntegration {
  return {
    name: 'numbered-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const code of errorNumbered) {
          mkdirSync(join(root, code), { recursive: true });
          renameSync(join(root, `${code}.html`), join(root, code, 'index.html'));
        }
      },
    },
  };
}
