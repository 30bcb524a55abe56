import { inDialog, loginOf } from '../view.ts';
import { callsFromOutside } from './outside-caller.ts';
import { type Found, type Rule, senderOf } from './rule.ts';

/** A challenge, and no request with credentials after it. */
export const challengeUnanswered: Rule = {
  id: 'challenge-unanswered',
  cases: [
    '/407/#no-answer-sent',
    '/407/#bye-challenged',
    '/407/#provider-call-challenged',
    '/401/#ip-trunk',
    '/401/#own-pbx-challenges',
    '/401/#algorithm',
  ],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      const answer = exchange.final;
      if (!answer || !exchange.request || (answer.response.code !== 401 && answer.response.code !== 407))
        continue;
      if (
        loginOf(exchange.request).length > 0 ||
        exchange.answers.length > 1 + exchange.transaction.provisionalCodes.length
      )
        continue;
      const line = answer.response.line;
      const later = view.messages.filter((message) => message.line > line);
      if (later.some((message) => message.kind === 'request' && message.method === exchange.method)) continue;
      const code = answer.response.code;
      const evidence = [exchange.request.line, line];
      if (exchange.method === 'BYE') {
        found.push({
          case: '/407/#bye-challenged',
          certainty: 'sure',
          evidence,
          message: `The BYE got ${code} and was not sent again with credentials: the other side does not know that the call is over.`,
          answer,
        });
        continue;
      }
      // A trace that ends with the challenge shows nothing: the answer may just not be in it.
      if (exchange.method !== 'INVITE' || exchange.acks.length === 0 || inDialog(exchange.request)) continue;
      const strong =
        answer.response.challenges.length > 0 &&
        answer.response.challenges.every((challenge) => /sha/i.test(challenge.params['algorithm'] ?? ''));
      if (callsFromOutside(view, exchange)) {
        found.push({
          case: code === 407 ? '/407/#provider-call-challenged' : '/401/#own-pbx-challenges',
          certainty: 'likely',
          evidence,
          message: `The ${code} to an incoming call comes from ${senderOf(view, answer.message?.index)} and is not answered: a provider has no login there. The INVITE was not recognised as that of the trunk.`,
          answer,
        });
      } else if (strong) {
        found.push({
          case: '/401/#algorithm',
          certainty: 'maybe',
          evidence,
          message:
            'The challenge allows only SHA-256 and the caller gave up: it may not know that algorithm.',
          answer,
        });
      } else if (code === 407) {
        found.push({
          case: '/407/#no-answer-sent',
          certainty: 'likely',
          evidence: [...evidence, ...exchange.acks.slice(0, 1).map((ack) => ack.line)],
          message: 'After the 407 only the ACK was sent; no INVITE with credentials follows in the trace.',
          answer,
        });
      } else {
        found.push({
          case: '/401/#ip-trunk',
          certainty: 'maybe',
          evidence,
          message:
            'The caller did not answer the 401: it may have no credentials because the trunk is meant to work by address.',
          answer,
        });
      }
    }
    return found;
  },
};
