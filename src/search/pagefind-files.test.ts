import { gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { describe, expect, it } from 'vitest';
import { inSmallerPieces, piecesIn, unpack } from './pagefind-files.ts';

const file = (content: unknown) => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encode(content)]));

/** A list as Pagefind writes it: version, pages, pieces, and what follows. */
const listOf = (pieces: unknown) => file(['1.6.0', [['page', 7]], pieces, [], []]);

const word = (text: string, places: number) => [text, [[0, Array.from({ length: places }, (_, at) => at)]]];

describe('smaller pieces', () => {
  const before = {
    list: listOf([
      ['a', 'r', 'one'],
      ['s', 'z', 'two'],
    ]),
    pieces: new Map([
      ['one', file([[word('a', 3000), word('abc', 1), word('regist', 3000), word('registr', 1)]])],
      ['two', file([[word('sé', 2600), word('zone', 1)]])],
    ]),
  };
  const after = inSmallerPieces(before);
  const [version, pages, pieces, ...rest] = decode(unpack(after.list)) as [
    string,
    unknown,
    [string, string, string][],
    ...unknown[],
  ];
  const wordsOf = (name: string) =>
    (decode(unpack(after.pieces.get(name) ?? Buffer.of())) as [[string, unknown][]])[0];

  it('hold every word with its places, in the same order', () =>
    expect(pieces.flatMap(([, , name]) => wordsOf(name))).toEqual(
      [...before.pieces.values()].flatMap((piece) => (decode(unpack(piece)) as [unknown[]])[0]),
    ));

  it('keep words together that begin alike', () =>
    expect(pieces.map(([, , name]) => wordsOf(name).map(([text]) => text))).toEqual([
      ['a'],
      ['abc', 'regist', 'registr'],
      ['sé'],
      ['zone'],
    ]));

  it('are found by each of their words, and by the beginning of one', () => {
    for (const asked of ['a', 'abc', 'reg', 'regist', 'registr', 'registration', 'sé', 'z', 'zone'])
      expect(pieces.filter(([from, to]) => asked >= from && asked <= to)).toHaveLength(1);
  });

  it('leave the rest of the list alone', () =>
    expect([version, pages, rest]).toEqual(['1.6.0', [['page', 7]], [[], []]]));
});

it('names the pieces for the browser', () =>
  expect(
    piecesIn(
      'list',
      listOf([
        ['a', 'b', 'one'],
        ['c', 'd', 'two'],
      ]),
    ),
  ).toEqual({
    meta: 'list',
    words: [
      ['a', 'index/one.pf_index'],
      ['c', 'index/two.pf_index'],
    ],
  }));

const one = [['a', 'b', 'one']];
it.each([
  ['another beginning', gzipSync('something else'), file([[word('a', 1)]])],
  ['another list', listOf('a'), file([[word('a', 1)]])],
  ['a list without pieces', listOf([]), file([[word('a', 1)]])],
  ['no such piece', listOf([['a', 'b', 'two']]), file([[word('a', 1)]])],
  ['another piece', listOf(one), file([[['a', 'b']]])],
])('fails the build where Pagefind writes %s', (_, list, piece) =>
  expect(() => inSmallerPieces({ list, pieces: new Map([['one', piece]]) })).toThrow(/^search index: /),
);
