/**
 * `npm run bench:lookup [words]`: scores search without a browser, on the content as it stands, and shows what the half to
 * work on missed. With words: what search answers to them.
 */
import { brotliCompressSync } from 'node:zlib';
import { model } from '../../src/content/model.ts';
import { toColumns } from '../../src/search/columns.ts';
import { Finder } from '../../src/search/finder.ts';
import {
  languages,
  lookupData,
  placeGists,
  placeLines,
  placeTexts,
  printedTexts,
  symptomDocs,
} from '../../src/search/index-build.ts';
import { type Half, reportQueries, scoreCases, scoresOf, scoreText } from './sets.ts';

const names = lookupData(model());
const symptoms = symptomDocs(model());
const bytes = (data: unknown) => brotliCompressSync(JSON.stringify(data)).length;
const lines = placeLines(model());
const texts = placeTexts(model());
const gists = placeGists(model());
const foreign = languages(model());
const printed = printedTexts(model());
console.log(
  `names ${bytes(names)} bytes, symptoms ${bytes(toColumns(symptoms))}, lines ${bytes(lines)}, texts ${bytes(texts)}, gists ${bytes(gists)}, languages ${bytes(foreign)}, printed ${bytes(printed)} (brotli)`,
);
const finder = new Finder(names);
finder.addSymptoms(symptoms);
finder.addLines(lines);
finder.addTexts(texts);
finder.addLanguages(foreign);
finder.addPrinted(printed);

const asked = process.argv
  .slice(2)
  .filter((word) => word !== '--all')
  .join(' ');
if (asked)
  for (const { path, title, score, why, exact } of finder.find(asked))
    console.log(`${score.toFixed(2)} ${exact ? '!' : ' '} ${path}  ${title}  (${why})`);
else {
  const find = (query: string) => finder.find(query, 30).map(({ path }) => path);
  for (const half of ['work', 'held out'] satisfies Half[]) {
    for (const [what, score] of await scoresOf(half, find)) {
      console.log(`${half}, ${what}: ${scoreText(score)}`);
      if (half === 'work') for (const line of score.missed) console.log(`  ${line}`);
    }
    if (half === 'work') console.log(`reports, cases: ${scoreText(await scoreCases(reportQueries(), find))}`);
    if (!process.argv.includes('--all')) break;
  }
}
