/**
 * Puts a build in its place only when it is whole. Astro writes beside the old one (dist.next/); when every page, index
 * and compressed file is there, the two change places. A build that fails leaves dist/ as it was.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from './base-path.ts';
import { compressFolder } from './compress.ts';
import { headersFile } from './headers.ts';

/** Puts the folder `next` in the place of `target`. If that fails, `target` is what it was. */
export function swap(next: string, target: string): void {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  const replaces = existsSync(target);
  if (replaces) renameSync(target, old);
  try {
    renameSync(next, target);
  } catch (error) {
    if (replaces) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Must stand last: what other integrations write belongs to the build. */
export function publish(): AstroIntegration {
  let target = '';
  let base = '/';
  let published = false;
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        base = basePath(config.base);
        target = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        updateConfig({ outDir: pathToFileURL(`${target}.next/`) });
        process.once('exit', () => {
          if (!published)
            console.error(`The build failed. ${target} is as it was; what was made is in ${target}.next.`);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const next = fileURLToPath(dir);
        writeFileSync(join(next, '_headers'), headersFile(base));
        const { made, kept } = await compressFolder(next, target);
        swap(next.replace(/[\\/]$/, ''), target);
        published = true;
        logger.info(`${target}: ${made} compressed files, ${kept} taken from the last build`);
      },
    },
  };
}
