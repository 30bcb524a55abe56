import { expect, test } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { noFacts } from './facts-types.ts';
import { overviewOf } from './overview.ts';
import { ticketTexts } from './ticket.ts';

/** Ends a code span of Markdown. */
const tick = '`';
const challenge = (cseq: number, way: string) => `${way}
Via: SIP/2.0/UDP 192.0.2.31:5060;branch=z9hG4bK${cseq}
From: <sip:<b>_x_@example.com>;tag=1
To: <sip:5550140@example.com>;tag=2
Call-ID: c@192.0.2.31
CSeq: ${cseq} REGISTER`;
const trace = decodeTrace(
  `${challenge(2, 'REGISTER sip:example.com SIP/2.0')}
Authorization: Digest username="5550140", realm="example.com", nonce="n", uri="sip:example.com", response="00"

${challenge(2, 'SIP/2.0 401 Unauthorized')}
WWW-Authenticate: Digest realm="ex${tick}am${tick}ple", nonce="m"

`,
);
const overview = overviewOf(trace, noFacts, { name: null, masked: null });
const texts = ticketTexts({
  overview,
  call: 0,
  roles: ['203.0.113.5: registrar (it answers REGISTER)'],
  address: (path) => `https://sip.example.com${path}`,
  date: '2026-11-20',
});

test('a ticket has the outcome, the finding with its lines, the address of the case and the day', () => {
  expect(texts.text).toContain(overview.summary.sentence);
  expect(texts.text).toContain('203.0.113.5: registrar');
  expect(texts.text).toContain('https://sip.example.com/401/#wrong-realm');
  expect(texts.text).toMatch(/ {2}line \d+: Authorization: Digest/);
  expect(texts.text.endsWith('Decoded on 2026-11-20')).toBe(true);
});

test('text of the trace takes over neither HTML nor Markdown', () => {
  expect(texts.html).not.toContain('<b>');
  expect(texts.markdown).not.toMatch(/(?<!\\)<b>/);
  expect(texts.markdown).toContain('`` line 15: WWW-Authenticate: Digest realm="ex`am`ple", nonce="m" ``');
});
