/**
 * What is done to every built page. Each page is read and written once, however many steps there are: with thousands of
 * pages, files are what takes the time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';

export interface PageStep {
  /** @param root where the built site lies */
  begin?(root: string): void | Promise<void>;
  /**
   * What becomes of a page.
   * @param path below the base: `/403/`, or the name of a file that is not the page of a folder: `/embed.html`.
   */
  page(path: string, html: string): string | Promise<string>;
  end?(logger: AstroIntegrationLogger): void | Promise<void>;
  /** Whatever happened. */
  close?(): Promise<unknown>;
}

/** Runs the steps one after another over every page, in the order of their paths. */
export function finishPages(steps: readonly PageStep[]): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        try {
          for (const step of steps) await step.begin?.(root);
          // In an order of our own: that of the folder may differ by machine, and what is written follows it.
          for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
            if (!name.endsWith('.html')) continue;
            const path = `/${name.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
            let html = readFileSync(join(root, name), 'utf8');
            for (const step of steps) html = await step.page(path, html);
            writeFileSync(join(root, name), html);
          }
          for (const step of steps) await step.end?.(logger);
        } finally {
          for (const step of steps) await step.close?.();
        }
      },
    },
  };
}
