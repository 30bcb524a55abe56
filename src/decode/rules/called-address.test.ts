import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { calledAddress } from './called-address.ts';

describe('called-address', () => {
  it('a tel address', () => {
    const found = foundBy(
      calledAddress,
      `
      0 A>B INVITE 1 uri=tel:+15550123
      0.1 B>A 416 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/416/#tel' });
  });

  it('no number', () => {
    const found = foundBy(
      calledAddress,
      `
      0 A>B INVITE 1 uri=sip:example.com
      0.1 B>A 484 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/484/#no-user-part' });
  });
});
