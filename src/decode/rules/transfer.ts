import { short } from '../text.ts';
import { secondsBetween } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** REFER: what the NOTIFYs say of the transfer (RFC 3515 §2.4.4). */
export const transfer: Rule = {
  id: 'transfer',
  cases: ['/202/#transfer-failed', '/202/#no-notify', '/202/#notify-after-bye'],
  look(view) {
    const found: Found[] = [];
    const refer = view.exchanges.find(
      (exchange) =>
        exchange.method === 'REFER' && exchange.final !== null && exchange.final.response.code < 300,
    );
    const statuses = view.trace.transfers.filter(
      (transfer) => transfer.callId !== null && transfer.callId === view.call.callId,
    );
    const last = statuses.at(-1);
    if (last && last.code >= 300) {
      found.push({
        case: '/202/#transfer-failed',
        certainty: 'sure',
        evidence: [...(refer?.final ? [refer.final.response.line] : []), last.line],
        message: `The transfer was accepted and then failed: the last NOTIFY reports ${last.code} ${short(last.reasonPhrase)}.`,
        answer: refer?.final ?? null,
      });
    } else if (refer?.request && refer.final && statuses.length === 0) {
      const notify = view.messages.some(
        (message) => message.kind === 'request' && message.method === 'NOTIFY',
      );
      const end = view.messages.at(-1);
      const waited = secondsBetween(refer.final.message, end);
      if (!notify && waited !== null && waited > 5)
        found.push({
          case: '/202/#no-notify',
          certainty: 'likely',
          evidence: [refer.request.line, refer.final.response.line],
          message: `The REFER was accepted; no NOTIFY came in the ${Math.round(waited)} s that the trace goes on.`,
          answer: refer.final,
        });
    }
    // 405, 481 and 500 to the last NOTIFY, after the BYE.
    const refused = view.exchanges.find(
      (exchange) =>
        exchange.method === 'NOTIFY' &&
        exchange.request !== null &&
        [405, 500].includes(exchange.final?.response.code ?? 0) &&
        /refer/i.test(exchange.request.headers.find((header) => header.name === 'event')?.value ?? ''),
    );
    const bye = view.messages.find((message) => message.kind === 'request' && message.method === 'BYE');
    if (refused?.final && bye && bye.line < refused.final.response.line)
      found.push({
        case: '/202/#notify-after-bye',
        certainty: 'likely',
        evidence: [bye.line, refused.request?.line ?? 0, refused.final.response.line],
        message: `The NOTIFY about the transfer got ${refused.final.response.code} after the BYE: the transfer itself may have worked.`,
        answer: refused.final,
      });
    return found;
  },
};
