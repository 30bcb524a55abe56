import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { sessionTimer } from './session-timer.ts';

describe('session-timer', () => {
  it('the call ends as the interval runs out', () => {
    const found = foundBy(
      sessionTimer,
      `
      0 A>B INVITE 1
      1 B>A 200 1 | Session-Expires: 1800;refresher=uac
      1.1 A>B ACK 1
      1769 B>A BYE 1 R D
      1769.1 A>B 200 1 BYE
    `,
    );
    expect(found[0]).toMatchObject({ case: '/408/#during-a-call', certainty: 'maybe' });
  });

  it('not where the refresh was answered', () => {
    const found = foundBy(
      sessionTimer,
      `
      0 A>B INVITE 1
      1 B>A 200 1 | Session-Expires: 1800;refresher=uac
      1.1 A>B ACK 1
      900 A>B UPDATE 2 D
      900.1 B>A 200 2 UPDATE
      1769 B>A BYE 1 R D
    `,
    );
    expect(found).toEqual([]);
  });
});
