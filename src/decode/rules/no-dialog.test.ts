import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { noDialog } from './no-dialog.ts';

describe('no-dialog', () => {
  it('CANCEL too late', () => {
    const found = foundBy(
      noDialog,
      `
      0 A>B CANCEL 1
      0.1 B>A 481 1 CANCEL
    `,
    );
    expect(found[0]).toMatchObject({ case: '/481/#cancel-too-late' });
  });

  it('both sides hang up', () => {
    const found = foundBy(
      noDialog,
      `
      0 A>B BYE 2 D
      0 B>A BYE 1 R D
      0.1 B>A 481 2 BYE
      0.1 A>B 200 1 BYE
    `,
    );
    expect(found[0]).toMatchObject({ case: '/481/#already-over', fine: true });
  });

  it('a BYE with other tags', () => {
    const found = foundBy(
      noDialog,
      `
      0 A>B INVITE 1
      1 B>A 200 1 tag=x
      1.1 A>B ACK 1 D tag=x
      9 A>B BYE 2 D tag=y
      9.1 B>A 481 2 BYE tag=y
    `,
    );
    expect(found[0]).toMatchObject({ case: '/481/#call-stays-up' });
  });

  it('a subscription that is gone', () => {
    const found = foundBy(
      noDialog,
      `
      0 B>A NOTIFY 5 D | Event: dialog
      0.1 A>B 481 5 NOTIFY
    `,
    );
    expect(found[0]).toMatchObject({ case: '/481/#subscription-gone' });
  });

  it('an attended transfer', () => {
    const found = foundBy(
      noDialog,
      `
      0 A>B INVITE 1 | Replaces: x@y;to-tag=1;from-tag=2
      0.1 B>A 481 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/481/#transfer' });
  });
});
