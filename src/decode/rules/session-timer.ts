import { leadingNumber } from '../text.ts';
import { secondsBetween, value } from '../view.ts';
import { span, type Found, type Rule } from './rule.ts';

/**
 * A call that ends when its session interval runs out and nothing refreshed it: the side that does not
 * refresh sends BYE before the end, at the latest 32 s or a third of the interval before (RFC 4028 §10).
 */
export const sessionTimer: Rule = {
  id: 'session-timer',
  cases: ['/408/#during-a-call'],
  look(view) {
    const found: Found[] = [];
    const answered = view.exchanges.find(
      (exchange) =>
        exchange.method === 'INVITE' &&
        exchange.request !== null &&
        exchange.request.toTag === null &&
        exchange.final !== null &&
        exchange.final.response.code < 300,
    );
    const bye = view.messages.find((message) => message.kind === 'request' && message.method === 'BYE');
    const byeReason = bye ? value(bye, 'reason') : null;
    if (
      answered?.final &&
      bye &&
      byeReason !== null &&
      /^SIP\s{0,5};.{0,80}cause\s{0,3}=\s{0,3}408/i.test(byeReason.slice(0, 200)) &&
      !/ack/i.test(byeReason)
    ) {
      return [
        {
          case: '/408/#during-a-call',
          certainty: 'likely',
          evidence: [answered.final.response.line, bye.line],
          message:
            'The BYE says SIP;cause=408: a request within the call, often the session refresh, got no answer.',
          answer: answered.final,
        },
      ];
    }
    const interval = leadingNumber(value(answered?.final?.message ?? null, 'session-expires') ?? '');
    const start = answered?.final?.message;
    if (!answered?.final || !start || !bye || interval === null || interval < 90) return [];
    const refresh = view.messages.findLast(
      (message) =>
        message.kind === 'response' &&
        (message.code ?? 0) >= 200 &&
        (message.code ?? 0) < 300 &&
        (message.method === 'UPDATE' || (message.method === 'INVITE' && message.cseq !== start.cseq)) &&
        message.line < bye.line,
    );
    const lasted = secondsBetween(refresh ?? start, bye);
    if (lasted === null) return [];
    const earliest = interval - Math.max(32, interval / 3) - 2;
    if (lasted >= earliest && lasted <= interval + 5) {
      found.push({
        case: '/408/#during-a-call',
        certainty: 'maybe',
        evidence: [
          start.headers.find((header) => header.name === 'session-expires')?.line ?? start.line,
          bye.line,
        ],
        message: `The call ended ${span(lasted)} after the ${refresh ? 'last refresh' : 'answer'}, as the session interval of ${interval} s ran out; no refresh is in the trace.`,
        answer: answered.final,
        facts: [
          { label: 'session interval', value: `${interval} s` },
          { label: 'call lasted', value: span(lasted) },
        ],
      });
    }
    return found;
  },
};
