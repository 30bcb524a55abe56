import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { onlyTrying } from './only-trying.ts';

describe('only-trying', () => {
  it('100, a wait and a CANCEL', () => {
    const found = foundBy(
      onlyTrying,
      `
      0 A>B INVITE 1
      0.1 B>A 100 1
      20 A>B CANCEL 1
      20.1 B>A 200 1 CANCEL
      20.2 B>A 487 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/100/#silence-after-100' });
  });

  it('the INVITE goes on although the 100 is there', () => {
    const found = foundBy(
      onlyTrying,
      `
      0 A>B INVITE 1
      0.1 B>A 100 1
      0.5 A>B INVITE 1
      1.5 A>B INVITE 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/100/#repeats-despite-100' });
  });

  it('a trace that ends after the 100', () => {
    const found = foundBy(
      onlyTrying,
      `
      0 A>B INVITE 1
      0.1 B>A 100 1
    `,
    );
    expect(found).toEqual([]);
  });
});
