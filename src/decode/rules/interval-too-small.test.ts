import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { intervalTooSmall } from './interval-too-small.ts';

describe('interval-too-small', () => {
  it('423 names the value', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B REGISTER 1 | Expires: 60
      0.1 B>A 423 1 REGISTER | Min-Expires: 300
    `,
    );
    expect(found[0]).toMatchObject({ case: '/423/#short-registration' });
  });

  it('423 and a request that follows it is fine', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B REGISTER 1 | Expires: 60
      0.1 B>A 423 1 REGISTER | Min-Expires: 300
      0.2 A>B REGISTER 2 | Expires: 300
      0.3 B>A 200 2 REGISTER
    `,
    );
    expect(found[0]).toMatchObject({ case: '/423/#short-registration', fine: true });
  });

  it('423 and the old value again', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B REGISTER 1 | Expires: 60
      0.1 B>A 423 1 REGISTER | Min-Expires: 300
      9 A>B REGISTER 2 | Expires: 60
      9.1 B>A 423 2 REGISTER | Min-Expires: 300
    `,
    );
    expect(found[0]).toMatchObject({ case: '/423/#setting-ignored' });
  });

  it('423 to SUBSCRIBE', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B SUBSCRIBE 1 | Expires: 60
      0.1 B>A 423 1 SUBSCRIBE | Min-Expires: 300
    `,
    );
    expect(found[0]).toMatchObject({ case: '/423/#blf-subscription' });
  });

  it('422 to the 90 seconds of a browser', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B INVITE 1 | Session-Expires: 90
      0.1 B>A 422 1 | Min-SE: 120
    `,
    );
    expect(found[0]).toMatchObject({ case: '/422/#webrtc-90-seconds' });
  });

  it('422 and the same value again', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B INVITE 1 | Session-Expires: 600
      0.1 B>A 422 1 | Min-SE: 900
      0.2 A>B ACK 1
      0.3 A>B INVITE 2 | Session-Expires: 600
      0.4 B>A 422 2 | Min-SE: 900
    `,
    );
    expect(found[0]).toMatchObject({ case: '/422/#no-retry' });
  });

  it('422 within the call', () => {
    const found = foundBy(
      intervalTooSmall,
      `
      0 A>B INVITE 2 D | Session-Expires: 600
      0.1 B>A 422 2 | Min-SE: 900
    `,
    );
    expect(found[0]).toMatchObject({ case: '/422/#on-hold' });
  });
});
