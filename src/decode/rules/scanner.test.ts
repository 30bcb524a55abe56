import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { scanner } from './scanner.ts';

describe('scanner', () => {
  it('a known scanner', () => {
    const found = foundBy(
      scanner,
      `
      0 A>B OPTIONS 1 | User-Agent: friendly-scanner
      0.1 B>A 404 1 OPTIONS
    `,
    );
    expect(found[0]).toMatchObject({ case: '/501/#scan', fine: true });
  });
});
