import type { Found, Rule } from './rule.ts';

/** One branch said 6xx: the proxy had to end the others (RFC 3261 §16.7). */
export const forkEnded: Rule = {
  id: 'fork-ended',
  cases: ['/603/#one-decline-stops-all', '/606/#kills-other-branches', '/600/#all-branches-busy'],
  look(view) {
    const invites = view.exchanges.filter(
      (exchange) => exchange.method === 'INVITE' && exchange.request !== null && exchange.final !== null,
    );
    const global = invites.find((exchange) => {
      const code = exchange.final?.response.code ?? 0;
      if (code < 600) return false;
      const from = view.trace.hops[exchange.request?.index ?? -1]?.from;
      return invites.some(
        (other) =>
          other !== exchange &&
          view.trace.hops[other.request?.index ?? -1]?.from === from &&
          other.transaction.cseq === exchange.transaction.cseq,
      );
    });
    if (!global?.final) return [];
    const from = view.trace.hops[global.request?.index ?? -1]?.from;
    const stopped = invites.filter(
      (other) =>
        other !== global &&
        other.final?.response.code === 487 &&
        view.trace.hops[other.request?.index ?? -1]?.from === from,
    );
    if (stopped.length === 0) return [];
    const code = global.final.response.code;
    const permalink =
      code === 603
        ? '/603/#one-decline-stops-all'
        : code === 606
          ? '/606/#kills-other-branches'
          : code === 600
            ? '/600/#all-branches-busy'
            : null;
    if (permalink === null) return [];
    const found: Found = {
      case: permalink,
      certainty: 'sure',
      evidence: [
        global.final.response.line,
        ...stopped.slice(0, 4).map((exchange) => exchange.final?.response.line ?? 0),
      ],
      message: `One phone said ${code}, and ${stopped.length === 1 ? 'the other was' : `${stopped.length} others were`} cancelled because of it.`,
      answer: global.final,
    };
    return [found];
  },
};
