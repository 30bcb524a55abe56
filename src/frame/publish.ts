/**
 * Puts a build in its place only when it is whole. Astro writes beside the old one (dist.next-123/, a folder for each
 * process, so that two builds do not write into each other); when every page, index and compressed file is there, the
 * two change places. A build that fails or is killed leaves dist/ as it was; the next one clears up after it.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from './base-path.ts';
import { compressFolder } from './compress.ts';
import { headersFile } from './http-headers.ts';
import { licencesFile } from './licences.ts';

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

/** Whether a process runs, also where it is another user's. */
function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Clears up what builds that were killed left beside `target`: half-written folders, and the last site where the kill
 * came between the two renames of a swap.
 */
export function clearUp(target: string): void {
  const old = `${target}.old`;
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(`${basename(target)}.next-`)) continue;
    const id = Number(name.slice(`${basename(target)}.next-`.length));
    if (id === process.pid || !runs(id)) rmSync(join(dirname(target), name), { recursive: true });
  }
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
        clearUp(target);
        const next = `${target}.next-${process.pid}`;
        updateConfig({ outDir: pathToFileURL(`${next}/`) });
        process.once('exit', () => {
          if (!published)
            console.error(`The build failed. ${target} is as it was; what was made is in ${next}.`);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const next = fileURLToPath(dir);
        writeFileSync(join(next, '_headers'), headersFile(base));
        writeFileSync(join(next, 'licences.txt'), licencesFile());
        const { made, kept } = await compressFolder(next, target);
        swap(next.replace(/[\\/]$/, ''), target);
        published = true;
        logger.info(`${target}: ${made} compressed files, ${kept} taken from the last build`);
      },
    },
  };
}
