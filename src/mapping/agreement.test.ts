import { describe, expect, it } from 'vitest';
import { agreements, agreementSentence, said } from './agreement.ts';
import { sampleTables } from './sample.ts';

const of = (code: number) => agreements(said(sampleTables, 'sip-to-q850', { code }), 'cause');

describe('what is said of a code', () => {
  it('stands in the order of the authorities, whatever the order of the tables', () =>
    expect(said(sampleTables, 'sip-to-q850', { code: 486 }).map(({ table }) => table.data.authority)).toEqual(
      ['First', 'Second'],
    ));
  it('comes from one direction only', () =>
    expect(said(sampleTables, 'q850-to-sip', { code: 486 }).map(({ row }) => row.cause)).toEqual([17]));
  it('is found from either end of a row', () =>
    expect(said(sampleTables, 'sip-to-q850', { cause: 41 }).map(({ row }) => row.code)).toEqual([500, 500]));
});

describe('agreements', () => {
  it('put those who say the same together', () => {
    expect(of(486).map(({ value, said: by }) => [value, by.length])).toEqual([[17, 2]]);
    expect(of(500).map(({ value, said: by }) => [value, by.length])).toEqual([
      [38, 1],
      [41, 2],
    ]);
  });
  it('have a group for "maps to nothing"', () =>
    expect(of(503).map(({ value }) => value)).toEqual([undefined]));
});

describe('the sentence', () => {
  it.each([
    [486, 'All authorities that list the code agree.'],
    [500, 'The authorities disagree: 2 different answers.'],
    [404, 'No authority read here has a row for this code; these are their defaults.'],
  ])('of %i', (code, sentence) => expect(agreementSentence(of(code), 'code')).toBe(sentence));
  it('names a cause where it is about one', () =>
    expect(
      agreementSentence(agreements(said(sampleTables, 'q850-to-sip', { cause: 31 }), 'code'), 'cause'),
    ).toBe('All authorities that list the cause agree.'));
});
