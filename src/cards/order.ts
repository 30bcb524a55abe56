/** All that is needed to paint the link cards of a site, as plain data: they are painted by a program of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../content/model.ts';
import { ownPalette, type Palette, readPalette } from '../styles/palette.ts';
import { type Card, cards } from './card.ts';

export interface Order {
  cards: Card[];
  palette: Palette;
  siteName: string;
  /** Folder of the built site. */
  root: string;
}

export function orderOf(site: Model, root: string): Order {
  const tokens = readPalette(readFileSync(join(process.cwd(), 'src/styles/theme.css'), 'utf8'));
  return {
    cards: cards(site),
    palette: ownPalette(tokens, site.theme),
    siteName: site.settings?.name ?? '',
    root,
  };
}
