/** What is typed wrongly is answered with a sentence and the usage, and changes nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readArguments, Refused } from './arguments.ts';
import { makeSample } from './check/try-damage.ts';

const root = makeSample();
afterAll(() => rmSync(root, { recursive: true }));

const options = {
  own: { type: 'boolean', default: false },
  root: { type: 'string', short: 'r', default: '.' },
} as const;
const read = (...args: string[]) =>
  readArguments({ args, options, allowPositionals: true }, 'npm run example -- [--own]');

it('reads options and words', () => {
  const { values, positionals } = read('403', '--own', '--root', 'x');
  expect([values.own, values.root, positionals]).toEqual([true, 'x', ['403']]);
});

it.each([
  ['--force', '--force is no option here'],
  ['--no-own', '--no-own is no option here'],
  ['-x', '-x is no option here'],
  ['--root', '--root has no value'],
  ['--root --own', '--root has no value'],
  ['--own=yes', '--own has no value where it takes one, or one where'],
])('%s is refused: %s', (line, why) => {
  const wrong = () => read(...line.split(' '));
  expect(wrong).toThrow(Refused);
  expect(wrong).toThrow(why);
  expect(wrong).toThrow('npm run example -- [--own]');
});

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--root', root, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const check = (...args: string[]) => run('src/content/check/run.ts', ...args);
const make = (...args: string[]) => run('src/content/new/run.ts', ...args);

it('the content check says how many files the words select, and refuses words that select none', () => {
  const some = check('q850-17', '486');
  expect(some).toMatchObject({ status: 0, stderr: '' });
  expect(some.stdout).toMatch(/^content check: 4 of \d+ files, 0 problems\n$/);
  const none = check('486', '403,404');
  expect(none).toMatchObject({ status: 1, stdout: '' });
  expect(none.stderr).toMatch(/^no file of the content has "403,404" in its path; /);
  for (const wrong of [['--bogus'], ['--today'], ['--today', 'monday']]) {
    const { status, stderr } = check(...wrong);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^(--|"monday" is not a day)[^\n]*\n\nnpm run check:content {2}/);
  }
});

it('what is made is named by its whole path, and what is refused with how it is made', () => {
  const page = join(root, 'content/q850/17.mdx');
  const before = readFileSync(page, 'utf8');
  const refused = make('case', 'q850-17');
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^name an id: .*\n\nnpm run new -- case 403 your-case \[/);
  expect(readFileSync(page, 'utf8')).toBe(before);
  expect(make('code', '498', '--force')).toMatchObject({ status: 1, stdout: '' });
  expect(existsSync(join(root, 'content/codes/498.mdx'))).toBe(false);
  expect(make('case', 'q850-17', 'foo-bar').stdout).toMatch(
    /; npm run check:content content\/q850\/17\.mdx names what is left\.\n$/,
  );
  expect(check('content/q850/17.mdx').stdout).toMatch(/^content check: 1 of \d+ files, \d\d problems\n$/);
});
