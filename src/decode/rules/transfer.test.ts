import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { transfer } from './transfer.ts';

describe('transfer', () => {
  it('the last NOTIFY reports a failure', () => {
    const found = foundBy(
      transfer,
      `
      0 A>B REFER 2 D
      0.1 B>A 202 2 REFER
      1 B>A NOTIFY 3 R D sdp=busy | Event: refer
      1.1 A>B 200 3 NOTIFY
    `,
    );
    expect(found[0]).toMatchObject({ case: '/202/#transfer-failed' });
  });

  it('no NOTIFY', () => {
    const found = foundBy(
      transfer,
      `
      0 A>B REFER 2 D
      0.1 B>A 202 2 REFER
      30 A>B BYE 3 D
    `,
    );
    expect(found[0]).toMatchObject({ case: '/202/#no-notify' });
  });

  it('a NOTIFY after the BYE', () => {
    const found = foundBy(
      transfer,
      `
      0 A>B REFER 2 D
      0.1 B>A 202 2 REFER
      1 A>B BYE 3 D
      1.1 B>A NOTIFY 3 R D sdp=ringing | Event: refer
      1.2 A>B 500 3 NOTIFY
    `,
    );
    expect(found[0]).toMatchObject({ case: '/202/#notify-after-bye' });
  });
});
