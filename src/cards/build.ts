/** Link cards as a step of the build. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { model } from '../content/model.ts';
import { type Order, orderOf } from './order.ts';

/** Has the cards painted by a program of its own: rendering takes one processor, and what draws has no use here. */
function paint(order: Order): Promise<void> {
  const painter = fork(fileURLToPath(new URL('paint.ts', import.meta.url)), { execArgv: [] });
  painter.send(order);
  return new Promise((resolve, reject) => {
    painter.once('error', reject);
    painter.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`the program that paints the link cards ended with ${status}`));
    });
  });
}

export function linkCards(): AstroIntegration {
  let root = '';
  let order: Order;
  let painted: Promise<void>;
  return {
    name: 'link-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.outDir);
      },
      // The first hook behind the clearing of the folder.
      'astro:build:setup': () => {
        order = orderOf(model(), root);
        painted = paint(order);
        // Is said where the cards are needed.
        painted.catch(() => undefined);
      },
      'astro:build:done': async ({ logger }) => {
        await painted;
        logger.info(`${order.cards.length} pictures painted`);
      },
    },
  };
}
