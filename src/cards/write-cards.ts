/** Writes the picture of every link card beside its page: `403/card.png`, `403/no-credit/card.png`. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Model, model } from '../content/model.ts';
import { ownPalette, readPalette } from '../styles/palette.ts';
import { type Card, cardPath, cards } from './card.ts';
import { drawing } from './drawing.ts';
import { nameOf, picture } from './picture.ts';

/**
 * Writes the cards of a site below `root`. What an earlier build painted is taken from `cache`, which then holds what
 * this one shows.
 */
export async function writeCards(
  site: Model,
  root: string,
  cache: string,
): Promise<{ painted: number; kept: number }> {
  const tokens = readPalette(readFileSync(join(process.cwd(), 'src/styles/theme.css'), 'utf8'));
  const palette = ownPalette(tokens, site.theme);
  mkdirSync(cache, { recursive: true });
  const before = new Set(readdirSync(cache));
  const used = new Set<string>();
  const count = { painted: 0, kept: 0 };

  async function write(card: Card): Promise<void> {
    const drawn = drawing(card, palette, site.settings?.name ?? '');
    const colours = card.classes ? 32 : 16;
    const name = `${nameOf(drawn, colours)}.png`;
    used.add(name);
    if (before.has(name)) count.kept += 1;
    else {
      // Whole or not at all: a build that is killed here must not leave half a picture for the next.
      const fresh = join(cache, `${name}.${process.pid}`);
      await writeFile(fresh, await picture(drawn, colours));
      await rename(fresh, join(cache, name));
      count.painted += 1;
    }
    await mkdir(join(root, card.page), { recursive: true });
    await copyFile(join(cache, name), join(root, cardPath(card.page)));
  }

  // sharp paints beside this thread, on as many as there are.
  const waiting = cards(site).values();
  const worker = async () => {
    for (const card of waiting) await write(card);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
  for (const name of before) if (!used.has(name)) rmSync(join(cache, name));
  return count;
}

export function linkCards(): AstroIntegration {
  let cache = '';
  return {
    name: 'link-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'cards');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { painted, kept } = await writeCards(model(), fileURLToPath(dir), cache);
        logger.info(`${painted} pictures painted, ${kept} taken from the last build`);
      },
    },
  };
}
