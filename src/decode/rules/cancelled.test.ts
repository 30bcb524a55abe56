import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { cancelled } from './cancelled.ts';

describe('cancelled', () => {
  it('the caller hangs up', () => {
    const found = foundBy(
      cancelled,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      8.3 A>B CANCEL 1
      8.4 B>A 200 1 CANCEL
      8.5 B>A 487 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/487/#caller-hung-up' });
  });

  it('another phone answered', () => {
    const found = foundBy(
      cancelled,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      8.3 A>B CANCEL 1 | Reason: SIP;cause=200;text="Call completed elsewhere"
      8.4 B>A 200 1 CANCEL
      8.5 B>A 487 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/487/#answered-elsewhere', fine: true });
  });

  it('a round time may be a timer', () => {
    const found = foundBy(
      cancelled,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      31 A>B CANCEL 1
      31.1 B>A 200 1 CANCEL
      31.2 B>A 487 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/487/#ring-timeout', certainty: 'maybe' });
  });

  it('the INVITE was valid for a time only', () => {
    const found = foundBy(
      cancelled,
      `
      0 A>B INVITE 1 | Expires: 40
      1 B>A 180 1
      40.1 B>A 487 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/487/#invite-expired' });
  });

  it('487 without a CANCEL', () => {
    const found = foundBy(
      cancelled,
      `
      0 A>B INVITE 1
      1 B>A 183 1
      3.3 B>A 487 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/487/#routes-failed', certainty: 'maybe' });
  });

  it('CANCEL answered and no 487', () => {
    const found = foundBy(
      cancelled,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      8.3 A>B CANCEL 1
      8.4 B>A 200 1 CANCEL
      20 A>B CANCEL 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/487/#no-487-after-cancel' });
  });
});
