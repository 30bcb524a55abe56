import { expect, it } from 'vitest';
import { numberSaid } from './vendor-numbers.ts';

it.each([
  ['it says d7 on the display', 'D38, D7', 'D7'],
  ['403/560403', '560403, 511532', '560403'],
  ['cause 0x404', '0x404', '0x404'],
  ['SIP/2.0 403 Forbidden', '4 more on 403', undefined],
  ['403 since 4 days', '560403', undefined],
  ['no sound', 'D35', undefined],
])('of what is said, %j, a note on %j is about %j', (said, name, number) =>
  expect(numberSaid(said, name)).toBe(number),
);
