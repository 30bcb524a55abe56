/**
 * Sections of the RFCs that are cited, kept in content/rfc-sections.json. `npm run rfc-sections` adds those of more
 * RFCs; it writes nothing unless it can read everything.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import { closest } from 'fastest-levenshtein';
import { orRefuse, readArguments, Refused } from '../arguments.ts';
import type { Problem } from './problem.ts';

/** Title by number ("21.4.24", "B.2"), by RFC ("rfc3261"). */
export type RfcSections = Record<string, Record<string, string>>;

/** Path from the project’s root. */
export const rfcSectionsFile = 'content/rfc-sections.json';
const file = rfcSectionsFile;

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
    return [{ file, line: 1, key: 'the file', message: unreadable(error) }];
  }
}

/** What is wrong with a list that cannot be read: the JSON, or the first key that is no RFC or no section. */
function unreadable(error: unknown): string {
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  const [said = ''] = (issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message).split(
    '\n',
  );
  return `cannot be read (${said}); take the last sound one back from git: git checkout ${file}`;
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

const usage = `npm run rfc-sections -- rfc9410.txt …     adds the sections of RFCs to ${file}, from their plain text
                                          (https://www.rfc-editor.org/rfc/rfc9410.txt)`;

/** Sections of an RFC from its file. @throws Refused if it is no text of an RFC. */
function sectionsOfFile(path: string): [rfc: string, sections: Record<string, string>] {
  if (!existsSync(path)) throw new Refused(`there is no file ${path}; download it first\n\n${usage}`);
  if (!statSync(path).isFile()) throw new Refused(`${path} is no file\n\n${usage}`);
  const [, rfc = ''] = /^(rfc[1-9]\d*)\.txt$/.exec(basename(path)) ?? [];
  if (!rfc)
    throw new Refused(
      `${path} does not say which RFC it is; name it as the RFC Editor does, such as rfc9410.txt\n\n${usage}`,
    );
  const sections = sectionsOfText(readFileSync(path, 'latin1'));
  if (!Object.keys(sections).length)
    throw new Refused(
      `${path} has no heading of a section; take the plain text, not HTML or XML\n\n${usage}`,
    );
  return [rfc, sections];
}

/**
 * Adds RFCs to the list below a folder, from their texts.
 * @returns how many sections each of them has.
 * @throws Refused if one of them or the list cannot be read; nothing is written then.
 */
export function addRfcs(root: string, paths: readonly string[]): Map<string, number> {
  if (!paths.length) throw new Refused(`name the text of an RFC\n\n${usage}`);
  const [fault] = checkRfcSections(root);
  if (fault) throw new Refused(`${fault.file} ${fault.message}`);
  const added = paths.map(sectionsOfFile);
  const known = { ...readRfcSections(root), ...Object.fromEntries(added) };
  const sorted = Object.entries(known).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  writeFileSync(join(root, file), `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  return new Map(added.map(([rfc, sections]) => [rfc, Object.keys(sections).length]));
}

if (import.meta.main)
  orRefuse(() => {
    const { positionals } = readArguments({ allowPositionals: true }, usage);
    for (const [rfc, count] of addRfcs(process.cwd(), positionals)) console.log(`${rfc}: ${count} sections`);
  });
