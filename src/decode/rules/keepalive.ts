import { finals } from '../view.ts';
import { isScanner } from '../signs/network.ts';
import { senderOf, type Rule } from './rule.ts';

/** OPTIONS as a check whether the other side is alive: any response shows that it is. */
export const keepalive: Rule = {
  id: 'keepalive',
  cases: ['/405/#options-keepalive'],
  look(view) {
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      if (
        see.exchange.method !== 'OPTIONS' ||
        !answer ||
        !request ||
        request.toTag !== null ||
        isScanner(request)
      )
        continue;
      if (![404, 403, 481, 484, 488, 501].includes(answer.response.code)) continue;
      return [
        {
          case: '/405/#options-keepalive',
          certainty: 'likely',
          fine: true,
          evidence: [request.line, answer.response.line],
          message: `The OPTIONS got ${answer.response.code}: the address in it is not served, but ${senderOf(view, answer.message?.index)} is alive. As a keep-alive that is enough.`,
          answer,
        },
      ];
    }
    return [];
  },
};
