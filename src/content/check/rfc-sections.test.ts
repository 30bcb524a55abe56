import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Refused } from '../arguments.ts';
import { addRfcs, checkRfcSections, readRfcSections, sectionFault, sectionsOfText } from './rfc-sections.ts';

it('reads headings from the text of an RFC, not its table of contents or its lists', () => {
  const text = `RFC 9999                      A Title                   May 2026

Table of Contents

   1.  Introduction  . . . . . . . . . . . . . . . . . . . . . . . .   2
1. Old Introduction .......................... 2

1.  Introduction

   Text with a number at its start:

   2. is an item, indented.

2.1.  A Heading That Goes On
      Over Two Lines

   More text.

Appendix B.  Thanks
`;
  expect(sectionsOfText(text)).toEqual({
    '1': 'Introduction',
    '2.1': 'A Heading That Goes On Over Two Lines',
    B: 'Thanks',
  });
});

it('names the nearest section, or says how to add the RFC', () => {
  const known = { rfc3261: { '21.4.24': '486 Busy Here', '21.4.4': '403 Forbidden', '21': 'Responses' } };
  expect(sectionFault(known, 'rfc3261', '21.4.24')).toBeUndefined();
  expect(sectionFault(known, 'rfc3261', '21.4.25')).toMatch(/nearest is §21\.4\.24 "486 Busy Here"/);
  expect(sectionFault(known, 'rfc2543', '1')).toMatch(/npm run rfc-sections -- rfc2543\.txt/);
});

it('knows the sections that define the common codes', () => {
  const known = readRfcSections(process.cwd()) ?? {};
  expect(known['rfc3261']?.['21.4.4']).toBe('403 Forbidden');
  expect(known['rfc3398']?.['8.2.6.1']).toMatch(/SIP/);
});

it('adds an RFC from its text, and writes nothing where a file or the list is none', () => {
  const root = mkdtempSync(join(tmpdir(), 'rfc-sections-'));
  const path = (name: string) => join(root, name);
  mkdirSync(path('content'));
  const list = path('content/rfc-sections.json');
  const known = '{ "rfc3261": { "21.4.4": "403 Forbidden" } }\n';
  writeFileSync(list, known);
  writeFileSync(path('rfc9410.txt'), '\n1.  Introduction\n\n   Text.\n');
  writeFileSync(path('rfc9411.txt'), '<html><h1>1. Introduction</h1></html>\n');
  writeFileSync(path('notes.txt'), '\n1.  Introduction\n\n   Text.\n');
  const refused = (names: string[], why: RegExp) => {
    const add = () => addRfcs(root, names.map(path));
    expect(add).toThrow(Refused);
    expect(add).toThrow(why);
  };
  refused([], /name the text of an RFC\n\nnpm run rfc-sections -- rfc9410\.txt/);
  refused(['rfc9410.txt', 'notes.txt'], /notes\.txt does not say which RFC it is; name it/);
  refused(['rfc9412.txt'], /there is no file .*rfc9412\.txt; download it first/);
  refused(['rfc9411.txt'], /has no heading of a section; take the plain text/);
  refused(['content'], /content is no file/);
  expect(readFileSync(list, 'utf8')).toBe(known);

  expect([...addRfcs(root, [path('rfc9410.txt')])]).toEqual([['rfc9410', 1]]);
  expect(checkRfcSections(root)).toEqual([]);
  expect(readRfcSections(root)?.['rfc9410']).toEqual({ '1': 'Introduction' });

  writeFileSync(list, '{\n');
  refused(['rfc9410.txt'], /rfc-sections\.json cannot be read \(.*\); take the last sound one back from git/);
  expect(readFileSync(list, 'utf8')).toBe('{\n');
  rmSync(root, { recursive: true });
});
