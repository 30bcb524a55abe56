import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { privateAddress } from './private-address.ts';

describe('private-address', () => {
  it('a private address in the offer of an answered call', () => {
    const found = foundBy(
      privateAddress,
      `
      0 A>B INVITE 1 sdp=private
      1 B>A 200 1 sdp=pcma
      1.1 A>B ACK 1 D br=z9hG4bKack
    `,
    );
    expect(found[0]).toMatchObject({ case: '/200/#no-audio', certainty: 'maybe' });
  });

  it('a private Contact that is registered', () => {
    const found = foundBy(
      privateAddress,
      `
      0 A>B REGISTER 1 | Contact: <sip:5550140@192.168.1.9>
      0.1 B>A 200 1 REGISTER
    `,
    );
    expect(found[0]).toMatchObject({ case: '/200/#registered-unreachable', certainty: 'maybe' });
  });
});
