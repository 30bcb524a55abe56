import { expect, it } from 'vitest';
import { findTime } from './when.ts';

const noon = 12 * 3600;
it.each([
  ['2025-11-20T12:00:00.500Z', Date.UTC(2025, 10, 20) / 1000 + noon + 0.5],
  ['[2025-11-20 12:00:00.500] VERBOSE', Date.UTC(2025, 10, 20) / 1000 + noon + 0.5],
  ['2025-11-20 12:00:00:500 [belle-sip]', Date.UTC(2025, 10, 20) / 1000 + noon + 0.5],
  ['+++ 20-11-2025 12:00:00.500000 INFO', Date.UTC(2025, 10, 20) / 1000 + noon + 0.5],
  ['11/20/2025 12:00:00', Date.UTC(2025, 10, 20) / 1000 + noon],
  ['21.10.24    12:00:00    Internettelefonie', Date.UTC(2024, 9, 21) / 1000 + noon],
  ['Arrival Time: Nov 20, 2025 12:00:00.5 UTC', Date.UTC(2025, 10, 20) / 1000 + noon + 0.5],
  ['time: 1763640000.25', 1763640000.25],
  ['recv 10 bytes at 12:00:00.5:', noon + 0.5],
])('%s', (text, seconds) => {
  expect(findTime(text)?.seconds).toBeCloseTo(seconds, 3);
});

it.each(['from 192.0.2.1:5060', 'cseq 12', '99.99.2025 at noon'])('no time in %s', (text) => {
  expect(findTime(text)).toBeNull();
});
