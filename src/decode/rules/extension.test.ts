import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { extension } from './extension.ts';

describe('extension', () => {
  it('420 names the tag', () => {
    const found = foundBy(
      extension,
      `
      0 A>B INVITE 1 | Require: 100rel
      0.1 B>A 420 1 | Unsupported: 100rel
    `,
    );
    expect(found[0]).toMatchObject({ case: '/420/#require-100rel' });
  });

  it('421 demands one', () => {
    const found = foundBy(
      extension,
      `
      0 A>B INVITE 1
      0.1 B>A 421 1 | Require: timer
    `,
    );
    expect(found[0]).toMatchObject({ case: '/421/#timer-mandatory' });
  });

  it('a proxy refuses Proxy-Require', () => {
    const found = foundBy(
      extension,
      `
      0 A>B INVITE 1 | Proxy-Require: sec-agree
      0.1 B>A 420 1 | Unsupported: sec-agree
    `,
    );
    expect(found[0]).toMatchObject({ case: '/420/#proxy-require' });
  });
});
