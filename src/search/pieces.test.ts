import { expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

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
