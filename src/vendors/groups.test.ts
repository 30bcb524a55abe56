import { describe, expect, it } from 'vitest';
import type { VendorNote } from '../content/schemas/vendors.ts';
import { commonOf, groupNotes } from './groups.ts';

const note = (id: string, codes: number[], more: Partial<VendorNote> = {}): VendorNote => ({
  id,
  kind: 'generates',
  text: 'A sentence of some length.',
  says: codes.map((code) => ({ code })),
  source: { cite: 'list' },
  checked: '2026-01-01',
  ...more,
});

describe('notes by code', () => {
  const classes = groupNotes([note('a', [404, 403]), note('b', [403]), note('c', [180, 486])]);
  it('stand once, under their first code, ascending by class and code', () =>
    expect(
      classes.map(({ digit, codes }) => [
        digit,
        codes.map(({ code, notes }) => [code, notes.map(({ id }) => id)]),
      ]),
    ).toEqual([
      ['1', [[180, ['c']]]],
      [
        '4',
        [
          [403, ['b']],
          [404, ['a']],
        ],
      ],
    ]));
  it('are pointed to from their other codes', () =>
    expect(classes[1]?.codes[0]?.others.map(({ id }) => id)).toEqual(['a']));
  it('codes without a note of their own are kept apart', () =>
    expect(classes[1]?.elsewhere.map(({ code, others }) => [code, others.map(({ id }) => id)])).toEqual([
      [486, ['c']],
    ]));
});

describe('what notes have in common', () => {
  const file = (path: string, commit: string): VendorNote['source'] => ({ repo: 'o/r', path, commit });
  it('is what more than half of them say', () =>
    expect(
      commonOf([
        note('a', [1]),
        note('b', [1]),
        note('c', [1], { source: { cite: 'other' }, kind: 'names' }),
      ]),
    ).toEqual({
      source: '{"cite":"list"}',
      files: undefined,
      checked: '2026-01-01',
      kind: undefined,
      secondhand: false,
    }));
  it('is who published it, where most are second-hand', () => {
    const second = { secondhand: true };
    expect(commonOf([note('a', [1], second), note('b', [1], second), note('c', [1])]).secondhand).toBe(true);
  });
  it('is a commit where the files differ', () =>
    expect(
      commonOf([
        note('a', [1], { source: file('a.c', 'abcdef0') }),
        note('b', [1], { source: file('b.c', 'abcdef0') }),
      ]),
    ).toMatchObject({ source: undefined, files: 'o/r abcdef0', kind: 'generates' }));
  it('is nothing for half of them, nor for a single note', () => {
    expect(commonOf([note('a', [1]), note('b', [1], { checked: '2026-02-02' })]).checked).toBeUndefined();
    expect(commonOf([note('a', [1], { secondhand: true })])).toMatchObject({
      source: undefined,
      secondhand: false,
    });
  });
});
