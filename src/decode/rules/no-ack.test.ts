import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { noAck } from './no-ack.ts';

describe('no-ack', () => {
  it('200 again and again, BYE after 32 s', () => {
    const found = foundBy(
      noAck,
      `
      0 A>B INVITE 1
      1 B>A 200 1 | Contact: <sip:5550123@192.168.1.9>
      1.5 B>A 200 1 | Contact: <sip:5550123@192.168.1.9>
      2.5 B>A 200 1 | Contact: <sip:5550123@192.168.1.9>
      33 B>A BYE 1 R D
    `,
    );
    expect(found[0]).toMatchObject({ case: '/200/#no-ack' });
  });

  it('one repetition that an ACK stops', () => {
    const found = foundBy(
      noAck,
      `
      0 A>B INVITE 1
      1 B>A 200 1
      1.5 B>A 200 1
      1.6 A>B ACK 1 D br=z9hG4bKack
      9 B>A BYE 1 R D
    `,
    );
    expect(found).toEqual([]);
  });
});
