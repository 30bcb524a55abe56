/** What a pasted log comes to: the pages and cases it leads to, each with the lines that say so. No DOM, no network. */
import { markedTurns } from '../frame/direction.ts';
import type { DecodedTrace } from '../decode/types.ts';
import type { Answer } from './answer.ts';
import type { Finder } from './finder.ts';

/** Cases that are named at most: more would hide the codes. */
const mostCases = 4;
/** Lines that are named for one thing at most. */
const mostLines = 3;
/** Characters of a line that are shown. */
const longestExcerpt = 100;
/** Below this score the words of a line say nothing: logs are full of words that have nothing to do with a failure. */
const leastScore = 1.2;
/** Of a few lines somebody chose each. */
const fewLines = 5;
const leastOfFew = 0.4;
/** Lines that are searched for by their words where no line has a code. */
const mostWordLines = 40;

/** `line 3`, `lines 3, 9 and 12`, `lines 3, 9, 12 and 4 more`. */
export function linesText(lines: readonly number[]): string {
  const all = [...new Set(lines)].sort((a, b) => a - b);
  const shown = all.slice(0, mostLines).join(', ');
  const more = all.length - mostLines;
  return `${all.length > 1 ? 'lines' : 'line'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Where things stand in the log; what was found first stands first. */
class Seen {
  private readonly lines = new Map<string, { lines: number[]; make: (why: string) => Answer | undefined }>();
  private readonly excerptOf: (line: number) => string;

  constructor(excerptOf: (line: number) => string) {
    this.excerptOf = excerptOf;
  }

  add(key: string, lines: readonly number[], make: (why: string) => Answer | undefined): void {
    const known = this.lines.get(key);
    if (known) known.lines.push(...lines);
    else this.lines.set(key, { lines: [...lines], make });
  }

  /** Each path once: two things may lead to the same page. */
  answers(): Answer[] {
    const byPath = new Map<string, Answer>();
    for (const { lines, make } of this.lines.values()) {
      const answer = make(`${linesText(lines)}: ${this.excerptOf(Math.min(...lines))}`);
      if (answer && !byPath.has(answer.path)) byPath.set(answer.path, answer);
    }
    return [...byPath.values()];
  }
}

/** A line as it stands beside a title of ours. */
const excerptOf = (line: string) => markedTurns(line.trim().slice(0, longestExcerpt));

const isSuccess = (code: number | null) => code !== null && code >= 200 && code < 300;

/** Refuses what was asked: no challenge, no redirection, no branch that was cancelled because another one answered. */
const isRefusal = (code: number) => code >= 400 && ![401, 407, 487].includes(code);

/**
 * @param text the log as it was pasted; `trace` is what the decoder makes of it.
 * @returns the outcome first (behind refusals that were got over), then the cases that fit, then everything else the log
 * names, in its order. Where it names no code and no cause, what its lines say is searched for.
 */
export function answersOfLog(text: string, trace: DecodedTrace, finder: Finder): Answer[] {
  const lines = text.split(/\r\n|\r|\n/);
  const seen = new Seen((line) => excerptOf(lines[line - 1] ?? ''));
  const addCode = (code: number, at: readonly number[]) =>
    seen.add(`code ${code}`, at, (why) => finder.codeAnswer(code, why));
  const addCause = (cause: number, at: readonly number[]) =>
    seen.add(`cause ${cause}`, at, (why) => finder.causeAnswer(cause, why));

  // Who pastes what went well in the end asks about what did not on the way.
  const { finalCode } = trace.summary.finalCode === null ? trace : trace.summary;
  const outcome = trace.responses.filter(({ code }) => code === finalCode);
  if (isSuccess(finalCode)) {
    const methods = new Set(outcome.map(({ method }) => method));
    for (const { code, line, method } of trace.responses)
      if (isRefusal(code) && methods.has(method)) addCode(code, [line]);
    for (const { code, line } of trace.transfers) if (isRefusal(code)) addCode(code, [line]);
  }
  // The outcome, and what it comes from.
  if (finalCode !== null && outcome.length)
    addCode(
      finalCode,
      outcome.map(({ line }) => line),
    );
  else for (const { cause, line } of trace.causes) addCause(cause, [line]);
  for (const finding of trace.findings.filter(({ fine }) => !fine).slice(0, mostCases))
    seen.add(finding.case, finding.evidence, (why) => finder.answerAt(finding.case, why));

  // What else it names.
  for (const { code, line, reasons, warnings } of trace.responses) {
    addCode(code, [line]);
    for (const { protocol, cause } of reasons) {
      if (cause === null) continue;
      if (/^q\.?850$/i.test(protocol)) addCause(cause, [line]);
      else if (/^sip$/i.test(protocol)) addCode(cause, [line]);
    }
    for (const warning of warnings)
      seen.add(`warning ${warning.code}`, [line], (why) =>
        finder.answerAt(`/warning/#warning-${warning.code}`, why),
      );
  }
  for (const { cause, line } of trace.causes) addCause(cause, [line]);
  for (const { code, line } of trace.transfers) addCode(code, [line]);
  const named = seen.answers();
  return named.length ? named : wordsOfLog(lines, trace, finder);
}

/** Best answers for the words of lines: each place once, with the line that leads to it. */
function wordsOfLog(lines: readonly string[], trace: DecodedTrace, finder: Finder): Answer[] {
  const all = lines.map((text, at) => ({ text, line: at + 1 })).filter(({ text }) => text.trim());
  const isFew = all.length <= fewLines;
  const said = trace.words.length && !isFew ? trace.words : all;
  const least = isFew ? leastOfFew : leastScore;
  const best = new Map<string, Answer>();
  for (const { text, line } of said.slice(0, mostWordLines))
    for (const answer of finder.find(text, 5))
      if (answer.score > (best.get(answer.path)?.score ?? least))
        best.set(answer.path, {
          ...answer,
          exact: false,
          why: `${linesText([line])}: ${excerptOf(text)}`,
        });
  return [...best.values()].sort((a, b) => b.score - a.score);
}
