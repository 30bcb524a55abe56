/** Writes the picture of every link card beside its page: `403/card.png`, `403/no-credit/card.png`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { cardPath } from './card.ts';
import { draw, size } from './drawing.ts';
import type { Order } from './order.ts';
import { Picture } from './picture.ts';

export async function writeCards({ cards, palette, siteName, root }: Order): Promise<void> {
  const picture = new Picture(size.width, size.height);
  for (const card of cards) {
    mkdirSync(join(root, card.page), { recursive: true });
    draw(picture, card, palette, siteName);
    writeFileSync(join(root, cardPath(card.page)), picture.png());
    // So that the program hears when the build has ended before it.
    await setImmediate();
  }
}
