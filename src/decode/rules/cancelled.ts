import { reasons } from '../headers.ts';
import { leadingNumber } from '../text.ts';
import type { TraceMessage } from '../types.ts';
import { seesBothWays, secondsBetween, value, type CallView, type Exchange } from '../view.ts';
import { capital } from '../roles.ts';
import { senderOf, span, type Found, type Rule } from './rule.ts';

/** 487: who gave up and why. */
export const cancelled: Rule = {
  id: 'cancelled',
  cases: [
    '/487/#caller-hung-up',
    '/487/#answered-elsewhere',
    '/487/#refused-elsewhere',
    '/487/#ring-timeout',
    '/487/#invite-expired',
    '/487/#routes-failed',
    '/487/#no-487-after-cancel',
  ],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      if (exchange.method !== 'INVITE') continue;
      const cancel = view.messages.find(
        (message) =>
          message.kind === 'request' &&
          message.method === 'CANCEL' &&
          message.branch === exchange.transaction.branch &&
          message.cseq === exchange.transaction.cseq,
      );
      const answer = exchange.answers.find(({ response }) => response.code === 487);
      const one = answer ? ended(view, exchange, answer, cancel) : unanswered(view, exchange, cancel);
      if (one && !found.some((other) => other.case === one.case)) found.push(one);
    }
    // One call over several hops: the branch that knows the reason says it for all.
    for (const entry of found) if (entry.case === '/487/#answered-elsewhere') entry.fine = true;
    const known = found.find(
      (entry) => entry.case === '/487/#answered-elsewhere' || entry.case === '/487/#refused-elsewhere',
    );
    return known
      ? found.filter((entry) => entry === known || entry.case === '/487/#no-487-after-cancel')
      : found;
  },
};

function ended(
  view: CallView,
  exchange: Exchange,
  answer: Exchange['answers'][number],
  cancel: TraceMessage | undefined,
): Found | null {
  const ringing = exchange.answers.find(
    ({ response }) => response.code > 100 && response.code < 200,
  )?.message;
  const evidence = [ringing?.line, cancel?.line, answer.response.line].filter((line) => line !== undefined);
  const found = (permalink: string, certainty: Found['certainty'], message: string): Found => ({
    case: permalink,
    certainty,
    evidence,
    message,
    answer,
  });
  if (!cancel) {
    const { request } = exchange;
    const expires = leadingNumber(value(request, 'expires') ?? '');
    const waited = secondsBetween(request, answer.message);
    if (expires !== null && waited !== null && Math.abs(waited - expires) <= 2)
      return found(
        '/487/#invite-expired',
        'likely',
        `No CANCEL came; the INVITE was valid for ${expires} s and the 487 came after ${span(waited)}.`,
      );
    if (
      !request ||
      request.listed ||
      !seesBothWays(view) ||
      view.messages.some((message) => message.method === 'CANCEL' || message.method === 'BYE')
    )
      return null;
    return found(
      '/487/#routes-failed',
      'maybe',
      'The 487 came without a CANCEL on this hop: it was made further away, perhaps when all routes had failed.',
    );
  }
  const why = [...reasons(cancel), ...answer.response.reasons];
  const elsewhere = why.find(
    (reason) =>
      (reason.protocol.toUpperCase() === 'SIP' && reason.cause === 200) ||
      /completed elsewhere|answered elsewhere/i.test(reason.text ?? ''),
  );
  const otherAnswered = view.exchanges.find(
    (other) =>
      other !== exchange &&
      other.method === 'INVITE' &&
      other.final?.response.code === 200 &&
      other.final.response.line < cancel.line &&
      sameFork(view, exchange, other),
  );
  if (elsewhere || otherAnswered)
    return found(
      '/487/#answered-elsewhere',
      'sure',
      'Another phone answered: the others got a CANCEL and say 487. Nothing is wrong.',
    );
  const refused = why.find((reason) => reason.protocol.toUpperCase() === 'SIP' && (reason.cause ?? 0) >= 600);
  const otherRefused = view.exchanges.find(
    (other) =>
      other !== exchange &&
      other.method === 'INVITE' &&
      (other.final?.response.code ?? 0) >= 600 &&
      sameFork(view, exchange, other),
  );
  if (refused || otherRefused)
    return found(
      '/487/#refused-elsewhere',
      'sure',
      `Another phone refused for everybody with ${refused?.cause ?? otherRefused?.final?.response.code ?? ''}; the rest got a CANCEL.`,
    );
  // Nothing but 100 came: the silence is what has to be explained.
  const onlyTrying = exchange.answers.some(({ response }) => response.code === 100) && !ringing;
  const rang = secondsBetween(ringing, cancel) ?? null;
  const timed = secondsBetween(exchange.request, cancel);
  const who = capital(senderOf(view, cancel.index, 'the caller’s side'));
  const round = [rang, timed].find((seconds) => seconds !== null && isTimer(seconds)) ?? undefined;
  const timeout = why.find(
    (reason) => reason.protocol.toUpperCase() === 'SIP' && (reason.cause === 408 || reason.cause === 480),
  );
  // A proxy that cancels a branch the caller did not cancel, or a time that only machines keep.
  const callerCancelled = view.messages.some(
    (message) =>
      message.kind === 'request' &&
      message.method === 'CANCEL' &&
      message.branch !== cancel.branch &&
      message.line < cancel.line,
  );
  const proxyAlone =
    !callerCancelled &&
    view.exchanges.some(
      (other) =>
        other !== exchange &&
        other.method === 'INVITE' &&
        (other.request?.line ?? Number.POSITIVE_INFINITY) < (exchange.request?.line ?? 0) &&
        other.final?.response.code === 408,
    );
  if (timeout || proxyAlone || round !== undefined)
    return found(
      '/487/#ring-timeout',
      timeout || proxyAlone ? 'likely' : 'maybe',
      `${who} sent CANCEL${round === undefined ? '' : ` after ${span(round)}`}: ${round === undefined ? 'a timer of the server ended the ringing' : 'a round number of seconds may be a ring timer, not a person'}.`,
    );
  return found(
    '/487/#caller-hung-up',
    ringing ? 'sure' : onlyTrying ? 'maybe' : 'likely',
    `${who} sent CANCEL${rang === null ? '' : ` after ${span(rang)} of ringing`}: the caller gave up before the answer. The 487 confirms it; nothing is wrong.`,
  );
}

/** 15, 20, 25 … seconds to a quarter of a second: what settings offer. */
function isTimer(seconds: number): boolean {
  return seconds >= 14.5 && seconds <= 185 && Math.abs(seconds - Math.round(seconds / 5) * 5) <= 0.12;
}

function unanswered(view: CallView, exchange: Exchange, cancel: TraceMessage | undefined): Found | null {
  if (!cancel || exchange.final !== null) return null;
  const ok = view.exchanges.find(
    (other) =>
      other.method === 'CANCEL' &&
      other.transaction.branch === exchange.transaction.branch &&
      other.final?.response.code === 200,
  )?.final;
  const last = view.messages.at(-1);
  const waited = secondsBetween(cancel, last);
  if (!ok || (exchange.copies.length === 0 && (waited === null || waited < 2))) return null;
  return {
    case: '/487/#no-487-after-cancel',
    certainty: 'likely',
    evidence: [cancel.line, ok.response.line],
    message: 'The CANCEL got 200, and no final response to the INVITE follows in the trace.',
    answer: ok,
  };
}

/** Two INVITEs of one fork: sent from one place with one CSeq number to different addresses. */
function sameFork(view: CallView, a: Exchange, b: Exchange): boolean {
  if (!a.request || !b.request || a.transaction.cseq !== b.transaction.cseq) return false;
  return (
    view.trace.hops[a.request.index]?.from === view.trace.hops[b.request.index]?.from &&
    a.request.branch !== b.request.branch
  );
}
