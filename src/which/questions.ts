/**
 * Which questions a page asks to tell its cases apart. Chosen when the site is built: of the signs that its cases name,
 * those that separate the most pairs come first, each pair counting less the better it is separated already.
 */
import type { SignData } from '../content/schemas/signs.ts';
import { mostLetters, mostMore, mostShown, traceOnly, weak } from './weights.ts';

/** What a case says of signs. */
export interface Signed {
  signs: readonly string[];
  against: readonly string[];
}

export interface Question {
  /** The sign that "yes" ticks, with its value: `q850-reason:17`. */
  name: string;
  ask: string;
  /** The sign that "no" ticks, where the two are one question. */
  no?: string;
}

/** What a number behind a sign is, as readers see it. */
const valueLabels: Record<NonNullable<SignData['value']>, (value: string) => string> = {
  'q850-cause': (value) => `Reason header with Q.850 cause ${value}`,
  'sip-code': (value) => `Reason header with SIP code ${value}`,
  'warning-code': (value) => `Warning ${value}`,
};

/** The question of a sign, as a reader ticks it. */
export function askOf(name: string, signs: ReadonlyMap<string, SignData>): string {
  const [id = '', value] = name.split(':');
  const sign = signs.get(id);
  return sign?.value && value ? valueLabels[sign.value](value) : (sign?.ask ?? name);
}

/** 1 where the answer "yes" fits the case, -1 where it speaks against it, 0 where the case says nothing. */
function answerOf({ signs, against }: Signed, { name, no }: Question): -1 | 0 | 1 {
  if (signs.includes(name) || (no !== undefined && against.includes(no))) return 1;
  if (against.includes(name) || (no !== undefined && signs.includes(no))) return -1;
  return 0;
}

/** Every question that the cases give cause for, in the order of the signs. */
function candidates(cases: readonly Signed[], signs: ReadonlyMap<string, SignData>): Question[] {
  const named = new Set(cases.flatMap(({ signs: one, against }) => [...one, ...against]));
  const denied = new Map(
    [...signs.values()].flatMap(({ id, opposite }) => (opposite ? [[opposite, id]] : [])),
  );
  const asked = new Map<string, Question>();
  for (const name of named) {
    const [id = ''] = name.split(':');
    const yes = signs.get(id)?.opposite ?? name;
    const no = denied.get(yes);
    asked.set(yes, { name: yes, ask: askOf(yes, signs), ...(no === undefined ? {} : { no }) });
  }
  return [...asked.values()].filter((question) => cases.some((one) => answerOf(one, question) > 0));
}

/**
 * The questions of a page.
 * @returns those shown, the most separating first, and the best of the rest in the order of the signs.
 */
export function questionsOf(
  cases: readonly Signed[],
  signs: ReadonlyMap<string, SignData>,
): { shown: Question[]; more: Question[] } {
  const factor = ({ name }: Question) => {
    const sign = signs.get(name.split(':')[0] ?? '');
    return (sign?.weak ? weak : 1) * (sign?.seen === 'trace' ? traceOnly : 1);
  };
  const order = [...signs.keys()];
  const place = ({ name }: Question) => order.indexOf(name.split(':')[0] ?? '');
  let left = candidates(cases, signs);
  /** How well each pair of cases is separated so far. */
  const separated = new Map<string, number>();
  const pairs = cases.flatMap((_, one) =>
    cases.slice(one + 1).map((__, after) => [one, one + 1 + after] as const),
  );
  const separation = (question: Question) => {
    const answers = cases.map((one) => answerOf(one, question));
    return pairs.map(
      ([one, other]) => (Math.abs((answers[one] ?? 0) - (answers[other] ?? 0)) / 2) * factor(question),
    );
  };
  const gain = (question: Question) =>
    separation(question).reduce((sum, more, at) => {
      const known = separated.get(String(pairs[at])) ?? 0;
      return sum + Math.exp(-known) - Math.exp(-known - more);
    }, 0);

  const shown: Question[] = [];
  const letters = () => shown.reduce((sum, { ask, no }) => sum + ask.length + (no ? 20 : 0), 0);
  while (shown.length < mostShown && letters() < mostLetters && left.length) {
    const gains = new Map(left.map((question) => [question, gain(question)]));
    const [best] = [...left].sort((a, b) => (gains.get(b) ?? 0) - (gains.get(a) ?? 0) || place(a) - place(b));
    if (!best || (gains.get(best) ?? 0) <= 0) break;
    separation(best).forEach((more, at) => {
      const key = String(pairs[at]);
      separated.set(key, (separated.get(key) ?? 0) + more);
    });
    shown.push(best);
    left = left.filter((question) => question !== best);
  }
  const more = left
    .map((question) => ({ question, gain: gain(question) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, mostMore)
    .map(({ question }) => question);
  return { shown, more: more.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name)) };
}
