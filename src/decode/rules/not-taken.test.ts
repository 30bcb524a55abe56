import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { notTaken } from './not-taken.ts';

describe('not-taken', () => {
  it('it rang, then 486', () => {
    const found = foundBy(
      notTaken,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      5.3 B>A 486 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/486/#rejected' });
  });

  it('486 at once may be a busy line', () => {
    const found = foundBy(
      notTaken,
      `
      0 A>B INVITE 1
      0.3 B>A 486 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/486/#on-a-call', certainty: 'maybe' });
  });

  it('it rang for a minute, then 480', () => {
    const found = foundBy(
      notTaken,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      61 B>A 480 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/480/#not-answered' });
  });

  it('it rang, then 603', () => {
    const found = foundBy(
      notTaken,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      5 B>A 603 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/603/#declined' });
  });

  it('it rang, then 408', () => {
    const found = foundBy(
      notTaken,
      `
      0 A>B INVITE 1
      1 B>A 180 1
      31.2 B>A 408 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/408/#nobody-answered' });
  });

  it('603 without ringing', () => {
    const found = foundBy(
      notTaken,
      `
      0 A>B INVITE 1
      0.3 B>A 603 1
    `,
    );
    expect(found).toEqual([]);
  });
});
