import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { glare } from './glare.ts';

describe('glare', () => {
  it('two holds cross', () => {
    const found = foundBy(
      glare,
      `
      0 A>B INVITE 2 D sdp=hold
      0.01 B>A INVITE 5 R D sdp=hold
      0.02 B>A 491 2
      0.03 A>B 491 5 | Via: SIP/2.0/UDP 203.0.113.5:5060;branch=z9hG4bKBA5INVITE | From: <sip:5550123@example.com>;tag=b | To: <sip:5550140@example.com>;tag=a
    `,
    );
    expect(found[0]).toMatchObject({ case: '/491/#hold-hold' });
  });

  it('a later try is accepted', () => {
    const found = foundBy(
      glare,
      `
      0 A>B INVITE 2 D sdp=hold
      0.01 B>A INVITE 5 R D sdp=hold
      0.02 B>A 491 2
      3 A>B INVITE 3 D sdp=hold
      3.1 B>A 200 3
    `,
    );
    expect(found[0]).toMatchObject({ case: '/491/#hold-hold', fine: true });
  });

  it('straight after the answer', () => {
    const found = foundBy(
      glare,
      `
      0 A>B INVITE 1 sdp=pcma
      1 B>A 200 1 sdp=pcma
      1.1 A>B ACK 1 D
      1.3 A>B INVITE 2 D sdp=pcma
      1.4 B>A 491 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/491/#after-answer' });
  });
});
