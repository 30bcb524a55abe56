import { loginOf } from '../view.ts';
import { receiverOf, type Found, type Rule } from './rule.ts';

/** The same request again and again, each time challenged: the challenge does not arrive, or its ACK does not. */
export const challengeLost: Rule = {
  id: 'challenge-lost',
  cases: ['/401/#not-received', '/407/#ack-lost'],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      const asked = exchange.answers.filter(({ response }) => response.code === 401 || response.code === 407);
      if (asked.length < 2 || !exchange.request || loginOf(exchange.request).length > 0) continue;
      const code = asked[0]?.response.code ?? 401;
      const lines = asked.slice(0, 4).map((answer) => answer.response.line);
      if (exchange.copies.length > 0) {
        found.push({
          case: '/401/#not-received',
          certainty: 'likely',
          evidence: [
            exchange.request.line,
            ...exchange.copies.slice(0, 3).map((copy) => copy.line),
            ...lines,
          ],
          message: `The same request came ${exchange.copies.length + 1} times and each was answered ${code}: the ${code} does not reach ${receiverOf(view, asked[0]?.message?.index)}.`,
          answer: asked[0] ?? null,
        });
      } else if (exchange.method === 'INVITE' && exchange.acks.length === 0) {
        found.push({
          case: '/407/#ack-lost',
          certainty: 'likely',
          evidence: lines,
          message: `The ${code} was sent ${asked.length} times and no ACK is in the trace: the ${code} or its ACK is lost.`,
          answer: asked[0] ?? null,
        });
      }
    }
    return found;
  },
};
