/** Puts the layers together: text, messages, transactions, calls, findings. */
import {
  collectCauses,
  collectResponses,
  collectTransfers,
  dropEchoes,
  markRetransmissions,
} from './collect.ts';
import { ladder } from './ladder.ts';
import { mainCall } from './outcome.ts';
import { rolesOf } from './roles.ts';
import { findings } from './rules/index.ts';
import { type Collected, TraceReader } from './reader.ts';
import { summarize } from './summary.ts';
import { forgetIndex } from './trace-index.ts';
import { groupCalls, groupDialogs, groupTransactions } from './transactions.ts';
import type { DecodedTrace, DecodeOptions } from './types.ts';

/**
 * Reads a pasted trace of any known format.
 * @param text as pasted; line numbers of the result count its lines from 1.
 * @param options what the reader says of it.
 */
export function decodeTrace(text: string, options: DecodeOptions = {}): DecodedTrace {
  const reader = new TraceReader();
  reader.push(text);
  return evaluate(reader.end(), options);
}

/** Everything after the reading. */
export function evaluate(collected: Collected, { own = [] }: DecodeOptions = {}): DecodedTrace {
  collected.messages = dropEchoes(collected.messages);
  const { messages } = collected;
  markRetransmissions(messages);
  const responses = collectResponses(collected);
  const transactions = groupTransactions(messages, responses);
  const calls = groupCalls(messages, responses, transactions);
  const { participants, hops } = ladder(messages, transactions, responses);
  const trace: DecodedTrace = {
    messages,
    responses,
    transactions,
    dialogs: groupDialogs(messages),
    calls,
    participants,
    hops,
    causes: collectCauses(collected),
    transfers: collectTransfers(collected),
    findings: [],
    summary: { sentence: '', call: null, finalCode: null, by: null },
    finalCode: null,
    formats: formats(collected),
    lines: collected.lines,
    notes: [...collected.notes],
    words: collected.words,
  };
  const main = mainCall(calls);
  trace.finalCode = main === null ? null : (calls[main]?.finalCode ?? null);
  nameOwn(trace, own);
  return trace;
}

/**
 * Says which addresses are the reader's own, and works out again what depends on it: roles, signs, sentences.
 * @param own as in `DecodeOptions`; an empty list takes it back.
 */
export function nameOwn(trace: DecodedTrace, own: readonly string[]): void {
  for (const participant of trace.participants) {
    const { id, address } = participant;
    participant.own = own.some(
      (wanted) =>
        wanted === id ||
        (address !== null &&
          (wanted === address.host || wanted === `${address.host}:${address.port ?? 5060}`)),
    );
  }
  for (const [at, role] of rolesOf(trace).entries()) {
    const participant = trace.participants[at];
    if (participant) participant.role = role;
  }
  forgetIndex(trace);
  const main = mainCall(trace.calls);
  trace.findings = findings(trace, main);
  trace.summary = summarize(trace, main);
}

function formats(collected: Collected): string[] {
  const counts = new Map<string, number>();
  for (const message of collected.messages) counts.set(message.format, (counts.get(message.format) ?? 0) + 1);
  if (collected.mentions.length > 0) counts.set('log lines', collected.mentions.length);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
