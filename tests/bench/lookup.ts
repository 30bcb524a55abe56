/** `npm run bench:lookup [queries] [dist] [all]`: scores the lookup layer alone, without a browser, and shows what it missed. */
import { readdirSync, readFileSync } from 'node:fs';
import { Finder } from '../../src/search/finder.ts';

const [file = 'tests/bench/queries.json', dist = 'dist', verbose] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(file, 'utf8')) as {
  query: string;
  expect: number[];
  altAccept?: string[];
}[];
const at = (start: string) =>
  `${dist}/search-index/${readdirSync(`${dist}/search-index`).find((name) => name.startsWith(start))}`;
const finder = new Finder(JSON.parse(readFileSync(at('names'), 'utf8')));
finder.addSymptoms(JSON.parse(readFileSync(at('symptoms'), 'utf8')));

const keyOf = (path: string) =>
  /^\/(\d{3})\//.exec(path)?.[1] ??
  /^\/q850\/(\d+)/.exec(path)?.[1]?.replace(/^/, 'q850:') ??
  /^\/(\dxx)\//.exec(path)?.[1]?.replace(/^/, 'class:') ??
  path;
let first = 0;
let three = 0;
for (const { query, expect, altAccept = [] } of queries) {
  const keys = finder.find(query).map((answer) => keyOf(answer.path));
  const okFirst = [...expect.slice(0, 2).map(String), ...altAccept].includes(keys[0] ?? '');
  const okThree = keys.slice(0, 3).some((key) => [...expect.map(String), ...altAccept].includes(key));
  if (okFirst) first += 1;
  if (okThree) three += 1;
  if (!okFirst || verbose)
    console.log(
      `${okFirst ? 'ok ' : okThree ? '3  ' : 'NO '} ${JSON.stringify(query).slice(0, 70)} → ${finder
        .find(query)
        .slice(0, 3)
        .map((a) => `${keyOf(a.path)}(${a.score.toFixed(2)} ${a.why.slice(0, 30)})`)
        .join(' ')} | want ${expect.slice(0, 3)} ${altAccept}`,
    );
}
console.log(
  `first ${first}/${queries.length} (${((100 * first) / queries.length).toFixed(1)} %), three ${three} (${((100 * three) / queries.length).toFixed(1)} %)`,
);
