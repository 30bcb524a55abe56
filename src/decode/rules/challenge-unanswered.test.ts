import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { challengeUnanswered } from './challenge-unanswered.ts';

describe('challenge-unanswered', () => {
  it('after the 407 only the ACK', () => {
    const found = foundBy(
      challengeUnanswered,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B ACK 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#no-answer-sent' });
  });

  it('a BYE that is challenged and not repeated', () => {
    const found = foundBy(
      challengeUnanswered,
      `
      0 A>B BYE 3 D
      0.1 B>A 407 3 BYE | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#bye-challenged' });
  });

  it('a trace that ends with the challenge shows nothing', () => {
    const found = foundBy(
      challengeUnanswered,
      `
      0 A>B INVITE 1
      0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found).toEqual([]);
  });
});
