/**
 * Check 7: no two pages share a paragraph. Compares paragraphs by their runs of four words; `npm run check:similar`
 * prints the most similar pairs.
 */
import { type Model, readModel } from '../model.ts';
import type { Problem } from '../read.ts';

interface Paragraph {
  file: string;
  key: string;
  text: string;
  runs: Set<string>;
}

export interface Pair {
  a: Paragraph;
  b: Paragraph;
  /** Share of the shorter paragraph's runs that stand in the other, 0 to 1. */
  share: number;
}

const runLength = 4;
/** Shorter paragraphs may be alike by nature: "The whole 500." */
const shortest = 12;

function runsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= words.length; at += 1)
    runs.add(words.slice(at, at + runLength).join(' '));
  return runs;
}

/** Pairs of paragraphs on different pages that share at least this much, most similar first. */
export function similarPairs({ codes, guides }: Pick<Model, 'codes' | 'guides'>, least: number): Pair[] {
  const paragraphs: Paragraph[] = [...codes, ...guides]
    .flatMap(({ file, body, offset }) =>
      body.paragraphs.map(({ text, line }) => ({ file, key: `line ${line + offset}`, text })),
    )
    .filter(({ text }) => text.split(/\s+/).length >= shortest)
    .map((paragraph) => ({ ...paragraph, runs: runsOf(paragraph.text) }));
  const holders = new Map<string, number[]>();
  paragraphs.forEach(({ runs }, at) => {
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), at]);
  });
  const shared = new Map<string, number>();
  for (const list of holders.values()) {
    if (list.length > 40) continue;
    for (const [place, i] of list.entries())
      for (const j of list.slice(place + 1))
        if (paragraphs[i]?.file !== paragraphs[j]?.file)
          shared.set(`${i} ${j}`, (shared.get(`${i} ${j}`) ?? 0) + 1);
  }
  return [...shared]
    .flatMap(([key, count]) => {
      const [i = 0, j = 0] = key.split(' ').map(Number);
      const a = paragraphs[i];
      const b = paragraphs[j];
      return a && b ? [{ a, b, share: count / Math.min(a.runs.size, b.runs.size) }] : [];
    })
    .filter(({ share }) => share >= least)
    .sort((one, other) => other.share - one.share);
}

export function checkSimilar(model: Model): Problem[] {
  return similarPairs(model, 0.6).map(({ a, b, share }) => ({
    file: a.file,
    key: a.key,
    message: `says ${Math.round(share * 100)} % the same as ${b.file}, ${b.key} ("${b.text.slice(0, 60)}…"); keep it on one page and link to it`,
  }));
}

if (import.meta.main)
  for (const { a, b, share } of similarPairs(readModel(process.cwd()).model, 0.2).slice(0, 25))
    console.log(
      `${Math.round(share * 100)} %  ${a.file} ${a.key} ~ ${b.file} ${b.key}\n      ${a.text.slice(0, 110)}\n      ${b.text.slice(0, 110)}`,
    );
