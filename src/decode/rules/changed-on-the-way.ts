import { short } from '../text.ts';
import type { Found, Rule } from './rule.ts';

/** The far hop says 503 and the near hop 500: a proxy must not pass a 503 on (RFC 3261 §16.7), and hides the reason. */
export const changedOnTheWay: Rule = {
  id: 'changed-on-the-way',
  cases: ['/500/#hidden-503'],
  look(view) {
    const invites = view.exchanges.filter((exchange) => exchange.final !== null && exchange.request !== null);
    for (const near of invites) {
      if (near.final?.response.code !== 500) continue;
      const far = invites.find(
        (other) =>
          other !== near &&
          other.method === near.method &&
          other.transaction.cseq === near.transaction.cseq &&
          other.final?.response.code === 503 &&
          other.final.response.line < (near.final?.response.line ?? 0) &&
          view.trace.hops[other.request?.index ?? -1]?.from ===
            view.trace.hops[near.request?.index ?? -1]?.to,
      );
      if (!far?.final) continue;
      const reason = far.final.message?.headers.find((header) => header.name === 'reason');
      const found: Found = {
        case: '/500/#hidden-503',
        certainty: 'sure',
        evidence: [far.final.response.line, ...(reason ? [reason.line] : []), near.final.response.line],
        message: `The next hop said 503${reason ? ` with Reason “${short(reason.value)}”` : ''}; the proxy passed it on as 500.`,
        answer: near.final,
      };
      return [found];
    }
    return [];
  },
};
