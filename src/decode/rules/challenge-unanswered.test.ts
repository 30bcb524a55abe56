import { describe, expect, it } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { foundBy } from './found-by.ts';
import { challengeUnanswered } from './challenge-unanswered.ts';

describe('challenge-unanswered', () => {
  it('after the 407 only the ACK', () => {
    const found = foundBy(
      challengeUnanswered,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B ACK 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#no-answer-sent' });
  });

  it.each([
    [401, '/401/#own-pbx-challenges'],
    [407, '/407/#provider-call-challenged'],
  ])('the log’s own system asks an outside caller, %i', (code, expected) => {
    const via = 'Via: SIP/2.0/UDP 203.0.113.5:5060;branch=z9hG4bKi1';
    const ends = `Call-ID: i1\nFrom: <sip:+15550177@203.0.113.5>;tag=c\nTo: <sip:+15550100@192.0.2.10>`;
    const trace = decodeTrace(`<--- Received SIP request (1 bytes) from UDP:203.0.113.5:5060 --->
INVITE sip:+15550100@192.0.2.10 SIP/2.0\n${via}\n${ends}\nCSeq: 1 INVITE\n
<--- Transmitting SIP response (1 bytes) to UDP:203.0.113.5:5060 --->
SIP/2.0 ${code} Asked\n${via}\n${ends};tag=s\nCSeq: 1 INVITE\nWWW-Authenticate: Digest realm="asterisk", nonce="n"\n
<--- Received SIP request (1 bytes) from UDP:203.0.113.5:5060 --->
ACK sip:+15550100@192.0.2.10 SIP/2.0\n${via}\n${ends};tag=s\nCSeq: 1 ACK\n\n`);
    expect(trace.findings[0]?.case).toBe(expected);
    expect(trace.findings[0]?.message).toContain('the PBX that wrote this log');
  });

  it('a BYE that is challenged and not repeated', () => {
    const found = foundBy(
      challengeUnanswered,
      `
      0 A>B BYE 3 D
      0.1 B>A 407 3 BYE | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#bye-challenged' });
  });

  it('a trace that ends with the challenge shows nothing', () => {
    const found = foundBy(
      challengeUnanswered,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found).toEqual([]);
  });
});
