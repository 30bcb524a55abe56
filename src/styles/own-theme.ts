/** Puts the colours of a copy (content/own/theme.yaml) into the stylesheet of the site, in place of those of theme.css. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { model } from '../content/model.ts';
import { ownTokens, readPalette } from './palette.ts';

export function ownTheme(): Plugin {
  return {
    name: 'own-theme',
    // Before Tailwind, which makes one set of tokens of all that it finds.
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/styles\/site\.css$/ },
      handler(code) {
        const { theme } = model();
        if (!Object.keys(theme).length) return undefined;
        const tokens = readFileSync(join(process.cwd(), 'src/styles/theme.css'), 'utf8');
        return { code: `${code}\n${ownTokens(readPalette(tokens), theme)}\n`, map: null };
      },
    },
  };
}
