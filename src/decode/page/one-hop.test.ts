import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { noFacts } from './facts-types.ts';
import { busiestHop, twins } from './one-hop.ts';
import { shownCall } from './overview.ts';

const { messages } = shownCall(
  decodeTrace(readFileSync(join(import.meta.dirname, 'examples/two-hops.txt'), 'utf8')),
  noFacts,
  0,
);

test('a call is compared as one hop sees it', () => {
  expect(busiestHop({ messages }).map(({ startLine }) => startLine.split(' ')[0])).toEqual([
    'INVITE',
    'SIP/2.0',
    'SIP/2.0',
    'ACK',
  ]);
});

test('a message is found again behind the proxy', () => {
  const [first] = messages;
  expect(first && twins(first, messages).map(({ requestUri }) => requestUri)).toEqual([
    'sip:+15550199@203.0.113.5',
  ]);
});
