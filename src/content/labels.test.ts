import { describe, expect, it } from 'vitest';
import { bareClass, numberedClass } from './labels.ts';

describe('the name of a class', () => {
  it.each([
    ['4', 'Request failure', '4xx Request failure', 'Request failure'],
    ['7', 'Gigaset 7xx', 'Gigaset 7xx', 'Gigaset'],
  ])('%sxx holds its number once', (digit, name, numbered, bare) => {
    expect(numberedClass(digit, name)).toBe(numbered);
    expect(bareClass(digit, name)).toBe(bare);
  });
});
