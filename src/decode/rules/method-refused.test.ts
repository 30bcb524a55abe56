import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { methodRefused } from './method-refused.ts';

describe('method-refused', () => {
  it('405 to REGISTER', () => {
    const found = foundBy(
      methodRefused,
      `
      0 A>B REGISTER 1
      0.1 B>A 405 1 REGISTER
    `,
    );
    expect(found[0]).toMatchObject({ case: '/405/#not-a-registrar' });
  });

  it('405 to OPTIONS is fine', () => {
    const found = foundBy(
      methodRefused,
      `
      0 A>B OPTIONS 1
      0.1 B>A 405 1 OPTIONS
    `,
    );
    expect(found[0]).toMatchObject({ case: '/405/#options-keepalive', fine: true });
  });

  it('412 that the next PUBLISH cures', () => {
    const found = foundBy(
      methodRefused,
      `
      0 A>B PUBLISH 1 | SIP-If-Match: x
      0.1 B>A 412 1 PUBLISH
      0.2 A>B PUBLISH 2
      0.3 B>A 200 2 PUBLISH
    `,
    );
    expect(found[0]).toMatchObject({ case: '/412/#state-expired', fine: true });
  });

  it('489 to SUBSCRIBE', () => {
    const found = foundBy(
      methodRefused,
      `
      0 A>B SUBSCRIBE 1 | Event: dialog
      0.1 B>A 489 1 SUBSCRIBE
    `,
    );
    expect(found[0]).toMatchObject({ case: '/489/#package-missing' });
  });

  it('428 without Identity', () => {
    const found = foundBy(
      methodRefused,
      `
      0 A>B INVITE 1
      0.1 B>A 428 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/428/#not-signed' });
  });
});
