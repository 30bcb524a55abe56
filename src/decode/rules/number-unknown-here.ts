import { capital } from '../roles.ts';
import { finals } from '../view.ts';
import { callsFromOutside } from './outside-caller.ts';
import { type Found, type Rule, senderOf } from './rule.ts';

/** 404 to an incoming call, made by the called system itself: it does not know the number. */
export const numberUnknownHere: Rule = {
  id: 'number-unknown-here',
  cases: ['/404/#did-unknown'],
  look(view) {
    const found: Found[] = [];
    const invites = view.exchanges.filter(({ method }) => method === 'INVITE');
    for (const see of finals(view)) {
      const { answer, exchange } = see;
      const request = exchange.request;
      if (answer?.response.code !== 404 || !request || exchange.method !== 'INVITE' || request.toTag !== null)
        continue;
      // The call was sent on: whoever it went to may have said it.
      if (invites.length > 1 || !callsFromOutside(view, exchange)) continue;
      found.push({
        case: '/404/#did-unknown',
        certainty: 'likely',
        evidence: [request.line, answer.response.line],
        message: `${capital(senderOf(view, answer.message?.index))} refused an incoming call with 404 without sending it on: it has no route for the number in the Request-URI.`,
        answer,
      });
    }
    return found;
  },
};
