import { expect, it } from 'vitest';
import { letterOf } from './keys.ts';

it.each([
  ['K', 'KeyK', 'k'],
  ['t', 'KeyK', 't'],
  ['л', 'KeyK', 'k'],
  ['ל', 'KeyK', 'k'],
  ['é', 'Digit2', ''],
  ['ß', 'Minus', ''],
  ['/', 'Digit7', '/'],
  ['.', 'Slash', '/'],
  ['-', 'Slash', ''],
  ['Tab', 'Tab', ''],
])('%s at %s is “%s”', (key, code, letter) =>
  expect(letterOf({ key, code, isComposing: false })).toBe(letter),
);

it('a key of a character that is still composed is none', () =>
  expect(letterOf({ key: 't', code: 'KeyT', isComposing: true })).toBe(''));
