import { describe, expect, it } from 'vitest';
import { vendorSchema, type VendorNote } from './schemas/vendors.ts';
import {
  codesByText,
  codesOf,
  noteSource,
  noteSourceName,
  phrasesOf,
  subcodesOf,
  withCode,
} from './vendor-notes.ts';

const parsed = (note: object): VendorNote => {
  const { notes } = vendorSchema.parse({
    name: 'X',
    kind: 'pbx',
    about: 'A PBX.',
    order: 1,
    notes: [
      {
        id: 'x-001',
        kind: 'generates',
        text: 'A sentence of some length.',
        source: { cite: 'gh:o/r#1' },
        checked: '2026-11-20',
        ...note,
      },
    ],
  });
  return notes[0]!;
};
const note = parsed({
  says: [
    { code: 403, phrase: 'No' },
    { code: 403, phrase: 'No credit', subcode: '7' },
    { code: 480, phrase: 'No' },
    { code: 486 },
  ],
});

describe('what a note says', () => {
  it('is asked for by code', () => {
    expect(codesOf(note)).toEqual([403, 480, 486]);
    expect(phrasesOf(note, 403)).toEqual(['No', 'No credit']);
    expect(phrasesOf(note, 486)).toEqual([]);
    expect(subcodesOf(note, 480)).toEqual([]);
  });
  it('is listed once, each text with its codes', () =>
    expect(codesByText(note, 'phrase')).toEqual([
      { text: 'No', codes: [403, 480] },
      { text: 'No credit', codes: [403] },
    ]));
});

describe('the source of a note', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const file = { repo: 'o/r', path: 'src/a.c', commit, line: 7 };
  const cite = (id: string) => ({ label: `cited ${id}` });
  it('in code is the very line at the commit that was read', () =>
    expect(noteSource(file, cite)).toEqual({
      label: 'a.c:7',
      url: `https://github.com/o/r/blob/${commit}/src/a.c#L7`,
    }));
  it('is an address whatever the path holds', () =>
    expect(noteSource({ ...file, path: 'a b/{$mac}.cfg' }, cite).url).toBe(
      `https://github.com/o/r/blob/${commit}/a%20b/%7B$mac%7D.cfg#L7`,
    ));
  it('in documentation is a page', () =>
    expect(noteSource({ title: 'Manual', url: 'https://example.com/' }, cite)).toEqual({
      label: 'Manual',
      url: 'https://example.com/',
    }));
  it('may be a citation', () =>
    expect(noteSource({ cite: 'rfc3261#1' }, cite)).toEqual({ label: 'cited rfc3261#1' }));
  it.each([
    [file, 'a.c'],
    [{ cite: 'gh:o/r#1' }, 'thread'],
    [{ cite: 'list-x' }, 'short list-x'],
    [{ title: 'Manual', url: 'https://www.example.com/a' }, 'example.com'],
    [{ title: 'Codes', url: 'https://learn.microsoft.com/x' }, 'Learn'],
  ] as const)('is named by what it is: %j', (source, name) =>
    expect(noteSourceName({ source }, (id) => `short ${id}`)).toBe(name),
  );
});

describe('text of a note', () => {
  it('sets settings and what is shown letter for letter as code, and nothing twice', () =>
    expect(
      withCode('Over max_contacts=1 it logs will exceed max; see `max_contacts`.', ['will exceed max']),
    ).toBe('Over `max_contacts=1` it logs `will exceed max`; see `max_contacts`.'));
  it('leaves quotations and ordinary words alone', () =>
    expect(withCode('It says “not_found here” and busy.', ['busy'])).toBe(
      'It says “not_found here” and busy.',
    ));
});
