import { finals } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 500 within a call: a second change before the first was answered, or a CSeq that went backwards (RFC 3261 §12.2.2, §14.2). */
export const outOfTurn: Rule = {
  id: 'out-of-turn',
  cases: ['/500/#too-early', '/500/#out-of-order'],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      if (answer?.response.code !== 500 || !request || request.toTag === null) continue;
      // A NOTIFY about a transfer that a BYE overtook is explained there.
      if (see.exchange.method === 'NOTIFY' && view.messages.some((message) => message.method === 'BYE'))
        continue;
      const cseq = request.cseq ?? 0;
      const sameSide = view.messages.filter(
        (message) =>
          message.kind === 'request' &&
          message.line < request.line &&
          message.fromTag === request.fromTag &&
          message.method !== 'ACK' &&
          message.method !== 'CANCEL' &&
          message.retransmissionOf === null,
      );
      const higher = sameSide.find((message) => (message.cseq ?? 0) > cseq);
      if (higher) {
        found.push({
          case: '/500/#out-of-order',
          certainty: 'sure',
          evidence: [higher.line, request.line, answer.response.line],
          answer,
          message: `CSeq ${cseq} came after CSeq ${higher.cseq ?? ''} from the same side.`,
        });
        continue;
      }
      const pending = view.exchanges.find(
        (exchange) =>
          exchange !== see.exchange &&
          (exchange.method === 'INVITE' || exchange.method === 'UPDATE') &&
          exchange.request !== null &&
          exchange.request.fromTag === request.fromTag &&
          exchange.request.line < request.line &&
          (exchange.final === null || exchange.final.response.line > request.line),
      );
      if (
        (see.exchange.method === 'INVITE' || see.exchange.method === 'UPDATE') &&
        (pending || (answer.response.retryAfter !== null && answer.response.retryAfter <= 10))
      )
        found.push({
          case: '/500/#too-early',
          certainty: pending ? 'sure' : 'likely',
          evidence: [...(pending?.request ? [pending.request.line] : []), request.line, answer.response.line],
          answer,
          message: `A change was sent ${pending ? 'before the one before it had its answer' : 'too early'}${answer.response.retryAfter === null ? '' : `; Retry-After asks for a pause of ${answer.response.retryAfter} s`}.`,
        });
    }
    return found;
  },
};
