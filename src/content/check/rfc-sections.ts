/**
 * Sections of the RFCs that are cited, kept in content/rfc-sections.json.
 *
 *     npm run rfc-sections -- rfc9410.txt     adds the sections of an RFC, from its text
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import { closest } from 'fastest-levenshtein';
import type { Problem } from './problem.ts';

/** Title by number ("21.4.24", "B.2"), by RFC ("rfc3261"). */
export type RfcSections = Record<string, Record<string, string>>;

const file = 'content/rfc-sections.json';

const schema = z.record(z.string().regex(/^rfc\d+$/), z.record(z.string(), z.string()));

/**
 * Sections by RFC, or undefined where the folder has no list of them.
 * @throws if it is none.
 */
export function readRfcSections(root: string): RfcSections | undefined {
  const path = join(root, file);
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

/** What is wrong with the list itself. */
export function checkRfcSections(root: string): Problem[] {
  try {
    readRfcSections(root);
    return [];
  } catch (error) {
    const [message] = (error as Error).message.split('\n');
    return [
      {
        file,
        line: 1,
        key: 'the file',
        message: `cannot be read (${message}); write it anew with npm run rfc-sections`,
      },
    ];
  }
}

/** What is wrong with a section of an RFC, or nothing. */
export function sectionFault(known: RfcSections, rfc: string, section: string): string | undefined {
  const sections = known[rfc];
  const name = rfc.toUpperCase().replace('RFC', 'RFC ');
  if (!sections)
    return `cites a section of ${name}, whose sections are not in ${file}; add them (npm run rfc-sections -- ${rfc}.txt)`;
  if (sections[section]) return undefined;
  const parent = section.replace(/\.[^.]+$/, '');
  const candidates = Object.keys(sections).filter((number) => number.startsWith(`${parent}.`));
  const near = closest(section, candidates.length ? candidates : Object.keys(sections));
  return `cites §${section} of ${name}, which has no such section; the nearest is §${near} "${sections[near]}"`;
}

/** Sections from the text of an RFC: headings stand at the left edge after an empty line, other text is indented. */
export function sectionsOfText(text: string): Record<string, string> {
  const lines = text.replaceAll('\r', '').split('\n');
  const sections: Record<string, string> = {};
  lines.forEach((line, at) => {
    const [, number = '', first = ''] =
      /^(?:Appendix )?((?:\d+|[A-Z])(?:\.\d+)*)\.?\s+(\S.*)$/.exec(line) ?? [];
    if (!number || lines[at - 1]?.trim() || /\[Page \d+\]|(?:\.\s*){3,}|\s{3,}\d+$/.test(first)) return;
    const next = lines[at + 1] ?? '';
    const goesOn = /^\s{3,}\S/.test(next) && !lines[at + 2]?.trim();
    sections[number] ??= (goesOn ? `${first} ${next}` : first).replace(/\s+/g, ' ').trim();
  });
  return sections;
}

if (import.meta.main) {
  const known = readRfcSections(process.cwd()) ?? {};
  for (const path of process.argv.slice(2)) {
    const rfc = basename(path, '.txt');
    known[rfc] = sectionsOfText(readFileSync(path, 'latin1'));
    console.log(`${rfc}: ${Object.keys(known[rfc]).length} sections`);
  }
  const sorted = Object.entries(known).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
}
