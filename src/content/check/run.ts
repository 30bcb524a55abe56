/**
 * The content check: reads content/ and reports every problem in one run, each with file, line, key and the mend.
 * `npm run check:content`; what else it takes is in `usage`.
 */
import { resolve } from 'node:path';
import { orRefuse, readArguments, Refused } from '../arguments.ts';
import { problemLine } from '../model.ts';
import { checkContent } from './all.ts';
import { latestDay } from './dates.ts';
import { reportDamage } from './try-damage.ts';
import { about, filesAbout, wordsOfNoFile } from './problem.ts';

const usage = `npm run check:content                  everything
npm run check:content 403 via          only problems that concern files whose path contains one of the words
npm run check:content -- --root DIR    the content/ of another folder
npm run check:content -- --today DAY   with another clock: what lies after DAY (2026-11-20) is in the future
npm run check:content -- --damage      damages a sample in every way known, and counts what is caught`;

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function main() {
  const { values, positionals: words } = readArguments(
    {
      allowPositionals: true,
      options: {
        root: { type: 'string', default: process.cwd() },
        today: { type: 'string', default: latestDay() },
        damage: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  if (!/^\d{4}-\d\d-\d\d$/.test(values.today))
    throw new Refused(`"${values.today}" is not a day such as 2026-11-20\n\n${usage}`);
  if (values.damage) {
    process.exitCode = reportDamage() ? 0 : 1;
    return;
  }
  const { problems: all, codes, guides, files } = checkContent(resolve(values.root), values.today);
  const [stray] = wordsOfNoFile(files, words);
  if (stray !== undefined)
    throw new Refused(
      `no file of the content has "${stray}" in its path; name parts of paths, with blanks between them\n\n${usage}`,
    );
  const problems = about(all, words);
  const faults = problems.filter(({ warning }) => !warning);
  const warnings = problems.length - faults.length;
  for (const problem of problems)
    console.error(`${problemLine(problem)}${problem.warning ? ' (only a warning)' : ''}`);
  const seen = words.length
    ? `${filesAbout(files, words).length} of ${many(files.length, 'file')}`
    : `${many(codes, 'code')}, ${many(guides, 'guide')}`;
  console.log(
    `content check: ${seen}, ${many(faults.length, 'problem')}${warnings ? `, ${many(warnings, 'warning')}` : ''}`,
  );
  process.exitCode = faults.length ? 1 : 0;
}

if (import.meta.main) orRefuse(main);
