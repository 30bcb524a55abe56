import { sdpOf } from '../sdp.ts';
import { finals } from '../view.ts';
import type { Rule } from './rule.ts';

/** 183 with early media and then a failure: the caller heard an announcement, the call was never answered. */
export const announcement: Rule = {
  id: 'announcement',
  cases: ['/183/#announcement-then-failure'],
  look(view) {
    for (const see of finals(view)) {
      const answer = see.answer;
      if (
        !answer ||
        see.exchange.method !== 'INVITE' ||
        answer.response.code < 400 ||
        [401, 407, 487, 408].includes(answer.response.code)
      )
        continue;
      if (see.exchange.request !== null && see.exchange.request.toTag !== null) continue;
      const early = see.exchange.answers.find(
        ({ response, message }) => response.code === 183 && sdpOf(message) !== null,
      );
      if (!early || see.exchange.answers.some(({ response }) => response.code === 180)) continue;
      return [
        {
          case: '/183/#announcement-then-failure',
          certainty: 'likely',
          evidence: [early.response.line, answer.response.line],
          message: `183 opened an audio path before the ${answer.response.code}: the caller may have heard an announcement. The call was not answered.`,
          answer,
        },
      ];
    }
    return [];
  },
};
