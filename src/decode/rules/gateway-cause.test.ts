import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { gatewayCause } from './gateway-cause.ts';

describe('gateway-cause', () => {
  it('the cause agrees', () => {
    const found = foundBy(
      gatewayCause,
      `
      0 A>B INVITE 1
      1 B>A 404 1 | Reason: Q.850;cause=1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/404/#not-in-service' });
  });

  it('the cause says something else', () => {
    const found = foundBy(
      gatewayCause,
      `
      0 A>B INVITE 1
      1 B>A 503 1 | Reason: Q.850;cause=17
    `,
    );
    expect(found[0]).toMatchObject({ case: '/486/#network-busy', certainty: 'maybe' });
  });

  it('a cause that the PBX may have written itself', () => {
    const found = foundBy(
      gatewayCause,
      `
      0 A>B INVITE 1
      1 B>A 486 1 | Server: Asterisk PBX 22.4.0 | Reason: Q.850;cause=17
    `,
    );
    expect(found[0]).toMatchObject({ case: '/486/#network-busy', certainty: 'maybe' });
  });

  it('a cause that says nothing', () => {
    const found = foundBy(
      gatewayCause,
      `
      0 A>B INVITE 1
      1 B>A 480 1 | Reason: Q.850;cause=16
    `,
    );
    expect(found).toEqual([]);
  });
});
