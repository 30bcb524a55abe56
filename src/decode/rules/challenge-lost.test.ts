import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { challengeLost } from './challenge-lost.ts';

describe('challenge-lost', () => {
  it('the same REGISTER, each time challenged', () => {
    const found = foundBy(
      challengeLost,
      `
      0 A>B REGISTER 1
      0.01 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      0.5 A>B REGISTER 1
      0.51 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      1.5 A>B REGISTER 1
      1.51 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#not-received' });
  });

  it('the same 407 without an ACK', () => {
    const found = foundBy(
      challengeLost,
      `
      0 A>B INVITE 1
      0.01 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      0.51 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      1.51 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#ack-lost' });
  });
});
