/**
 * Sorts cases by what a trace shows: signs, the phrases a case is known to say, and its search words.
 * The cases come as data, so that page, search box and tests use the same order.
 */
import { against, fits, weak } from '../which/weights.ts';
import { signs, signsOf } from './signs/index.ts';
import type { DecodedTrace } from './types.ts';
import { callView, decidingView, type View } from './view.ts';

/** What ranking needs to know of a case. `PageCase` of the content fits. */
export interface RankedCase {
  /** Permalink: `/403/#no-credit`. */
  permalink: string;
  title: string;
  /** Ids of signs, some with a value: `q850-reason:17`. */
  signs: readonly string[];
  against: readonly string[];
  /** Phrases and log lines the case shows, letter for letter. */
  says: readonly { text: string }[];
  /** Words people search with. */
  words: readonly string[];
}

export interface Rank {
  permalink: string;
  /** Zero: nothing in the trace speaks for it. */
  score: number;
  /** Signs and phrases that spoke for it, for the reader. */
  because: string[];
}

/**
 * What only a trace gives; signs count as in the box of the page. A sign of the case that the trace shows
 * not to be there, a phrase letter for letter, a search word.
 */
const points = { absent: -0.3, says: 3, word: 0.8 };

/**
 * Ranks cases for one call of a trace, best first; cases that nothing speaks for keep their order at the end.
 * @param call index into `trace.calls`; the call of the summary where it is left out.
 * @param isWeak whether a sign separates little: `weak` in content/signs.yaml.
 */
export function rankCases(
  trace: DecodedTrace,
  cases: readonly RankedCase[],
  call: number | null = trace.summary.call,
  isWeak: (sign: string) => boolean = () => false,
): Rank[] {
  const view = call === null ? null : callView(trace, call);
  const see = view ? decidingView(view) : null;
  const shown = new Set(see ? signsOf(see) : []);
  const said = wordsOf(trace, see);
  return cases
    .map((entry, place) => ({ ...rank(entry, see, shown, said, isWeak), place }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ permalink, score, because }) => ({ permalink, score, because }));
}

function rank(
  entry: RankedCase,
  see: View | null,
  shown: ReadonlySet<string>,
  said: string,
  isWeak: (sign: string) => boolean,
): Rank {
  let score = 0;
  const because: string[] = [];
  for (const id of entry.signs) {
    const weight = fits * (isWeak(id) ? weak : 1);
    if (shown.has(id)) {
      score += weight;
      because.push(id);
    } else if (see && signs[id.split(':', 1)[0] ?? '']?.(see) === false) score += points.absent * weight;
  }
  for (const id of entry.against) if (shown.has(id)) score += against * (isWeak(id) ? weak : 1);
  for (const { text } of entry.says) {
    const phrase = plain(text);
    if (phrase.length >= 4 && said.includes(phrase)) {
      score += points.says;
      because.push(text);
      if (because.length > 6) break;
    }
  }
  for (const word of entry.words) {
    const phrase = plain(word);
    // Short words stand everywhere.
    if (phrase.length >= 6 && said.includes(` ${phrase} `)) {
      score += points.word;
      because.push(word);
    }
  }
  return { permalink: entry.permalink, score: Math.round(score * 100) / 100, because };
}

/** What the trace says in words: log lines, phrases, texts of Reason and Warning, names of programs. */
function wordsOf(trace: DecodedTrace, see: View | null): string {
  const answer = see?.answer ?? null;
  const parts = [
    ...trace.words.slice(0, 500).map((entry) => entry.text),
    answer?.response.reasonPhrase ?? '',
    ...(answer?.response.reasons.map((reason) => reason.text ?? '') ?? []),
    ...(answer?.response.warnings.map((warning) => warning.text ?? '') ?? []),
    ...(answer?.message?.headers.map((header) => `${header.written}: ${header.value.slice(0, 200)}`) ?? []),
  ];
  return ` ${plain(parts.join(' \n '))} `;
}

/** Lower case, one blank between words, punctuation at the ends of words away. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„"'`´’()[\]{}<>,;!?]/g, ' ')
    .replace(/[.:](?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
