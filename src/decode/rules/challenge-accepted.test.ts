import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { challengeAccepted } from './challenge-accepted.ts';

describe('challenge-accepted', () => {
  it('a 407 that is answered and accepted is fine', () => {
    const found = foundBy(
      challengeAccepted,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B ACK 1
      0.3 A>B INVITE 2 | Proxy-Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:5550123@example.com", response="00"
      0.4 B>A 100 2
      1 B>A 180 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#normal-challenge', fine: true });
  });

  it('so is a 401 of a registrar', () => {
    const found = foundBy(
      challengeAccepted,
      `
      0 A>B REGISTER 1
      0.1 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 200 2 REGISTER
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#normal-challenge', fine: true });
  });

  it('a second challenge is not', () => {
    const found = foundBy(
      challengeAccepted,
      `
      0 A>B REGISTER 1
      0.1 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 401 2 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n2"
    `,
    );
    expect(found.map((entry) => entry.case)).not.toContain('/401/#normal-challenge');
  });
});
