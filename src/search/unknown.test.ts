import { describe, expect, it } from 'vitest';
import { unknownCode } from './unknown.ts';

describe('unknown numbers (RFC 3261 §8.1.3.2)', () => {
  it('count as x00 of their class', () => expect(unknownCode(499, [494, 500]).treatedAs).toBe(400));
  it('count as 183 where provisional', () => expect(unknownCode(150, []).treatedAs).toBe(183));
  it('have no class above 699', () => expect(unknownCode(799, []).treatedAs).toBeUndefined());
  it('have neighbours', () =>
    expect(unknownCode(490, [480, 488, 489, 491, 493, 500]).neighbours).toEqual([488, 489, 491, 493]));
});
