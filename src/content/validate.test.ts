import { describe, expect, it } from 'vitest';
import { z } from 'astro/zod';
import type { ReadProblem } from './read.ts';
import { codeSchema } from './schemas/codes.ts';
import { vendorSchema } from './schemas/vendors.ts';
import { validate } from './validate.ts';

/** What is said of one value. */
function said(schema: z.ZodType, data: unknown): string[] {
  const problems: ReadProblem[] = [];
  const entry = { file: 'content/x.yaml', id: 'x', data, lineOf: () => 1 };
  validate([entry], schema, problems);
  return problems.map(({ key, message }) => `${key}: ${message}`);
}

const note = {
  id: 'x-001',
  says: [{ code: 403 }],
  kind: 'generates',
  text: 'A sentence of some length.',
  source: { title: 'Page', url: 'https://example.com/' },
  checked: '2026-11-20',
};
const vendor = { name: 'X', kind: 'pbx', about: 'A PBX.', order: 1, notes: [note] };
const noteWith = (change: object) => ({ ...vendor, notes: [{ ...note, ...change }] });

describe('a value that breaks its schema is named with what to do', () => {
  it.each([
    ['a missing choice', { ...vendor, kind: undefined }, ['kind: is missing; add it, one of stack, pbx,']],
    ['a wrong choice', { ...vendor, kind: 'bridge' }, ['kind: must be one of stack, pbx,']],
    ['a wrong type', { ...vendor, name: 7 }, ['name: must be text; put it in quotes']],
    ['an empty list', noteWith({ says: [] }), ['notes.0.says: needs at least 1 entry']],
    ['a day that no calendar has', noteWith({ checked: '2026-02-30' }), ['notes.0.checked: must be a day']],
    [
      'the nearest of several forms, each fault of it',
      noteWith({ source: { title: 'Page', adress: 'https://example.com/' } }),
      ['notes.0.source.url: is missing; add it', 'notes.0.source: has the unknown key "adress"'],
    ],
    [
      'codes beside what a note says',
      noteWith({ codes: [403] }),
      ['notes.0: has the unknown key "codes"; remove it'],
    ],
    ['an empty entry', { ...vendor, notes: [null] }, ['notes.0: is empty; write it, or take it out']],
  ])('%s', (_, data, expected) => {
    const found = said(vendorSchema, data);
    expect(found).toHaveLength(expected.length);
    expected.forEach((start, at) => expect(found[at]).toContain(start));
  });

  it('says the limit of a text', () =>
    expect(said(codeSchema.pick({ sentBy: true }), { sentBy: 'x'.repeat(91) })).toEqual([
      'sentBy: may be at most 90 characters; shorten it',
    ]));
});

it('says nothing of what could not be read', () => expect(said(vendorSchema, undefined)).toEqual([]));
