import { value } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** A reliable provisional response that is repeated because no PRACK comes (RFC 3262 §3). */
export const noPrack: Rule = {
  id: 'no-prack',
  cases: ['/183/#no-prack', '/180/#repeated-180', '/504/#no-prack'],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      if (exchange.method !== 'INVITE') continue;
      const early = exchange.answers.filter(({ response }) => response.code > 100 && response.code < 200);
      const reliable = early.filter(
        ({ message }) =>
          message !== null &&
          value(message, 'rseq') !== null &&
          /100rel/i.test(value(message, 'require') ?? ''),
      );
      const prack = view.messages.some((message) => message.kind === 'request' && message.method === 'PRACK');
      if (reliable.length >= 2 && !prack) {
        const failure = exchange.final && exchange.final.response.code >= 500 ? exchange.final : null;
        found.push({
          case: failure?.response.code === 504 ? '/504/#no-prack' : '/183/#no-prack',
          certainty: 'likely',
          evidence: [
            ...reliable.slice(0, 4).map((answer) => answer.response.line),
            ...(failure ? [failure.response.line] : []),
          ],
          message: `The ${reliable[0]?.response.code ?? 183} demands PRACK (Require: 100rel) and is sent ${reliable.length} times; no PRACK is in the trace.`,
          answer: failure ?? reliable[0] ?? null,
        });
        continue;
      }
      const ringing = early.filter(({ response, message }) => response.code === 180 && message !== null);
      const tags = new Set(ringing.map(({ message }) => message?.toTag));
      if (ringing.length >= 4 && tags.size === 1 && reliable.length === 0)
        found.push({
          case: '/180/#repeated-180',
          certainty: 'likely',
          fine: true,
          evidence: ringing.slice(0, 4).map((answer) => answer.response.line),
          message: `The same 180 came ${ringing.length} times: a phone or proxy keeps the ringing alive.`,
          answer: ringing[0] ?? null,
        });
    }
    return found;
  },
};
