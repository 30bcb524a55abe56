import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { changedOnTheWay } from './changed-on-the-way.ts';

describe('changed-on-the-way', () => {
  it('a 503 becomes a 500', () => {
    const found = foundBy(
      changedOnTheWay,
      `
      0 A>B INVITE 1
      0.1 B>C INVITE 1
      0.2 C>B 503 1 | Reason: Q.850;cause=34
      0.3 B>A 500 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/500/#hidden-503' });
  });
});
