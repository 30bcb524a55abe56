import { expect, it } from 'vitest';
import { isQuoteMark, prefixLength } from './prefix.ts';

it('takes digits for equal, letters not', () => {
  expect(prefixLength('12:01 I/App: ', '12:02 I/App: Via: x')).toBe(13);
  expect(prefixLength('9 x ', '10 x y')).toBe(5);
  expect(prefixLength('Nov 20 app: ', 'Nov 20 sys: Via: x')).toBe(-1);
});

it('takes a line that ends within the blanks of the prefix for empty', () => {
  expect(prefixLength('> ', '>')).toBe(1);
  expect(prefixLength('tag:   ', 'tag:')).toBe(4);
});

it('takes line numbers set flush right', () => {
  expect(prefixLength(' 9 ', '10 Via: x')).toBe(3);
  expect(prefixLength(' 9 ', '   Via: x')).toBe(-1);
});

it('knows quote marks', () => {
  expect(['> ', '>> ', '| > '].every(isQuoteMark)).toBe(true);
  expect(isQuoteMark('   ')).toBe(false);
});
