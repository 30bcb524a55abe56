import { expect, it } from 'vitest';
import { asWords } from './query.ts';
import { terms } from './text.ts';

it.each([
  ['cannot call out', 'outgoing fail'],
  ["can't make calls", 'outbound calls fail'],
  ['unable to receive calls', 'inbound calls failing'],
  ['calls do not come in', 'incoming'],
  ["can't hear the caller", 'caller no sound'],
  ['nobody hears me', 'no audio'],
  ['no response from trunk', 'trunk timeout'],
  ['server never responds', 'server timeout'],
])('%s says what “%s” says', (said, same) =>
  expect(terms(asWords(said)).sort()).toEqual(terms(asWords(same)).sort()),
);
