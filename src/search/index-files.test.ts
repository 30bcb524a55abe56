import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { searchFiles } from './index-files.ts';

/** Bytes that a phone on a slow line loads in a fraction of a second; `printed`, `gists` and `languages` come last, or seldom. */
const most: Record<string, number> = {
  names: 12_000,
  symptoms: 40_000,
  lines: 16_000,
  texts: 76_000,
  printed: 48_000,
  gists: 40_000,
  languages: 88_000,
};

it.each(searchFiles().map(({ name, text }) => [name.split('.')[0] ?? '', text] as const))(
  'the index file of %s is small, compressed',
  (name, text) => expect(brotliCompressSync(text).length).toBeLessThanOrEqual(most[name] ?? 0),
);
