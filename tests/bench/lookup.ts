/**
 * `npm run bench:lookup [words]`: scores search without a browser, on the content as it stands, and shows what the half to
 * work on missed. With words: what search answers to them.
 */
import { brotliCompressSync } from 'node:zlib';
import { fromColumns } from '../../src/search/columns.ts';
import { Finder } from '../../src/search/finder.ts';
import { searchFiles } from '../../src/search/index-files.ts';
import { type Half, reportQueries, scoreCases, scoresOf, scoreText } from './sets.ts';

// What the browser gets.
const [names, symptoms, lines, texts, printed, gists, languages] = searchFiles();
console.log(
  `${searchFiles()
    .map(({ name, text }) => `${name.split('.')[0]} ${brotliCompressSync(text).length}`)
    .join(', ')} bytes (brotli)`,
);
const finder = new Finder(JSON.parse(names.text));
finder.addSymptoms(fromColumns(JSON.parse(symptoms.text)));
finder.addLines(JSON.parse(lines.text));
finder.addTexts(JSON.parse(texts.text));
finder.addPrinted(JSON.parse(printed.text));
finder.addGists(JSON.parse(gists.text));
finder.addLanguages(JSON.parse(languages.text));

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
