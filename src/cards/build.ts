/** Link cards as a step of the build. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { model } from '../content/model.ts';

export function linkCards(): AstroIntegration {
  return {
    name: 'link-cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        // What draws is only loaded here: neither the development server nor the rest of a build needs it.
        const { writeCards } = await import('./write-cards.ts');
        logger.info(`${writeCards(model(), fileURLToPath(dir))} pictures painted`);
      },
    },
  };
}
