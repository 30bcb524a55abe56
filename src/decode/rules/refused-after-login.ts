import { userOf } from '../headers.ts';
import { fromDiffers } from '../signs/credentials.ts';
import { short } from '../text.ts';
import { at, finals, loginOf, value } from '../view.ts';
import { capital } from '../roles.ts';
import { type Found, type Rule, senderOf } from './rule.ts';

/** Credentials were sent and the answer is 403: caller ID, or a server that says 403 to a wrong password. */
export const refusedAfterLogin: Rule = {
  id: 'refused-after-login',
  cases: ['/403/#caller-id-mismatch', '/403/#wrong-password'],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const { request } = see.exchange;
      const login = loginOf(request)[0];
      if (see.answer?.response.code !== 403 || !request || !login) continue;
      // A gateway's cause or a phrase of its own says more than the position of the 403.
      if (see.answer.response.reasons.some((reason) => reason.protocol.toUpperCase() === 'Q.850')) continue;
      if (
        /relay|stale date|domain|not allowed to call|credit|balance/i.test(
          see.answer.response.reasonPhrase ?? '',
        )
      )
        continue;
      if (see.exchange.method === 'REGISTER') {
        found.push({
          case: '/403/#wrong-password',
          certainty: 'maybe',
          evidence: [login.line, see.answer.response.line],
          message:
            'The REGISTER with credentials got 403 instead of another challenge: on some servers that is the answer to a wrong password or an unknown user.',
          answer: see.answer,
        });
        continue;
      }
      if (see.exchange.method !== 'INVITE' || request.toTag !== null) continue;
      if (fromDiffers(see) === true)
        found.push({
          case: '/403/#caller-id-mismatch',
          certainty: 'likely',
          evidence: [...at(request, 'from'), login.line, see.answer.response.line],
          message: `${capital(senderOf(view, see.answer.message?.index))} asked for credentials, got them and refused: From shows “${short(userOf(value(request, 'from')) ?? '', 60)}”, the digest user is “${short(login.params['username'] ?? '', 60)}”.`,
          answer: see.answer,
          facts: [
            { label: 'From user', value: userOf(value(request, 'from')) ?? '' },
            { label: 'digest user', value: login.params['username'] ?? '' },
          ],
        });
    }
    return found;
  },
};
