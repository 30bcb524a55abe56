/**
 * The content check: reads content/ and reports every problem in one run, each with file, key and the mend.
 *
 *     npm run check:content              everything
 *     npm run check:content 403 via      only problems of files whose path contains one of the words
 */
import { type Model, readModel } from '../model.ts';
import type { Problem } from '../read.ts';
import { checkExamples } from './examples.ts';
import { checkKeyOrder } from './key-order.ts';
import { checkMappings } from './mappings.ts';
import { checkMinimums } from './minimums.ts';
import { checkPages } from './pages.ts';
import { checkReferences } from './references.ts';
import { checkRegistry } from './registry.ts';
import { checkSimilar } from './similar.ts';
import { checkWords } from './words.ts';

/** @param reading the model with the problems that reading and validating found. */
export function checkContent({ model, problems }: { model: Model; problems: Problem[] }): Problem[] {
  const { content } = model;
  return [
    ...problems,
    ...checkKeyOrder(content),
    ...checkPages(model),
    ...checkReferences(model),
    ...checkExamples(content),
    ...checkMinimums(model),
    // A folder with few pages is a part of the content, as in the tests of this check.
    ...checkRegistry(model, content.codes.length > 10),
    ...checkMappings(model),
    ...checkSimilar(model),
    ...checkWords(content),
  ];
}

export const show = ({ file, key, message }: Problem) => `${file} · ${key} · ${message}`;

if (import.meta.main) {
  const words = process.argv.slice(2);
  const reading = readModel(process.cwd());
  const { content } = reading.model;
  const all = checkContent(reading);
  const problems = words.length ? all.filter(({ file }) => words.some((word) => file.includes(word))) : all;
  for (const problem of problems) console.error(show(problem));
  console.log(
    `content check: ${content.codes.length} codes, ${content.guides.length} guides, ${problems.length} problems`,
  );
  process.exitCode = problems.length ? 1 : 0;
}
