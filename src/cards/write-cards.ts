/** Writes the picture of every link card beside its page: `403/card.png`, `403/no-credit/card.png`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../content/model.ts';
import { ownPalette, readPalette } from '../styles/palette.ts';
import { cardPath, cards } from './card.ts';
import { draw, size } from './drawing.ts';
import { Picture } from './picture.ts';

/** Writes the cards of a site below `root`; how many. */
export function writeCards(site: Model, root: string): number {
  const tokens = readPalette(readFileSync(join(process.cwd(), 'src/styles/theme.css'), 'utf8'));
  const palette = ownPalette(tokens, site.theme);
  const all = cards(site);
  const picture = new Picture(size.width, size.height);
  for (const card of all) {
    mkdirSync(join(root, card.page), { recursive: true });
    draw(picture, card, palette, site.settings?.name ?? '');
    writeFileSync(join(root, cardPath(card.page)), picture.png());
  }
  return all.length;
}
