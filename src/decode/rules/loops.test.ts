import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { loops } from './loops.ts';

describe('loops', () => {
  it('one address again and again', () => {
    const found = foundBy(
      loops,
      `
      0 B>B INVITE 1 | Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bK3, SIP/2.0/UDP 203.0.113.5;branch=z9hG4bK2, SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK1 | Max-Forwards: 0
      0.1 B>B 483 1 | Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bK3
    `,
    );
    expect(found[0]).toMatchObject({ case: '/483/#own-address' });
  });

  it('two that take turns', () => {
    const found = foundBy(
      loops,
      `
      0 B>C INVITE 1 | Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bK5, SIP/2.0/UDP 198.51.100.20;branch=z9hG4bK4, SIP/2.0/UDP 203.0.113.5;branch=z9hG4bK3, SIP/2.0/UDP 198.51.100.20;branch=z9hG4bK2, SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK1 | Max-Forwards: 0
      0.1 C>B 483 1 | Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bK5
    `,
    );
    expect(found[0]).toMatchObject({ case: '/483/#two-systems' });
  });

  it('a counter that starts low', () => {
    const found = foundBy(
      loops,
      `
      0 A>B INVITE 1 | Max-Forwards: 0
      0.1 B>A 483 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/483/#low-start' });
  });

  it('the same phone by two ways', () => {
    const found = foundBy(
      loops,
      `
      0 B>C INVITE 1 br=z9hG4bKx1
      0.1 B>C INVITE 1 br=z9hG4bKx2
      0.2 C>B 180 1 br=z9hG4bKx1
      0.3 C>B 482 1 br=z9hG4bKx2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/482/#two-ways-to-one-phone' });
  });
});
