import { expect, it } from 'vitest';
import { about, filesAbout, inOrder, wordsOfNoFile } from './problem.ts';

const copied = {
  file: 'content/codes/403.mdx',
  line: 8,
  key: 'meaning',
  message: 'says the same; link to it',
  also: [{ file: 'content/codes/419.mdx', line: 8 }],
};

it('finds a problem of a pair by either file', () => {
  expect(about([copied], ['403'])).toEqual([copied]);
  expect(about([copied], ['419'])).toEqual([copied]);
  expect(about([copied], ['486'])).toEqual([]);
});

it('keeps what the first check says of a value, and every problem of one check', () => {
  const echo = { ...copied, message: 'is an echo' };
  const other = { ...copied, message: 'is another fault' };
  expect(inOrder([[copied, other], [echo]]).map(({ message }) => message)).toEqual([
    'is another fault',
    'says the same; link to it',
  ]);
});

it('knows a cause by either of its names, and words that name no file', () => {
  const files = ['content/codes/403.mdx', 'content/q850/1.mdx', 'content/q850/17.mdx'];
  expect(filesAbout(files, ['q850-1'])).toEqual(['content/q850/1.mdx']);
  expect(filesAbout(files, ['q850/17', '403'])).toEqual(['content/codes/403.mdx', 'content/q850/17.mdx']);
  expect(filesAbout(files, [])).toEqual(files);
  expect(wordsOfNoFile(files, ['403,404', 'q850-17', 'q850-2', 'codes'])).toEqual(['403,404', 'q850-2']);
  expect(about([{ ...copied, file: 'content/q850/17.mdx' }], ['q850-17'])).toHaveLength(1);
});
