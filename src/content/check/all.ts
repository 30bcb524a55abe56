/** All checks together. A check sees the whole content and says every problem of its kind. */
import { readModel } from '../model.ts';
import { checkDates } from './dates.ts';
import { checkExamples } from './examples.ts';
import { checkFiles } from './files.ts';
import { checkKeyOrder } from './key-order.ts';
import { knownOf } from './known.ts';
import { checkMappings } from './mappings.ts';
import { checkMarkup } from './markup.ts';
import { checkMinimums } from './minimums.ts';
import { checkPages } from './pages.ts';
import { checkPermalinks } from './permalinks.ts';
import { readPolicy } from './policy.ts';
import { inOrder, type Problem } from './problem.ts';
import { checkRedirects } from './redirects.ts';
import { casesWithoutSign, checkReferences } from './references.ts';
import { checkRegistry } from './registry.ts';
import { checkSimilar } from './similar.ts';
import { checkWords } from './words.ts';

/** Every problem of the content below a folder, in the order of files and lines. */
export function checkContent(root: string): {
  problems: Problem[];
  codes: number;
  guides: number;
  /** Cases that do not say yet what tells them apart. */
  withoutSign: string[];
} {
  const { model, problems: unread } = readModel(root);
  const known = knownOf(model);
  const { policy, problems: ofPolicy } = readPolicy(model.content);
  const { problems: ofFiles, unreadable } = checkFiles(model.content);
  const problems = inOrder([
    ofFiles,
    unread.filter(({ file }) => !unreadable.has(file)),
    ofPolicy,
    checkKeyOrder(model.content),
    checkMarkup(model),
    checkPages(model),
    policy ? checkMappings(model, policy) : [],
    checkReferences(model, known, policy),
    checkPermalinks(model, known),
    checkRedirects(known),
    checkDates(model, known),
    checkExamples(model, known, policy, unreadable),
    policy ? checkMinimums(model, policy) : [],
    policy ? checkRegistry(model, known, policy) : [],
    checkSimilar(model),
    checkWords(model),
  ]);
  return {
    problems,
    codes: model.content.codes.length,
    guides: model.content.guides.length,
    withoutSign: casesWithoutSign(model),
  };
}
