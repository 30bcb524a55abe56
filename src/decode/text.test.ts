import { expect, it } from 'vitest';
import { hash, leadingNumber, maxParts, parameters, splitOutside, unquote, utf8Length } from './text.ts';

it('splits at separators outside quotes and brackets only', () => {
  expect(splitOutside('a;text="x;y\\";z";c=<d;e>;f', ';')).toEqual(['a', 'text="x;y\\";z"', 'c=<d;e>', 'f']);
});

it('keeps a bounded number of parts', () => {
  expect(splitOutside('a,'.repeat(10_000), ',')).toHaveLength(maxParts);
});

it('takes quotes and escapes off', () => {
  expect(unquote('"say \\"hi\\""')).toBe('say "hi"');
  expect(unquote('"open')).toBe('open');
});

it('reads parameters whatever their name', () => {
  expect(parameters(['lr', 'Cause = 16', 'text="a b"', '__proto__=1'])).toMatchObject({
    lr: '',
    cause: '16',
    text: 'a b',
  });
});

it('reads no number longer than 15 digits', () => {
  expect(leadingNumber(' 120 (busy);duration=3')).toBe(120);
  expect(leadingNumber('949302838503028349304023988')).toBeNull();
});

it.each(['plain', 'é', '漢字', '😀', '\ud800', '\udc00x'])(
  'counts the bytes of %j as TextEncoder does',
  (text) => {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  },
);

it('tells texts apart that differ in one letter', () => {
  expect(hash('a'.repeat(500))).not.toBe(hash(`${'a'.repeat(499)}b`));
});
