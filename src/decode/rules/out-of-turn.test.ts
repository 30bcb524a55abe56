import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { outOfTurn } from './out-of-turn.ts';

describe('out-of-turn', () => {
  it('a change before the last was answered', () => {
    const found = foundBy(
      outOfTurn,
      `
      0 A>B INVITE 2 D
      0.1 A>B INVITE 3 D
      0.2 B>A 500 3 | Retry-After: 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/500/#too-early' });
  });

  it('a CSeq that went back', () => {
    const found = foundBy(
      outOfTurn,
      `
      0 A>B INFO 9 D
      0.1 B>A 200 9 INFO
      1 A>B BYE 4 D
      1.1 B>A 500 4 BYE
    `,
    );
    expect(found[0]).toMatchObject({ case: '/500/#out-of-order' });
  });
});
