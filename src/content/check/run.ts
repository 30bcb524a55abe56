/**
 * The content check: reads content/ and reports every problem in one run, each with file, line, key and the mend.
 *
 *     npm run check:content                  everything
 *     npm run check:content 403 via          only problems that concern files whose path contains one of the words
 *     npm run check:content -- --root DIR    the content/ of another folder
 *     npm run check:content -- --today DAY   with another clock: what lies after DAY is in the future
 *     npm run check:content -- --damage      damages a sample in every way known, and counts what is caught
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { problemLine } from '../model.ts';
import { checkContent } from './all.ts';
import { latestDay } from './dates.ts';
import { reportDamage } from './damage.ts';
import { about } from './problem.ts';

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string', default: process.cwd() },
      today: { type: 'string', default: latestDay() },
      damage: { type: 'boolean', default: false },
    },
  });
  if (values.damage) {
    process.exitCode = reportDamage() ? 0 : 1;
    return;
  }
  const { problems: all, codes, guides } = checkContent(resolve(values.root), values.today);
  const problems = about(all, positionals);
  const faults = problems.filter(({ warning }) => !warning);
  const warnings = problems.length - faults.length;
  for (const problem of problems)
    console.error(`${problemLine(problem)}${problem.warning ? ' (only a warning)' : ''}`);
  console.log(
    `content check: ${codes} codes, ${guides} guides, ${faults.length} problems${warnings ? `, ${warnings} warnings` : ''}`,
  );
  process.exitCode = faults.length ? 1 : 0;
}

if (import.meta.main) main();
