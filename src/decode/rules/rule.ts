/** What every rule is: a name, the cases it may name, and a look at one call. */
import type { Certainty } from '../types.ts';
import { subjectOf } from '../roles.ts';
import type { Answer, CallView } from '../view.ts';

export interface Found {
  /** Permalink of a case. */
  case: string;
  certainty: Certainty;
  /** Line numbers that show it. */
  evidence: number[];
  /** For the reader: what the trace shows, then what it may mean. */
  message: string;
  /** Nothing is wrong. */
  fine?: boolean;
  answer?: Answer | null;
  facts?: { label: string; value: string }[];
}

export interface Rule {
  id: string;
  /** Every permalink the rule may name, and no other: tests hold it to them, and them to the content. */
  cases: readonly string[];
  look: (view: CallView) => Found[];
}

/** Seconds as a reader reads them. */
export function span(seconds: number): string {
  return seconds < 10 ? `${Math.round(seconds * 10) / 10} s` : `${Math.round(seconds)} s`;
}

/** Who sent a message, for the middle of a sentence: `the provider (203.0.113.5)`, or the address alone. */
export function senderOf(
  view: CallView,
  index: number | null | undefined,
  fallback = 'the other side',
): string {
  return named(view, index, 'from') ?? fallback;
}

/** Whom a message was sent to, in the same words. */
export function receiverOf(
  view: CallView,
  index: number | null | undefined,
  fallback = 'the other side',
): string {
  return named(view, index, 'to') ?? fallback;
}

function named(view: CallView, index: number | null | undefined, end: 'from' | 'to'): string | null {
  const hop = index === null || index === undefined ? undefined : view.trace.hops[index];
  return subjectOf(view.trace, hop?.[end], view.call);
}
