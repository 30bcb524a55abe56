import { describe, expect, it } from 'vitest';
import { PrintedIndex } from './printed.ts';

const index = new PrintedIndex();
index.addWhole(
  [
    ['/404/', 'No such user'],
    ['/481/', 'Call does not exist'],
    ['/488/', 'Failed to negotiate stream'],
    ['/500/', 'Forking capacity exceeded'],
  ].map(([target = '', text = '']) => ({ target, text })),
);
const found = (query: string) => [...index.within(query, new Set(['freeswitch']), () => 1).keys()];

describe('what a program prints is meant where it is most of a query', () => {
  it.each([
    ['forking capacity exceeded', '/500/'],
    ['SIP/2.0 500 Forking capacity exceeded', '/500/'],
    ['FreeSWITCH Forking capacity exceeded', '/500/'],
    // A line of a log goes on with what varies.
    ['could not negotiate stream audio sendrecv nothing', '/488/'],
  ])('%s', (query, path) => expect(found(query)).toEqual([path]));
  it.each([
    // A word and a negation stand in any sentence.
    'the number does not exist',
    'calls fail since the forking proxy exceeded its memory',
  ])('not in: %s', (query) => expect(found(query)).toEqual([]));
});
