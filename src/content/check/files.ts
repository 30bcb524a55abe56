/** Every file below content/ is one that is read: known folders, endings and names; tables are there and not empty. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownTableNames, tableNames } from '../collections.ts';
import { type Content, isOwn, ownCasesOf, ownFolder } from '../read.ts';
import { checkBytes, isText } from './bytes.ts';
import type { Problem } from './problem.ts';

/** Folders and what their files are called. */
const names: Record<string, { name: RegExp; form: string }> = {
  'content/codes': { name: /^\d{3}\.mdx$/, form: '<code>.mdx, such as 403.mdx' },
  'content/guides': { name: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/, form: 'lower-case-words.mdx' },
  'content/q850': { name: /^\d{1,3}\.mdx$/, form: '<cause>.mdx, such as 17.mdx' },
  'content/vendors': { name: /^[a-z0-9]+(-[a-z0-9]+)*\.yaml$/, form: 'lower-case-words.yaml' },
  'content/mappings': {
    name: /^[a-z0-9]+(-[a-z0-9]+)*-(sip-to-q850|q850-to-sip)\.yaml$/,
    form: '<authority>-sip-to-q850.yaml or <authority>-q850-to-sip.yaml',
  },
  'content/examples': {
    name: /^\d{3}-[a-z0-9]+(-[a-z0-9]+)*\.sip$/,
    form: '<code>-what.sip for a response, <code>-request-what.sip for a request',
  },
};

/** Folders that a copy may leave out. */
const optional = new Set(['content/q850']);

/** Folders that must be there. */
export const folders = Object.keys(names).filter((folder) => !optional.has(folder));

/** Folders of content/own: those of content/, and the cases that are added to a page. */
const ownNames: typeof names = Object.fromEntries(
  Object.entries(names).map(([folder, rule]) => [folder.replace('content', ownFolder), rule]),
);
const ofCases = { name: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/, form: '<id of the case>.mdx' };

/** What the files of a folder are called, where it is one that is read. */
const ruleOf = (folder: string) =>
  names[folder] ??
  ownNames[folder] ??
  (folder.startsWith(`${ownFolder}/cases/`) && ownCasesOf.test(basename(folder)) ? ofCases : undefined);
const isFolder = (folder: string) =>
  Boolean(ruleOf(folder)) || folder === ownFolder || folder === `${ownFolder}/cases`;

/** Files of content/ itself beside the tables. */
const single = new Set(['README.md', 'site.yaml', 'policy.yaml', 'rfc-sections.json']);
/** Files of content/own beside its tables and pictures. */
const ownSingle = new Set(['README.md', 'site.yaml', 'theme.yaml', 'omit.yaml', 'permalinks.txt']);
const picture = /\.(svg|png|ico)$/;

/** Tables that may be empty: nothing has moved yet. */
const mayBeEmpty = new Set(['redirects']);

/** @returns problems, and the files of which nothing more can be said. */
export function checkFiles({ root, tables, problems: unread }: Content): {
  problems: Problem[];
  unreadable: Set<string>;
  /** Files that nothing reads, without their endings and in lower case. */
  strays: Set<string>;
} {
  const problems: Problem[] = [];
  const unreadable = new Set<string>();
  const strays = new Set<string>();
  const read = (file: string) => {
    const bytes = readFileSync(join(root, file));
    problems.push(...checkBytes(file, bytes));
    if (!isText(bytes)) unreadable.add(file);
  };
  const say = (file: string, message: string) => problems.push({ file, line: 1, key: 'line 1', message });
  const known = new Set(tableNames.map((name) => `${name}.yaml`));
  const ownTables = new Set(ownTableNames.map((name) => `${name}.yaml`));
  const walk = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const file = `${folder}/${name}`;
      const stat = lstatSync(join(root, file));
      if (name.startsWith('.') || name.endsWith('~')) say(file, 'is a hidden or backup file; remove it');
      else if (stat.isSymbolicLink()) {
        unreadable.add(file);
        say(file, 'is a symbolic link; put the file itself here');
      } else if (stat.isDirectory()) {
        if (isFolder(file)) walk(file);
        else if (folder === `${ownFolder}/cases`)
          say(file, 'is a folder that nothing reads; name it after a page: 403, or q850-17 for a cause');
        else {
          const known = Object.keys(isOwn(file) ? { ...ownNames, [`${ownFolder}/cases`]: 0 } : names);
          say(file, `is a folder that nothing reads; known are ${known.join(', ')}`);
        }
      } else if (folder === ownFolder) {
        if (ownTables.has(name) || ownSingle.has(name)) read(file);
        else if (!picture.test(name))
          say(file, `is read by nothing; known are ${[...ownTables, ...ownSingle].join(', ')} and pictures`);
      } else if (folder !== 'content') {
        const rule = ruleOf(folder);
        if (rule?.name.test(name)) read(file);
        else {
          strays.add(file.replace(/\.\w+$/, '').toLowerCase());
          say(
            file,
            rule
              ? `is read by nothing; files of ${folder}/ are called ${rule.form}`
              : `is read by nothing; put it into a folder named after the page, such as ${folder}/403`,
          );
        }
      } else if (known.has(name) || single.has(name)) {
        read(file);
      } else {
        say(file, `is read by nothing; known are ${[...known].join(', ')} and site.yaml`);
      }
    }
  };
  if (!existsSync(join(root, 'content'))) {
    say('content', 'is missing; run the check in the folder that holds content/, or name it with --root');
    return { problems, unreadable, strays };
  }
  walk('content');
  for (const folder of folders)
    if (!existsSync(join(root, folder))) say(folder, 'is missing; bring the folder back');
  const needed = [...[...tableNames, 'site', 'policy'].map((name) => `${name}.yaml`), 'rfc-sections.json'];
  for (const name of needed)
    if (!existsSync(join(root, 'content', name))) say(`content/${name}`, 'is missing; bring the file back');
  const permalinks = 'tests/permalinks.txt';
  if (existsSync(join(root, permalinks)) && !readFileSync(join(root, permalinks), 'utf8').trim())
    say(permalinks, 'is empty; bring the published addresses back');
  for (const [name, entries] of tables) {
    const file = `content/${name}.yaml`;
    const silent =
      unread.some((problem) => problem.file === file) || problems.some((one) => one.file === file);
    if (!entries.length && !mayBeEmpty.has(name) && !silent)
      say(file, 'has no entry; bring its entries back');
  }
  return { problems, unreadable, strays };
}
