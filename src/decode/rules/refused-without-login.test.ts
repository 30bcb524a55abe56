import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { refusedWithoutLogin } from './refused-without-login.ts';

describe('refused-without-login', () => {
  it('403 to the first INVITE', () => {
    const found = foundBy(
      refusedWithoutLogin,
      `
      0 A>B INVITE 1
      0.05 B>A 403 1
      0.06 A>B ACK 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/403/#source-address', certainty: 'maybe' });
  });

  it('not where a challenge came before', () => {
    const found = foundBy(
      refusedWithoutLogin,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B ACK 1
      0.3 A>B INVITE 2
      0.4 B>A 403 2
    `,
    );
    expect(found.map((entry) => entry.case)).not.toContain('/403/#source-address');
  });
});
