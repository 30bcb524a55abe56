import { describe, expect, it } from 'vitest';
import { compareCells, comparisonSentence, valuesOf } from './compare.ts';

describe('two cells', () => {
  it.each([
    ['21', '21', 'same'],
    ['31 / 65', '65 / 31', 'same'],
    ['(31)', '31', 'same'],
    ['–', '–', 'same'],
    ['31 / 65', '31', 'partly'],
    ['21', '57', 'differ'],
    ['–', '31', 'differ'],
    ['21', '', 'one'],
    ['', '', 'neither'],
  ] as const)('%s beside %s: %s', (a, b, verdict) => {
    expect(compareCells(a, b)).toBe(verdict);
    expect(compareCells(b, a)).toBe(verdict);
  });
  it('are read without the signs of a default', () =>
    expect(valuesOf('403 / (603)')).toEqual(['403', '603']));
});

it('a comparison is counted in a sentence, without what does not occur', () => {
  expect(comparisonSentence(['A', 'B'], ['same', 'differ', 'differ', 'neither'])).toBe(
    'A and B: 1 row the same, 2 differ.',
  );
  expect(comparisonSentence(['A', 'B'], ['partly', 'one'])).toBe(
    'A and B: 0 rows the same, 0 differ, 1 agree in part, 1 stand in one table only.',
  );
});
