/**
 * No two pages share a paragraph or a sentence of their facts. Compares texts by their runs of four words;
 * `npm run check:similar` prints the most similar pairs.
 */
import { type Model, readModel } from '../model.ts';
import type { Problem } from './problem.ts';

interface Passage {
  file: string;
  line: number;
  key: string;
  text: string;
  runs: Set<string>;
}

export interface Pair {
  a: Passage;
  b: Passage;
  /** Share of the shorter passage's runs that stand in the other, 0 to 1. */
  share: number;
}

const runLength = 4;
/** Shorter paragraphs may be alike by nature: "The whole 500." */
const shortest = 12;
/** A run in more passages than this is a phrase of the trade. */
const common = 40;

const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function runsOf(text: string): Set<string> {
  const words = normal(text).split(' ');
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= words.length; at += 1)
    runs.add(words.slice(at, at + runLength).join(' '));
  return runs;
}

/** Front matter that says something of one code or cause alone. */
function sentencesOf({ codes, content }: Pick<Model, 'codes' | 'content'>): Passage[] {
  const passage = (
    entry: Model['codes'][number] | { file: string; lineOf(path: string[]): number },
    key: string,
    text: unknown,
  ) =>
    typeof text === 'string' && text
      ? [{ file: entry.file, line: entry.lineOf([key]), key, text, runs: runsOf(text) }]
      : [];
  return [
    ...codes.flatMap((page) =>
      (['meaning', 'customer'] as const).flatMap((key) => passage(page, key, page.data[key])),
    ),
    ...(content.tables.get('causes') ?? []).flatMap((entry) => {
      const data = entry.data as { meaning?: unknown; practice?: unknown } | null;
      return [...passage(entry, 'meaning', data?.meaning), ...passage(entry, 'practice', data?.practice)];
    }),
  ];
}

function pairsOf(passages: readonly Passage[], least: number): Pair[] {
  const holders = new Map<string, number[]>();
  passages.forEach(({ runs }, at) => {
    for (const run of runs) {
      const list = holders.get(run);
      if (list) list.push(at);
      else holders.set(run, [at]);
    }
  });
  const shared = new Map<string, number>();
  for (const list of holders.values()) {
    if (list.length > common) continue;
    for (const [place, i] of list.entries())
      for (const j of list.slice(place + 1)) shared.set(`${i} ${j}`, (shared.get(`${i} ${j}`) ?? 0) + 1);
  }
  return [...shared]
    .flatMap(([key, count]) => {
      const [i = 0, j = 0] = key.split(' ').map(Number);
      const a = passages[i];
      const b = passages[j];
      return a && b ? [{ a, b, share: count / Math.min(a.runs.size, b.runs.size) }] : [];
    })
    .filter(({ share }) => share >= least)
    .sort((one, other) => other.share - one.share);
}

/** Pairs of passages that share at least this much, most similar first. */
export function similarPairs(
  model: Pick<Model, 'codes' | 'guides' | 'q850' | 'ownCases' | 'content'>,
  least: number,
): Pair[] {
  const paragraphs: Passage[] = [...model.codes, ...model.guides, ...model.q850, ...model.ownCases]
    .flatMap(({ file, body, offset }) =>
      body.paragraphs.map(({ text, line }) => ({
        file,
        line: line + offset,
        key: `line ${line + offset}`,
        text,
      })),
    )
    .filter(({ text }) => text.split(/\s+/).length >= shortest)
    .map((paragraph) => ({ ...paragraph, runs: runsOf(paragraph.text) }));
  return [
    ...pairsOf(paragraphs, least).filter(({ a, b }) => a.file !== b.file),
    ...pairsOf(sentencesOf(model), least).filter(({ a, b }) => a.key === b.key),
  ].sort((one, other) => other.share - one.share);
}

/** From this share on two passages are one text. */
const sameParagraph = 0.6;
const sameSentence = 0.8;
/** With more passages alike than this, a page is a copy of another. */
const copied = 4;

export function checkSimilar(model: Model): Problem[] {
  const pairs = similarPairs(model, sameParagraph).filter(
    ({ a, share }) => share >= (a.key.startsWith('line ') ? sameParagraph : sameSentence),
  );
  // Short sentences have no run of four words to compare; they must not be the same.
  const sentences = sentencesOf(model);
  const first = new Map<string, Passage>();
  for (const one of sentences.filter(({ runs }) => !runs.size)) {
    const key = `${one.key} ${normal(one.text)}`;
    const other = first.get(key);
    if (other) pairs.push({ a: other, b: one, share: 1 });
    else first.set(key, one);
  }
  const byFiles = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = `${pair.a.file} ${pair.b.file}`;
    byFiles.set(key, [...(byFiles.get(key) ?? []), pair]);
  }
  return [...byFiles.values()].flatMap((same) => {
    const [first] = same;
    // A page that was copied whole is one problem.
    return first && same.length > copied
      ? [
          {
            file: first.a.file,
            line: 1,
            key: 'the file',
            message: `says the same as ${first.b.file} in ${same.length} places; write the newer page in its own words, and link where the same holds`,
            also: [{ file: first.b.file }],
          },
        ]
      : same.map(({ a, b, share }) => ({
          file: a.file,
          line: a.line,
          key: a.key,
          message: `says ${Math.round(share * 100)} % the same as ${b.file}:${b.line} ("${b.text.slice(0, 60)}…"); keep it on one page and link to it`,
          also: [{ file: b.file, line: b.line }],
        }));
  });
}

if (import.meta.main)
  for (const { a, b, share } of similarPairs(readModel(process.cwd()).model, 0.2).slice(0, 25))
    console.log(
      `${Math.round(share * 100)} %  ${a.file}:${a.line} ${a.key} ~ ${b.file}:${b.line} ${b.key}\n      ${a.text.slice(0, 110)}\n      ${b.text.slice(0, 110)}`,
    );
