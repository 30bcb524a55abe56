import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { refusedAfterLogin } from './refused-after-login.ts';

describe('refused-after-login', () => {
  it('403 and a From that is not the digest user', () => {
    const found = foundBy(
      refusedAfterLogin,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B ACK 1
      0.3 A>B INVITE 2 | Proxy-Authorization: Digest username="trunk7", realm="example.com", nonce="n1", uri="sip:5550123@example.com", response="00"
      0.4 B>A 403 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/403/#caller-id-mismatch' });
  });

  it('403 to a REGISTER with credentials may be the password', () => {
    const found = foundBy(
      refusedAfterLogin,
      `
      0 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.4 B>A 403 2 REGISTER
    `,
    );
    expect(found[0]).toMatchObject({ case: '/403/#wrong-password', certainty: 'maybe' });
  });

  it('the digest user in From: no finding', () => {
    const found = foundBy(
      refusedAfterLogin,
      `
      0 A>B INVITE 2 | Proxy-Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:5550123@example.com", response="00"
      0.4 B>A 403 2
    `,
    );
    expect(found).toEqual([]);
  });
});
