import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { expect, it } from 'vitest';
import { finishPages, type PageStep } from './finish-pages.ts';

it('hands each page from step to step, in the order of paths, and closes them also where one fails', async () => {
  const root = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(root, '403'));
  for (const name of ['index.html', '403/index.html', 'part.html', 'no-page.json'])
    writeFileSync(join(root, name), 'a');
  const said: string[] = [];
  const steps: PageStep[] = [
    { page: (path, html) => `${html}b${path}` },
    {
      page: (path, html) => {
        said.push(path);
        return Promise.resolve(`${html}c`);
      },
      end: () => {
        throw new Error('no index');
      },
      close: () => Promise.resolve(said.push('closed')),
    },
  ];
  const logger = {} as AstroIntegrationLogger;
  const parameters = { dir: pathToFileURL(`${root}/`), logger } as HookParameters<'astro:build:done'>;
  await expect(finishPages(steps).hooks['astro:build:done']?.(parameters)).rejects.toThrow('no index');
  const written = ['403/index.html', 'index.html', 'part.html', 'no-page.json'];
  expect(written.map((name) => readFileSync(join(root, name), 'utf8'))).toEqual([
    'ab/403/c',
    'ab/c',
    'ab/part.htmlc',
    'a',
  ]);
  expect(said).toEqual(['/403/', '/', '/part.html', 'closed']);
  rmSync(root, { recursive: true });
});
