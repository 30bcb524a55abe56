import { expect, it } from 'vitest';
import { causeOfOctets, findCauses } from './causes.ts';

it.each([
  ['> [08 02 81 90]', 16],
  ['>                  Ext: 1  Cause: Normal Clearing (17), class = Normal Event (1) ]', 17],
  ['        Cause i = 0x8090 - Normal call clearing', 16],
  ['        Cause i = 0x82AC18 - Requested circuit/channel not available', 44],
  ['    -- Channel 0/1, span 1 got hangup request, cause 34', 34],
  ['NOTICE sofia.c:7230 Hangup sofia/external/5550123 [CS_CONSUME_MEDIA] [INCOMPATIBLE_DESTINATION]', 88],
  ['Channel sofia/external/5550123 hanging up, cause: USER_BUSY', 17],
  ['variable_hangup_cause_q850: [21]', 21],
  ['"hangup_cause": "call_rejected"', 21],
  ['   Disconnect Cause (CC)    : 27', 27],
  ['    .001 0001 = Cause value: User busy (17)', 17],
  ['CAPI: disconnected, reason 0x3490', 16],
  ['release: Q.850;cause=31;text="x"', 31],
])('%s', (line, cause) => {
  expect(findCauses(line, 1).map((found) => found.cause)).toEqual([cause]);
});

it.each([
  '< Protocol Discriminator: Q.931 (8)  len=5',
  '< Call Ref: len= 2 (reference 65/0x41) (Terminator)',
  '> Message type: DISCONNECT (69)',
  'hanging up, cause: ORIGINATOR_CANCEL',
  'because 21 calls failed',
  'Reason: SIP;cause=200;text="x"',
])('no cause in %s', (line) => {
  expect(findCauses(line, 1)).toEqual([]);
});

it('reads the octet behind location and recommendation', () => {
  expect(causeOfOctets([0x81, 0x90])).toBe(16);
  expect(causeOfOctets([0x02, 0x80, 0xac])).toBe(44);
  expect(causeOfOctets([0x81])).toBeNull();
});
