import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Model } from '../model.ts';
import { checkPassages, compare, describe, passagesOf, type Passage } from './anchors.ts';

const folder = mkdtempSync(join(tmpdir(), 'anchors-'));
const repository = join(folder, 'owner', 'name');
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    encoding: 'utf8',
  }).trim();
let first = '';

beforeAll(() => {
  mkdirSync(repository, { recursive: true });
  git('init', '-q');
  writeFileSync(join(repository, 'a.c'), 'one\nsend(403);\nsend(486);\n');
  git('add', '.');
  git('commit', '-qm', 'first');
  first = git('rev-parse', 'HEAD');
  writeFileSync(join(repository, 'a.c'), 'zero\none\nsend(403);\n');
  git('commit', '-qam', 'second');
});
afterAll(() => rmSync(folder, { recursive: true }));

const cited = (line: number, anchor: string, more: Partial<Passage> = {}): Passage => ({
  by: 'note-1',
  repo: 'owner/name',
  path: 'a.c',
  commit: first,
  line,
  anchor,
  ...more,
});
const verdictOf = (passage: Passage) => checkPassages([passage], folder)[0];

it('finds the anchor on its line, and where it stands now', () =>
  expect(verdictOf(cited(2, 'send(403)'))).toMatchObject({ verdict: 'held', now: 'moved', nowAt: 3 }));
it('sees that an anchor has vanished since', () => {
  const found = verdictOf(cited(3, 'send(486)'));
  expect(found).toMatchObject({ verdict: 'held', now: 'gone' });
  expect(found && describe(found)).toContain('vanished at the newest commit');
});
it('names the line on which a misplaced anchor stands', () =>
  expect(verdictOf(cited(1, 'send(486)'))).toMatchObject({ verdict: 'other line', at: 3 }));
it('says what it cannot check', () => {
  expect(verdictOf(cited(1, 'one', { repo: 'owner/other' }))?.verdict).toBe('no repository');
  expect(verdictOf(cited(1, 'one', { commit: 'a'.repeat(40) }))?.verdict).toBe('no commit');
  expect(verdictOf(cited(1, 'one', { path: 'b.c' }))?.verdict).toBe('no file');
});
it('takes the nearest of several places', () =>
  expect(compare(cited(4, 'x'), 'x\n\n\nx\n', 'x\n')).toMatchObject({ verdict: 'held', nowAt: 1 }));
it('takes the anchor of a mapping row from its start, that of a default from what it gives', () => {
  const table = (direction: string, rows: object[]) => ({
    id: direction,
    data: { direction, file: { repo: 'owner/name', path: 'a.c', commit: first }, rows },
  });
  const model = {
    vendors: [],
    commands: [],
    tables: [
      table('sip-to-q850', [
        { code: 403, cause: 21, name: 'CALL_REJECTED', line: 2 },
        { code: 409, cause: 31, name: 'NORMAL_UNSPECIFIED', line: 9, default: true },
      ]),
      table('q850-to-sip', [
        { cause: 21, code: 403, name: 'CALL_REJECTED', line: 2 },
        { cause: 4, code: 480, line: 9, default: true },
      ]),
    ],
  } as unknown as Model;
  expect(passagesOf(model).map(({ anchor }) => anchor)).toEqual([
    '403',
    'NORMAL_UNSPECIFIED',
    'CALL_REJECTED',
    '480',
  ]);
});
