import { expect, it } from 'vitest';
import { readRfcSections, sectionFault, sectionsOfText } from './rfc-sections.ts';

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
