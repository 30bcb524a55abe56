import { udpLimit } from '../signs/network.ts';
import { vias } from '../headers.ts';
import { secondsBetween } from '../view.ts';
import { receiverOf, senderOf, span, type Found, type Rule } from './rule.ts';

/** A request that is sent again and again and gets nothing: which hop is silent. */
export const noAnswer: Rule = {
  id: 'no-answer',
  cases: [
    '/408/#dead-next-hop',
    '/408/#request-too-large',
    '/408/#register-timeout',
    '/408/#phone-not-reached',
  ],
  look(view) {
    const found: Found[] = [];
    const answeredElsewhere = view.trace.responses.length > 0;
    for (const exchange of view.exchanges) {
      const { request } = exchange;
      if (!request || request.listed || exchange.answers.length > 0 || exchange.copies.length === 0) continue;
      if (
        ![
          'INVITE',
          'REGISTER',
          'OPTIONS',
          'SUBSCRIBE',
          'MESSAGE',
          'BYE',
          'NOTIFY',
          'PUBLISH',
          'REFER',
          'UPDATE',
        ].includes(exchange.method ?? '')
      )
        continue;
      const last = exchange.copies.at(-1);
      const lasted = secondsBetween(request, last);
      const silent = receiverOf(view, request.index, 'the next hop');
      const times = exchange.copies.length + 1;
      const evidence = [request.line, ...exchange.copies.slice(0, 5).map((copy) => copy.line)];
      const how = `${exchange.method ?? 'The request'} went out ${times} times${lasted === null ? '' : ` within ${span(lasted)}`} to ${silent}, and nothing came back`;
      const large = vias(request)[0]?.transport === 'UDP' && request.bytes > udpLimit;
      if (exchange.method === 'INVITE' && large && answeredElsewhere) {
        found.push({
          case: '/408/#request-too-large',
          certainty: 'likely',
          evidence,
          message: `${how}. It has ${request.bytes} bytes; over UDP a message of more than ${udpLimit} may be cut into fragments that get lost. Smaller requests are answered.`,
        });
        continue;
      }
      if (exchange.method === 'REGISTER' || exchange.method === 'OPTIONS') {
        found.push({ case: '/408/#register-timeout', certainty: 'likely', evidence, message: `${how}.` });
        continue;
      }
      if (exchange.method !== 'INVITE' || request.toTag !== null) continue;
      // The silent hop lies behind a proxy that answers: the phone is not reached from there.
      const earlier = view.exchanges.some(
        (other) =>
          other !== exchange &&
          other.method === 'INVITE' &&
          other.answers.some(({ response }) => response.code === 100) &&
          other.request !== null &&
          receiverOf(view, other.request.index) === senderOf(view, request.index),
      );
      found.push({
        case: earlier ? '/408/#phone-not-reached' : '/408/#dead-next-hop',
        certainty: earlier ? 'maybe' : 'likely',
        evidence,
        message: earlier
          ? `${how}: the hop before it had answered 100.`
          : `${how}${large ? `; it has ${request.bytes} bytes, which may be too large for UDP` : ''}.`,
      });
    }
    return found;
  },
};
