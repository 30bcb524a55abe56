import { expect, it } from 'vitest';
import { asMeant, asWords } from './query.ts';
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
  ['it rings out', 'it no answer'],
  ['phone doesnt respond', 'phone timeout'],
  ["customers can't call in from mobiles", "customers can't incoming from mobiles"],
])('%s says what “%s” says', (said, same) =>
  expect(terms(asMeant(said)).sort()).toEqual(terms(asMeant(same)).sort()),
);

it.each(['call in progress', 'calls in queue'])('%s says what it says', (said) =>
  expect(asMeant(said)).toBe(said),
);

it('leaves what programs print as they print it', () =>
  expect(asWords('No response from peer')).toBe('No response from peer'));
