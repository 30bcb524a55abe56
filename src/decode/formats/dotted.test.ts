import { expect, it } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { splitDots } from './dotted.ts';

it('keeps two dots within a value', () => {
  expect(splitDots('SIP/2.0 200 OK..Call-ID: abc....CSeq: 1 BYE....')).toEqual([
    'SIP/2.0 200 OK',
    'Call-ID: abc',
    '',
    'CSeq: 1 BYE',
    '',
    '',
  ]);
});

it('joins pieces that ngrep wrapped', () => {
  const text =
    'U 203.0.113.5:5060 -> 192.0.2.10:5060 #1\n  SIP/2.0 486 Busy Here..Via: SIP/2.0/UDP 192.0.2.10:50\n  60;branch=z9hG4bK1..Call-ID: x..CSeq: 1 INVITE..Conte\n  nt-Length: 0....\n\n';
  expect(decodeTrace(text).messages).toMatchObject([{ code: 486, callId: 'x', cseq: 1, branch: 'z9hG4bK1' }]);
});
