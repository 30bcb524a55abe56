/** Builds the Pagefind index after the pages. Any error Pagefind reports fails the build. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

function orThrow<T extends { errors: string[] }>(step: string, result: T): T {
  if (result.errors.length) throw new Error(`search index: ${step}: ${result.errors.join('; ')}`);
  return result;
}

export function search(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        try {
          const { index } = orThrow('start', await pagefind.createIndex({}));
          if (!index) throw new Error('search index: Pagefind gave no index');
          const added = orThrow('read pages', await index.addDirectory({ path: site }));
          orThrow('write', await index.writeFiles({ outputPath: `${site}pagefind` }));
          logger.info(`${added.page_count} pages indexed`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}
