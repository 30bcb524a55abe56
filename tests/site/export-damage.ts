/**
 * `npm run check:site -- --damage`: damages the exports of a built site in every way known, each in a copy, and counts
 * what the check of the exports catches.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkExports } from './exports.ts';

/** What is done to a file, and the file that must be named for it. */
interface Damage {
  what: string;
  file: string;
  change(text: string): string;
  named?: string;
}

const json =
  (change: (data: never) => unknown) =>
  (text: string): string =>
    JSON.stringify(change(JSON.parse(text) as never));
const without =
  (list: string) =>
  (data: Record<string, unknown[]>): unknown => ({ ...data, [list]: data[list]?.slice(1) });
const put = (old: string | RegExp, text: string) => (whole: string) => whole.replace(old, () => text);

const damages: Damage[] = [
  { what: 'a code that is missing', file: 'codes.json', change: json(without('codes')) },
  { what: 'a vendor that is missing', file: 'vendors.json', change: json(without('vendors')) },
  { what: 'a sign that is missing', file: 'signs.json', change: json(without('signs')) },
  { what: 'a task that is missing', file: 'commands.json', change: json(without('tasks')) },
  { what: 'a row of the mapping that is missing', file: 'mapping.json', change: json(without('rows')) },
  {
    what: 'a case that is missing in the file of its code',
    file: '403.json',
    change: json(without('cases')),
    named: 'codes: cases of each file',
  },
  {
    what: 'a step that is missing',
    file: '403.json',
    change: json(({ cases, ...data }: { cases: { do: unknown[] }[] }) => ({
      ...data,
      cases: cases.map((item, at) => (at ? item : { ...item, do: item.do.slice(1) })),
    })),
  },
  {
    what: 'a value of another kind',
    file: '403.json',
    change: json((data: object) => ({ ...data, code: '403' })),
  },
  {
    what: 'a key that is missing',
    file: '403.json',
    change: json((data: object) => ({ ...data, meaning: undefined })),
  },
  {
    what: 'a schema of another site',
    file: '403.json',
    change: put('/schema/v1/code.json', '/schema/v9/code.json'),
  },
  {
    what: 'a link that leads nowhere',
    file: '403.json',
    change: put(/\/403\/#no-credit/g, '/403/#no-credits'),
  },
  {
    what: 'a link that leads nowhere in Markdown',
    file: '403.md',
    change: put('/403/#no-credit', '/403/#no-credits'),
  },
  { what: 'an element in Markdown', file: '403.md', change: (text) => `${text}\n<Case id="x">\n` },
  { what: 'a link of the site in Markdown', file: '403.md', change: (text) => `${text}\n[402](/402/)\n` },
  { what: 'Markdown without its day', file: '403.md', change: put(/\d{4}-\d\d-\d\d/g, 'today') },
  { what: 'Markdown without its heading', file: '403.md', change: put(/^# .*\n/, '') },
  { what: 'a sheet without its mark', file: 'codes.csv', change: put('\uFEFF', '') },
  { what: 'a sheet without a row', file: 'codes.csv', change: put(/\r\n403,[\s\S]*?(?=\r\n404,)/, '') },
  { what: 'a sheet with another column', file: 'mapping.csv', change: put(/^(\uFEFF)?\w+/, '\uFEFFother') },
  { what: 'a list for programs without a page', file: 'llms.txt', change: put('/403.md)', '/4O3.md)') },
  {
    what: 'a text for programs without a page',
    file: 'llms-full.txt',
    change: put(/\nhttps?:\S*\/403\/(?=\s)/g, ''),
  },
  { what: 'a feed without a change', file: 'changes.xml', change: put(/<item>[\s\S]*?<\/item>/, '') },
];

/**
 * Tries everything and prints what was caught.
 * @param broken what is wrong with an address on this site, or nothing.
 * @returns whether all was.
 */
export function reportExportDamage(
  root: string,
  content: string,
  broken: (address: string, from: string) => string | undefined,
): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'exports-'));
  let caught = 0;
  try {
    cpSync(root, copy, {
      recursive: true,
      filter: (source) => !/\.(br|gz|png|woff2?|js)$|[\\/](pagefind|which|decode)$/.test(source),
    });
    for (const { what, file, change, named = file } of damages) {
      const path = join(copy, file);
      const text = readFileSync(path, 'utf8');
      const damaged = change(text);
      if (damaged === text) throw new Error(`${what}: ${file} has nothing to damage`);
      writeFileSync(path, damaged);
      const { problems } = checkExports(copy, content, broken);
      writeFileSync(path, text);
      if (problems.some((problem) => problem.startsWith(named))) caught += 1;
      else
        console.error(
          `${what}: not caught in ${file}${problems.map((problem) => `\n  ${problem}`).join('')}`,
        );
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
  console.log(`damage: ${caught} of ${damages.length} kinds of damage to exports are caught`);
  return caught === damages.length;
}
