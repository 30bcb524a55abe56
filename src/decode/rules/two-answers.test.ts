import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { twoAnswers } from './two-answers.ts';

describe('two-answers', () => {
  it('two To tags', () => {
    const found = foundBy(
      twoAnswers,
      `
      0 A>B INVITE 1
      1 B>A 200 1 tag=x
      1.1 B>A 200 1 tag=y
    `,
    );
    expect(found[0]).toMatchObject({ case: '/200/#two-answers' });
  });

  it('one', () => {
    const found = foundBy(
      twoAnswers,
      `
      0 A>B INVITE 1
      1 B>A 200 1 tag=x
    `,
    );
    expect(found).toEqual([]);
  });
});
