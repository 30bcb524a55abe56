import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { noPrack } from './no-prack.ts';

describe('no-prack', () => {
  it('a 183 that wants PRACK', () => {
    const found = foundBy(
      noPrack,
      `
      0 A>B INVITE 1
      1 B>A 183 1 | Require: 100rel | RSeq: 1
      1.5 B>A 183 1 | Require: 100rel | RSeq: 1
      2.5 B>A 183 1 | Require: 100rel | RSeq: 1
      33 B>A 500 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/183/#no-prack' });
  });

  it('the same 180 again and again', () => {
    const found = foundBy(
      noPrack,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      11 B>A 180 1
      21 B>A 180 1
      31 B>A 180 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/180/#repeated-180', fine: true });
  });
});
