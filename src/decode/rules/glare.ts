import { sdpOf } from '../sdp.ts';
import type { TraceMessage } from '../types.ts';
import { finals, secondsBetween, value } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 491: two changes of one call cross (RFC 3261 §14.1). */
export const glare: Rule = {
  id: 'glare',
  cases: [
    '/491/#hold-hold',
    '/491/#after-answer',
    '/491/#session-refresh',
    '/491/#repeats',
    '/491/#every-time',
  ],
  look(view) {
    const refused = finals(view).filter(
      (see) => see.answer?.response.code === 491 && see.exchange.request !== null,
    );
    const first = refused[0];
    if (!first?.exchange.request || !first.answer) return [];
    const { request } = first.exchange;
    // The same refusal on the next hop is no second one.
    const distinct = new Set(
      refused.map((see) => `${see.exchange.transaction.cseq ?? ''}|${see.exchange.request?.fromTag ?? ''}`),
    );
    const sides = new Set(refused.map((see) => see.exchange.request?.fromTag));
    const other = view.messages.find(
      (message) =>
        message.kind === 'request' &&
        isChange(message) &&
        message.fromTag !== request.fromTag &&
        message.toTag !== null &&
        Math.abs(secondsBetween(message, request) ?? secondsBetween(request, message) ?? 0) < 4,
    );
    const later = view.exchanges.find(
      (exchange) =>
        (exchange.method === 'INVITE' || exchange.method === 'UPDATE') &&
        (exchange.request?.line ?? 0) > (first.answer?.response.line ?? 0) &&
        exchange.final?.response.code === 200,
    );
    const evidence = [
      request.line,
      ...refused.slice(0, 4).map((see) => see.answer?.response.line ?? 0),
      ...(other ? [other.line] : []),
    ];
    const answered = view.messages.find(
      (message) => message.code === 200 && message.method === 'INVITE' && message.line < request.line,
    );
    const sinceAnswer = secondsBetween(answered, request);
    const holds = [request, other].some(
      (message) => message && /a=(?:sendonly|inactive)|c=IN IP4 0\.0\.0\.0/.test(message.body),
    );
    const refreshes = [request, other].some(
      (message) =>
        message &&
        value(message, 'session-expires') !== null &&
        (message.body === '' || unchanged(message, view.messages)),
    );
    const result = (permalink: string, certainty: Found['certainty'], message: string): Found[] => [
      {
        case: permalink,
        certainty,
        evidence,
        message: later ? `${message} A later try was accepted; nothing has to be done.` : message,
        fine: later !== undefined,
        answer: first.answer,
      },
    ];
    if (distinct.size >= 4 && sides.size > 1)
      return result(
        '/491/#repeats',
        'likely',
        'Both sides are refused with 491 more than once: they wait the same time and collide again.',
      );
    if (distinct.size >= 3 && sides.size === 1 && !other)
      return result(
        '/491/#every-time',
        'likely',
        'One side alone sends changes, nothing crosses, and each gets 491.',
      );
    if (holds)
      return result(
        '/491/#hold-hold',
        'likely',
        'Two changes of the call crossed, one of them hold: each side refused the other’s with 491.',
      );
    if (sinceAnswer !== null && sinceAnswer < 1.5)
      return result(
        '/491/#after-answer',
        'likely',
        'The change came straight after the answer and met another one.',
      );
    if (refreshes)
      return result('/491/#session-refresh', 'maybe', 'A session refresh met another change of the call.');
    return result(
      '/491/#hold-hold',
      'maybe',
      'Two changes of the call crossed and one was refused with 491.',
    );
  },
};

function isChange(message: TraceMessage): boolean {
  return message.method === 'INVITE' || message.method === 'UPDATE';
}

/** The offer repeats the origin line of an earlier one: nothing is changed (RFC 4028 §7.4). */
function unchanged(message: TraceMessage, all: readonly TraceMessage[]): boolean {
  const origin = /^o=.*$/m.exec(message.body)?.[0];
  return (
    origin !== undefined &&
    sdpOf(message) !== null &&
    all.some(
      (earlier) =>
        earlier.line < message.line && earlier.fromTag === message.fromTag && earlier.body.includes(origin),
    )
  );
}
