import { expect, it } from 'vitest';
import { asWords } from './query.ts';
import { terms } from './text.ts';

it.each([
  ['cannot call out', 'outgoing fail'],
  ["can't make calls", 'outbound calls fail'],
  ['unable to receive calls', 'inbound calls failing'],
])('%s says what “%s” says', (said, same) =>
  expect(terms(asWords(said)).sort()).toEqual(terms(asWords(same)).sort()),
);
