import { challenges, loginOf } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** A 401 or 407 that was answered, and the answer was taken: the normal course of things. */
export const challengeAccepted: Rule = {
  id: 'challenge-accepted',
  cases: ['/401/#normal-challenge', '/407/#normal-challenge'],
  look(view) {
    const found: Found[] = [];
    for (const { exchange, answer, challenge } of challenges(view)) {
      if (loginOf(exchange.request).some((login) => login.params['realm'] === challenge.params['realm']))
        continue;
      const next = view.exchanges.find(
        (other) =>
          other.method === exchange.method &&
          (other.request?.line ?? 0) > answer.response.line &&
          loginOf(other.request).some((login) => login.params['realm'] === challenge.params['realm']),
      );
      const taken = next?.answers.find(
        ({ response }) =>
          (response.code > 100 && response.code < 300) || (next.method === 'INVITE' && response.code === 100),
      );
      // 100 alone says that the next hop has it, unless it asks again.
      const again = next?.answers.some(
        ({ response }) => response.code === 401 || response.code === 407 || response.code === 403,
      );
      if (!next?.request || !taken || again) continue;
      const code = answer.response.code;
      found.push({
        case: code === 407 ? '/407/#normal-challenge' : '/401/#normal-challenge',
        certainty: 'sure',
        fine: true,
        evidence: [answer.response.line, next.request.line, taken.response.line],
        message: `The ${code} is the usual request for credentials. It was answered, and ${taken.response.code} shows that the answer was accepted.`,
        answer,
      });
      if (found.length >= 2) break;
    }
    return found;
  },
};
