import { expect, it } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { isCollapsed, splitCollapsed } from './collapsed.ts';

const line =
  '12:00:00.100 pjsua_core.c .TX 500 bytes Request msg INVITE/cseq=1 (tdta0x1) to UDP 203.0.113.5:5060: INVITE sip:5550123@example.com SIP/2.0 ' +
  'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKc1 From: "Anna: home" <sip:5550140@example.com>;tag=a To: <sip:5550123@example.com> ' +
  'Call-ID: c1@x CSeq: 1 INVITE Allow: INVITE, ACK, BYE Content-Type: application/sdp Content-Length: 60 ' +
  'v=0 o=- 1 1 IN IP4 192.0.2.10 s=- t=0 0 m=audio 4000 RTP/AVP 8 ' +
  'SIP/2.0 486 Busy Here Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKc1 Call-ID: c1@x CSeq: 1 INVITE Content-Length: 0 --end msg--';

it('reads messages whose line ends became blanks', () => {
  const { messages, transactions } = decodeTrace(line);
  expect(messages.map(({ method, code, headers }) => [code ?? method, headers.length])).toEqual([
    ['INVITE', 8],
    [486, 4],
  ]);
  expect(messages[0]?.body.split('\n').length).toBeGreaterThanOrEqual(5);
  expect(transactions[0]).toMatchObject({ method: 'INVITE', finalCode: 486 });
});

it('cuts before headers only, not before other words with a colon', () => {
  expect(splitCollapsed(line)).toContain('From: "Anna: home" <sip:5550140@example.com>;tag=a');
});

it.each([
  'SIP/2.0 486 Busy Here',
  'Got SIP/2.0 486 Busy Here from: the phone, to: nobody',
  'Via: SIP/2.0/UDP 192.0.2.10:5060',
])('is not meant for %s', (text) => {
  expect(isCollapsed(text)).toBe(false);
});
