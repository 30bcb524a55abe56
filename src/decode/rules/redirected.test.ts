import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { redirected } from './redirected.ts';

describe('redirected', () => {
  it('nobody follows', () => {
    const found = foundBy(
      redirected,
      `
      0 A>B INVITE 1
      0.1 B>A 302 1 | Contact: <sip:5550199@example.com>
      0.2 A>B ACK 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/302/#not-followed' });
  });

  it('followed', () => {
    const found = foundBy(
      redirected,
      `
      0 A>B INVITE 1
      0.1 B>A 302 1 | Contact: <sip:5550199@example.com>
      0.2 A>B ACK 1
      0.3 A>B INVITE 2 uri=sip:5550199@example.com
      1 B>A 180 2
      2 B>A 200 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/302/#forwarding-on-phone', fine: true });
  });

  it('followed and refused', () => {
    const found = foundBy(
      redirected,
      `
      0 A>B INVITE 1
      0.1 B>A 302 1 | Contact: <sip:5550199@example.com>
      0.2 A>B ACK 1
      0.3 A>B INVITE 2 uri=sip:5550199@example.com
      1 B>A 403 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/302/#refused-after' });
  });

  it('a circle', () => {
    const found = foundBy(
      redirected,
      `
      0 A>B INVITE 1
      0.1 B>A 302 1 | Contact: <sip:x@example.com>
      0.3 A>B INVITE 2 uri=sip:x@example.com
      0.4 B>A 302 2 | Contact: <sip:y@example.com>
      0.5 A>B INVITE 3 uri=sip:y@example.com
      0.6 B>A 302 3 | Contact: <sip:x@example.com>
    `,
    );
    expect(found[0]).toMatchObject({ case: '/302/#redirect-loop' });
  });

  it('a contact nobody reaches', () => {
    const found = foundBy(
      redirected,
      `
      0 A>B INVITE 1
      0.1 B>A 302 1 | Contact: <sip:5550199@192.168.1.7>
      0.2 A>B ACK 1
      0.3 A>E INVITE 2 uri=sip:5550199@192.168.1.7
      0.8 A>E INVITE 2 uri=sip:5550199@192.168.1.7
    `,
    );
    expect(found[0]).toMatchObject({ case: '/302/#unreachable-contact' });
  });
});
