/** All checks together. A check sees the whole content and says every problem of its kind. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../model.ts';
import { checkColours } from './colours.ts';
import { checkDates, latestDay } from './dates.ts';
import { checkExamples } from './examples.ts';
import { checkFiles } from './files.ts';
import { withGaps } from './gaps.ts';
import { checkKeyOrder } from './key-order.ts';
import { knownOf, permalinkFiles } from './known.ts';
import { checkMappings, missingTables } from './mappings.ts';
import { checkMarkup } from './markup.ts';
import { checkMinimums } from './minimums.ts';
import { checkOwn } from './own.ts';
import { checkPages } from './pages.ts';
import { checkPermalinks } from './permalinks.ts';
import { readPolicy } from './policy.ts';
import { inOrder, type Problem, warnsOfOwn } from './problem.ts';
import { checkRedirects } from './redirects.ts';
import { checkReferences } from './references.ts';
import { checkRfcSections, rfcSectionsFile } from './rfc-sections.ts';
import { checkRegistry } from './registry.ts';
import { checkSimilar } from './similar.ts';
import { checkTold } from './told.ts';
import { checkVendorTexts } from './vendor-texts.ts';
import { checkWords } from './words.ts';

/**
 * Every problem of the content below a folder, in the order of files and lines; warnings among them.
 * @param today the latest day that is not in the future, YYYY-MM-DD.
 */
export function checkContent(
  root: string,
  today = latestDay(),
): {
  problems: Problem[];
  codes: number;
  guides: number;
  /** Every file that was read or is a problem, by path from the folder. */
  files: string[];
} {
  const { model, problems: unread } = readModel(root);
  const { policy, problems: ofPolicy } = readPolicy(model.content);
  const { problems: ofFiles, unreadable, strays } = checkFiles(model.content);
  const known = knownOf(
    model,
    { unreadable, strays },
    policy && missingTables(model, policy.data).length > 0,
  );
  const readable = ({ file }: Problem) => !unreadable.has(file);
  const ofPages = checkPages(model);
  const ofNames = checkReferences(model, known, policy);
  const clashing = new Set(
    [...ofPages, ...ofNames]
      .filter(({ kind }) => kind === 'name')
      .flatMap(({ file, also = [] }) => [file, ...also.map((place) => place.file)]),
  );
  const said = inOrder([
    checkVendorTexts(model, known),
    ofFiles,
    unread.filter(readable),
    ofPolicy.filter(readable),
    checkRfcSections(root).filter(readable),
    checkKeyOrder(model.content),
    checkMarkup(model),
    ofPages,
    policy ? checkMappings(model, policy) : [],
    ofNames,
    checkPermalinks(known, clashing),
    checkRedirects(known),
    checkDates(model, known, today),
    checkExamples(model, known, policy, unreadable),
    checkOwn(model, known),
    checkColours(model),
    policy ? warnsOfOwn(checkMinimums(model, policy)) : [],
    policy ? checkRegistry(model, known, policy) : [],
    warnsOfOwn(checkSimilar(model)),
    warnsOfOwn(checkTold(model)),
    warnsOfOwn(checkWords(model)),
  ]);
  const problems = inOrder([withGaps(model.content, said)]);
  const read = [...model.content.texts.keys(), rfcSectionsFile, ...permalinkFiles];
  return {
    problems,
    codes: model.content.codes.length,
    guides: model.content.guides.length,
    files: [
      ...new Set([
        ...read.filter((file) => existsSync(join(root, file))),
        ...problems.flatMap(({ file, also = [] }) => [file, ...also.map((place) => place.file)]),
      ]),
    ],
  };
}
