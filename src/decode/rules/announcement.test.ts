import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { announcement } from './announcement.ts';

describe('announcement', () => {
  it('183 with SDP, then a failure', () => {
    const found = foundBy(
      announcement,
      `
      0 A>B INVITE 1
      1 B>A 183 1 sdp=pcma
      9 B>A 404 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/183/#announcement-then-failure' });
  });
});
