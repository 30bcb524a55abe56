import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { forkEnded } from './fork-ended.ts';

describe('fork-ended', () => {
  it('one decline stops all', () => {
    const found = foundBy(
      forkEnded,
      `
      0 A>B INVITE 1
      0.1 B>C INVITE 1 uri=sip:c@198.51.100.20
      0.1 B>E INVITE 1 uri=sip:e@198.51.100.21
      2 C>B 603 1 phrase=Decline tag=c
      2.1 B>E CANCEL 1
      2.2 E>B 200 1 CANCEL
      2.3 E>B 487 1 tag=e
      2.4 B>A 603 1 phrase=Decline tag=c
    `,
    );
    expect(found[0]).toMatchObject({ case: '/603/#one-decline-stops-all' });
  });
});
