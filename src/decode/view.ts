/** The parts of a trace that belong together, ready for signs and rules to look at. */
import { credentials } from './headers.ts';
import type { Call, Credentials, DecodedResponse, DecodedTrace, TraceMessage, Transaction } from './types.ts';

export interface Answer {
  response: DecodedResponse;
  /** Index into `DecodedTrace.responses`. */
  index: number;
  /** Null where only a log line names it. */
  message: TraceMessage | null;
}

/** A transaction with its messages. */
export interface Exchange {
  transaction: Transaction;
  method: string | null;
  request: TraceMessage | null;
  copies: TraceMessage[];
  /** In order of the trace, copies included. */
  answers: Answer[];
  final: Answer | null;
  acks: TraceMessage[];
}

/** One call of the trace. */
export interface CallView {
  trace: DecodedTrace;
  call: Call;
  /** Index into `DecodedTrace.calls`. */
  index: number;
  messages: TraceMessage[];
  exchanges: Exchange[];
}

/** One call, and the response the reader asks about; `answer` is null where nothing came back. */
export interface View extends CallView {
  exchange: Exchange;
  answer: Answer | null;
}

/**
 * Transactions and messages of one call that are looked at: the first and the last of very many.
 * Rules compare them with each other, which must not take for ever in a hostile trace.
 */
const maxExchanges = 300;
const maxMessages = 1500;

/** All of one call; of very many transactions the first and the last. */
export function callView(trace: DecodedTrace, index: number): CallView | null {
  const call = trace.calls[index];
  if (!call) return null;
  const exchanges = ends(call.transactions, maxExchanges).flatMap((place) => {
    const transaction = trace.transactions[place];
    return transaction ? [exchangeOf(trace, transaction)] : [];
  });
  return { trace, call, index, exchanges, messages: pick(trace.messages, ends(call.messages, maxMessages)) };
}

function exchangeOf(trace: DecodedTrace, transaction: Transaction): Exchange {
  const answers = ends(transaction.responses, maxExchanges).flatMap((index): Answer[] => {
    const response = trace.responses[index];
    if (!response) return [];
    return [
      {
        response,
        index,
        message: response.message === null ? null : (trace.messages[response.message] ?? null),
      },
    ];
  });
  return {
    transaction,
    method: transaction.method,
    request: transaction.request === null ? null : (trace.messages[transaction.request] ?? null),
    copies: pick(trace.messages, ends(transaction.requestCopies, maxExchanges)),
    answers,
    final: answers.find((answer) => answer.response.code >= 200) ?? null,
    acks: pick(trace.messages, ends(transaction.acks, maxExchanges)),
  };
}

function ends<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : [...list.slice(0, most / 2), ...list.slice(-most / 2)];
}

function pick<T>(list: readonly T[], places: readonly number[]): T[] {
  return places.flatMap((place) => {
    const entry = list[place];
    return entry === undefined ? [] : [entry];
  });
}

/** The views of a call that signs are read for: its deciding response, or the request nobody answered. */
export function decidingView(view: CallView): View | null {
  const place = view.call.finalResponse;
  for (const exchange of view.exchanges) {
    const answer = exchange.answers.find((entry) => entry.index === place);
    if (answer) return { ...view, exchange, answer };
  }
  const silent = view.exchanges.find((exchange) => exchange.request !== null && exchange.final === null);
  return silent ? { ...view, exchange: silent, answer: silent.answers.at(-1) ?? null } : null;
}

/** What is looked at by many rules is worked out once for a call. */
function once<T>(work: (view: CallView) => T): (view: CallView) => T {
  const known = new WeakMap<CallView, T>();
  return (view) => {
    let result = known.get(view);
    if (result === undefined) {
      result = work(view);
      known.set(view, result);
    }
    return result;
  };
}

/** Every final response of a call with its exchange, in order of the trace. */
export const finals: (view: CallView) => readonly View[] = once((view) =>
  view.exchanges.flatMap((exchange) =>
    exchange.answers
      .filter((answer) => answer.response.code >= 200 && !answer.response.retransmission)
      .map((answer) => ({ ...view, exchange, answer })),
  ),
);

const logins = new WeakMap<TraceMessage, Credentials[]>();

/** Credentials a request carries: answers to a challenge. */
export function loginOf(request: TraceMessage | null): Credentials[] {
  if (!request) return [];
  let found = logins.get(request);
  if (!found) {
    found = credentials(request).filter((entry) => entry.header.endsWith('authorization'));
    logins.set(request, found);
  }
  return found;
}

export interface Challenge {
  exchange: Exchange;
  answer: Answer;
  challenge: Credentials;
}

/** Challenges of the call in order, with the exchange they end. */
export const challenges: (view: CallView) => readonly Challenge[] = once((view) =>
  view.exchanges.flatMap((exchange) =>
    exchange.answers
      .filter(
        (answer) =>
          (answer.response.code === 401 || answer.response.code === 407) && !answer.response.retransmission,
      )
      .flatMap((answer) => answer.response.challenges.map((challenge) => ({ exchange, answer, challenge }))),
  ),
);

/** Seconds between two messages; null where a time is missing. Past midnight without a date counts on. */
export function secondsBetween(
  from: TraceMessage | null | undefined,
  to: TraceMessage | null | undefined,
): number | null {
  if (!from?.time || !to?.time) return null;
  const difference = to.time.seconds - from.time.seconds;
  if (difference >= 0) return difference;
  return difference < -43_200 && difference > -86_400 ? difference + 86_400 : null;
}

/** A request within a dialog: To carries a tag (RFC 3261 §12.2). */
export function inDialog(request: TraceMessage | null): boolean {
  return request !== null && request.toTag !== null && request.headers.length > 0;
}

/** The first header of a name, in lower case, or null. */
export function value(message: TraceMessage | null, name: string): string | null {
  return message?.headers.find((header) => header.name === name)?.value ?? null;
}

/** Line of a header, else of the message. */
export function at(message: TraceMessage | null, name?: string): number[] {
  if (!message) return [];
  const line = name === undefined ? undefined : message.headers.find((header) => header.name === name)?.line;
  return [line ?? message.line];
}

/** Both directions of a hop are in the trace: somebody would have seen what is missing. */
export function seesBothWays(view: CallView): boolean {
  const requests = new Set<string>();
  const responses = new Set<string>();
  for (const message of view.messages) {
    const hop = view.trace.hops[message.index];
    if (!hop) continue;
    if (message.kind === 'request') requests.add(`${hop.from}>${hop.to}`);
    else responses.add(`${hop.to}>${hop.from}`);
  }
  return [...requests].some((way) => responses.has(way));
}
