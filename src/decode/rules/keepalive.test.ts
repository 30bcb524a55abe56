import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { keepalive } from './keepalive.ts';

describe('keepalive', () => {
  it('404 to OPTIONS is fine', () => {
    const found = foundBy(
      keepalive,
      `
      0 A>B OPTIONS 1
      0.1 B>A 404 1 OPTIONS
    `,
    );
    expect(found[0]).toMatchObject({ case: '/405/#options-keepalive', fine: true });
  });
});
