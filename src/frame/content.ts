/** Has the development server show a changed file of content/ without a restart. */
import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { forgetModel } from '../content/model.ts';

export function content(): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = join(server.config.root, 'content') + sep;
        server.watcher.add(folder);
        server.watcher.on('all', (_, file) => {
          if (!file.startsWith(folder)) return;
          forgetModel();
          // Modules may have kept what they took from the model.
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
