import { expect, it } from 'vitest';
import { markedDeep, markedTurns, withoutTurns } from './direction.ts';

it('what turns the direction of text is shown, or left out', () => {
  expect(markedTurns('\u202d+15550142\u202c')).toBe('[U+202D]+15550142[U+202C]');
  expect(markedTurns('a\u061cb')).toBe('a[U+061C]b');
  expect(withoutTurns('\u2067abc\u2069')).toBe('abc');
});

it('is found in every text of a value', () =>
  expect(markedDeep({ a: ['\u202e', 1, null], b: { c: 'עסוק' } })).toEqual({
    a: ['[U+202E]', 1, null],
    b: { c: 'עסוק' },
  }));
