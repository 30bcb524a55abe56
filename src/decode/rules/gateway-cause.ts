import { productOf } from '../products.ts';
import { short } from '../text.ts';
import { finals } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** Cases that a Q.850 cause beside a code names. */
const cases: Record<number, Record<number, string>> = {
  404: { 1: '/404/#not-in-service', 3: '/404/#no-route', 2: '/404/#no-route', 28: '/404/#number-format' },
  480: {
    18: '/480/#gateway-cause',
    19: '/480/#gateway-cause',
    20: '/480/#gateway-cause',
    31: '/480/#gateway-cause',
  },
  484: { 28: '/484/#wrong-format' },
  486: { 17: '/486/#network-busy' },
  408: { 18: '/408/#gateway-no-user', 102: '/408/#gateway-no-user' },
  410: { 22: '/410/#number-changed' },
  500: { 127: '/500/#gateway-default', 111: '/500/#gateway-default', 41: '/500/#gateway-default' },
  501: { 79: '/501/#gateway-cause', 69: '/501/#gateway-cause', 65: '/501/#gateway-cause' },
  502: { 27: '/502/#line-out-of-order' },
  503: {
    34: '/503/#carrier-congestion',
    38: '/503/#carrier-congestion',
    41: '/503/#carrier-congestion',
    42: '/503/#carrier-congestion',
    47: '/503/#carrier-congestion',
    58: '/503/#carrier-congestion',
    88: '/503/#carrier-congestion',
  },
  504: { 102: '/504/#telephone-network' },
  403: {
    57: '/403/#destination-barred',
    52: '/403/#destination-barred',
    50: '/403/#destination-barred',
  },
  604: { 1: '/604/#wrong-number' },
  600: { 17: '/600/#user-busy' },
};

/** What a cause means, where a code that says something else may mislead. */
const meanings: Record<number, { codes: number[]; text: string; case: string }> = {
  1: { codes: [404, 410, 484, 604], text: 'the number does not exist', case: '/404/#not-in-service' },
  17: { codes: [486, 600], text: 'the called line is busy', case: '/486/#network-busy' },
  19: { codes: [480, 408, 487], text: 'it rang and nobody answered', case: '/480/#gateway-cause' },
  22: { codes: [410, 301], text: 'the number has changed', case: '/410/#number-changed' },
  27: { codes: [502, 480, 404], text: 'the line is out of order', case: '/502/#line-out-of-order' },
  34: { codes: [503, 480, 500], text: 'no circuit is free', case: '/503/#carrier-congestion' },
};

/** They write a Q.850 cause into refusals of their own, with no telephone network behind. */
const writers = new Set(['Asterisk', 'FreeSWITCH']);

/** A gateway's code and the cause it passes on: the cause says what the telephone network said. */
export const gatewayCause: Rule = {
  id: 'gateway-cause',
  cases: [
    ...new Set([
      ...Object.values(cases).flatMap((entry) => Object.values(entry)),
      ...Object.values(meanings).map((entry) => entry.case),
    ]),
  ],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      if (
        !answer ||
        answer.response.code < 300 ||
        (answer.response.method !== 'INVITE' && answer.response.method !== null)
      )
        continue;
      const reason = answer.response.reasons.find(
        (entry) => entry.protocol.toUpperCase() === 'Q.850' && entry.cause !== null,
      );
      if (!reason || reason.cause === null) continue;
      // Teams writes a cause of its own making beside a media error.
      if (/MediaOfferError/i.test(reason.text ?? '')) continue;
      const { code } = answer.response;
      const line =
        answer.message?.headers.find((header) => header.name === 'reason')?.line ?? answer.response.line;
      const agreed = cases[code]?.[reason.cause];
      const meaning = meanings[reason.cause];
      const contradicts = meaning !== undefined && !meaning.codes.includes(code);
      const permalink = agreed ?? (contradicts ? meaning.case : undefined);
      if (permalink === undefined || found.some((other) => other.case === permalink)) continue;
      const agent = answer.message?.headers.find(
        (header) => header.name === 'server' || header.name === 'user-agent',
      );
      const product = agent ? productOf(agent.value)?.name : undefined;
      const ownCause = product !== undefined && writers.has(product);
      const certain = ownCause || (contradicts && agreed === undefined) ? 'maybe' : 'likely';
      found.push({
        case: permalink,
        certainty: certain,
        evidence: [answer.response.line, line],
        message:
          contradicts && agreed === undefined
            ? `The code is ${code}, but the Reason header gives cause ${reason.cause}: ${meaning.text}. The cause may say more than the code.`
            : ownCause
              ? `Cause ${reason.cause}${reason.text ? ` (${short(reason.text)})` : ''} stands beside the ${code}. ${product} writes one into refusals of its own too, so it need not come from the telephone network.`
              : `The telephone network gave cause ${reason.cause}${reason.text ? ` (${short(reason.text)})` : ''}; the ${code} was made from it.`,
        answer,
        facts: [{ label: 'Q.850 cause', value: String(reason.cause) }],
      });
    }
    return found;
  },
};
