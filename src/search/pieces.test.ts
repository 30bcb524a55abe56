import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';
import { piecesIn } from './pieces-list.ts';

const words = [
  ['0', 'figures'],
  ['acce', 'a to m'],
  ['ne', 'n to z'],
] as const;
const ask = (query: string) => piecesOf(query, { meta: '', words });

it('names the piece of every word, each piece once', () =>
  expect(ask('Registration interval 486')).toEqual(['n to z', 'a to m', 'figures']));

it('reads a word as Pagefind does, without punctuation', () =>
  expect(ask('“Retry-After”: –')).toEqual(['n to z']));

it('names none for a word before the first one', () => expect(ask('+ (')).toEqual([]));

/** CBOR of texts, arrays and numbers below 24. */
const cbor = (value: unknown): Buffer => {
  if (typeof value === 'number') return Buffer.from([value]);
  if (typeof value === 'string')
    return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([0x80 + value.length]), ...value.map(cbor)]);
  return Buffer.from([0xf6]);
};
const file = (list: unknown) => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), cbor(list)]));

it('finds the pieces in Pagefind’s list', () =>
  expect(
    piecesIn(
      'list',
      file([
        '1.6.0',
        [['page', 7]],
        [
          ['a', 'b', 'one'],
          ['c', 'd', 'two'],
        ],
      ]),
    ),
  ).toEqual({
    meta: 'list',
    words: [
      ['a', 'index/one.pf_index'],
      ['c', 'index/two.pf_index'],
    ],
  }));

it.each([
  ['another beginning', gzipSync('something else')],
  ['another order', file(['1.6.0', [], 'a'])],
  ['another kind of value', file(['1.6.0', {}])],
])('fails the build where Pagefind writes %s', (_, list) =>
  expect(() => piecesIn('list', list)).toThrow(/^search index: /),
);
