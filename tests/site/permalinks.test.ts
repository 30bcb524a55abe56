import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { permalinksOf } from './permalinks.ts';

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'permalinks-'));
  write(
    'dist/403/index.html',
    '<body id="top"><main id="main"><h2 id="cases"></h2><p id="row-1"></p></main>',
  );
  write('dist/10/index.html', '<main></main>');
  write('dist/not-found/index.html', '<main id="x"></main>');
  write('dist/codes.json', '{}');
  write('dist/robots.txt', '');
  write('dist/403/card.png', '');
  write('tests/permalinks.txt', '/403/\n/404/\n');
});
afterEach(() => rmSync(root, { recursive: true }));

it('keeps what was published, and adds pages, fragments that readers may use, and data', () => {
  expect(permalinksOf(root)).toEqual({
    file: 'tests/permalinks.txt',
    before: ['/403/', '/404/'],
    all: ['/10/', '/403/', '/403/#cases', '/404/', '/codes.json'],
  });
});

it('gives a copy a list of its own, of what upstream has not', () => {
  write('content/own/site.yaml', '');
  expect(permalinksOf(root)).toEqual({
    file: 'content/own/permalinks.txt',
    before: [],
    all: ['/10/', '/403/#cases', '/codes.json'],
  });
});

it('asks for a build where there is none', () => {
  rmSync(join(root, 'dist'), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [resolve('tests/site/permalinks.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/\/dist holds no site; run "npm run build" first\n$/);
});
