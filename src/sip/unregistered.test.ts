import { describe, expect, it } from 'vitest';
import { mistypedFor, neighboursOf, treatedAs, unregisteredNumbers } from './unregistered.ts';

const codes = [183, 200, 403, 404, 409, 469, 480, 486, 489, 491, 493, 500, 603];

describe('an unregistered number (RFC 3261 §8.1.3.2)', () => {
  it.each([
    [499, 400],
    [299, 200],
    [399, 300],
    [150, 183],
    [799, undefined],
    [99, undefined],
  ])('%i counts as %s', (code, as) => expect(treatedAs(code)).toBe(as));

  it('is one of three digits that is no code', () => {
    const numbers = unregisteredNumbers((code) => codes.includes(code));
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([100, 999, 900 - codes.length]);
    expect(numbers).not.toContain(403);
  });

  it('has neighbours in its own class', () => expect(neighboursOf(499, codes)).toEqual([489, 491, 493]));

  it.each([
    ['two digits the wrong way round', 430, [403]],
    ['the key beside the right one', 499, [409, 469, 489]],
    ['another class last', 503, [603]],
  ])('may be %s', (_, code, meant) =>
    expect(
      mistypedFor(
        code,
        codes.filter((other) => other !== 500 && other !== 404 && other !== 480),
      ),
    ).toEqual(expect.arrayContaining(meant)),
  );
});
