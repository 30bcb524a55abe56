import { at, finals, loginOf } from '../view.ts';
import { withoutCredentials } from '../signs/credentials.ts';
import { forwarded } from '../signs/carries.ts';
import type { Found, Rule } from './rule.ts';

/** 403 to the first request, nobody asked for credentials: an access list, or a trunk that is not found. */
export const refusedWithoutLogin: Rule = {
  id: 'refused-without-login',
  cases: ['/403/#source-address', '/403/#forwarded'],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      if (answer?.response.code !== 403 || !request || request.listed || loginOf(request).length > 0)
        continue;
      if (see.exchange.method !== 'INVITE' || request.toTag !== null || withoutCredentials(see) !== true)
        continue;
      if (
        see.exchange.transaction.provisionalCodes.some((code) => code > 100) ||
        answer.response.reasons.length > 0
      )
        continue;
      if (
        answer.response.reasonPhrase &&
        !/^(?:forbidden|access denied|not allowed)$/i.test(answer.response.reasonPhrase)
      )
        continue;
      // A 403 that a proxy passes on was made further away, perhaps after a challenge there.
      if (view.exchanges.filter((exchange) => exchange.method === 'INVITE').length > 1) continue;
      if (forwarded(see) === true) {
        found.push({
          case: '/403/#forwarded',
          certainty: 'maybe',
          evidence: [...at(request), ...at(request, 'diversion'), answer.response.line],
          message:
            'A forwarded call was refused without a challenge: it shows the first caller’s number, which may not be allowed on this line.',
          answer,
        });
        continue;
      }
      found.push({
        case: '/403/#source-address',
        certainty: 'maybe',
        evidence: [...at(request), answer.response.line],
        message:
          'The first request was refused without a challenge: the address it came from, or the trunk it names, may not be known there.',
        answer,
      });
    }
    return found;
  },
};
