import type { Certainty, DecodedResponse } from '../types.ts';
import { finals, value, type View } from '../view.ts';
import type { Found, Rule } from './rule.ts';

interface Named {
  code: number;
  case: string;
  certainty: Certainty;
  test: (response: DecodedResponse, see: View) => boolean;
  message: string;
}

const phrase =
  (pattern: RegExp) =>
  (response: DecodedResponse): boolean =>
    pattern.test(response.reasonPhrase ?? '');

/** Refusals that name their reason in the phrase or a header. */
const named: Named[] = [
  {
    code: 403,
    case: '/403/#not-relaying',
    certainty: 'sure',
    test: phrase(
      /^(?:not relaying|relay(?:ing)? (?:forbidden|denied)|domain (?:forbidden|not (?:served|local)))/i,
    ),
    message: 'The phrase says it: the proxy serves neither the caller’s nor the called domain.',
  },
  {
    code: 403,
    case: '/403/#stale-date',
    certainty: 'sure',
    test: phrase(/^stale date/i),
    message:
      'The phrase is Stale Date: the signature in the Identity header is older than the verifier allows.',
  },
  {
    code: 403,
    case: '/403/#no-credit',
    certainty: 'sure',
    test: phrase(/credit|balance|out of funds|insufficient funds|prepaid/i),
    message: 'The phrase names the account’s balance.',
  },
  {
    code: 403,
    case: '/403/#too-many-contacts',
    certainty: 'likely',
    test: (response) =>
      response.method === 'REGISTER' &&
      /too many|max(?:imum)? (?:contacts|registrations)|limit/i.test(response.reasonPhrase ?? ''),
    message: 'The 403 answers REGISTER and names a limit of registrations.',
  },
  {
    code: 403,
    case: '/403/#call-limit',
    certainty: 'likely',
    test: (response) =>
      response.method === 'INVITE' &&
      /(?:call|channel|concurrent|capacity)\D{0,20}(?:limit|exceed)|too many calls/i.test(
        response.reasonPhrase ?? '',
      ),
    message: 'The phrase names a limit of calls.',
  },
  {
    code: 404,
    case: '/404/#lost-route',
    certainty: 'sure',
    test: (response, see) =>
      /^not here/i.test(response.reasonPhrase ?? '') &&
      (see.exchange.request === null || see.exchange.request.toTag !== null),
    message:
      'Kamailio answers “Not here” where a request inside a call does not carry the Route it was given.',
  },
  {
    code: 404,
    case: '/404/#domain-not-served',
    certainty: 'likely',
    test: phrase(/domain|not served/i),
    message: 'The phrase names the domain: it is not served there.',
  },
  {
    code: 410,
    case: '/410/#media-teams',
    certainty: 'sure',
    test: (response) => response.reasons.some((reason) => /MediaOfferError|media/i.test(reason.text ?? '')),
    message:
      'The Reason says MediaOfferError: Microsoft Teams refuses the media offer, which others would answer with 488.',
  },
  {
    code: 415,
    case: '/415/#teams-offer',
    certainty: 'sure',
    test: (response) =>
      response.reasons.some((reason) => /\b540415\b/.test(reason.text ?? '')) ||
      /^Microsoft 540415$/.test(response.where ?? ''),
    message: 'Microsoft Teams reports 540415.',
  },
  {
    code: 480,
    case: '/480/#do-not-disturb',
    certainty: 'likely',
    test: phrase(/do not disturb|\bdnd\b/i),
    message: 'The phrase says Do Not Disturb.',
  },
  {
    code: 603,
    case: '/603/#do-not-disturb',
    certainty: 'likely',
    test: phrase(/do not disturb|\bdnd\b/i),
    message: 'The phrase says Do Not Disturb.',
  },
  {
    code: 480,
    case: '/480/#sips-refused',
    certainty: 'sure',
    test: (response) => response.warnings.some((entry) => entry.code === 380 || entry.code === 381),
    message: 'The Warning says that a sips address was asked for or not allowed.',
  },
  {
    code: 503,
    case: '/503/#too-many-contacts',
    certainty: 'sure',
    test: (response, see) =>
      response.method === 'REGISTER' &&
      /too many/i.test(
        `${value(see.answer?.message ?? null, 'p-registrar-error') ?? ''} ${response.reasonPhrase ?? ''}`,
      ),
    message: 'The registrar says that the account has too many contacts.',
  },
  {
    code: 502,
    case: '/502/#dns-failure',
    certainty: 'likely',
    test: (response) =>
      /resolv|gethostbyname|\bdns\b/i.test(
        [
          response.reasonPhrase,
          ...response.warnings.map((entry) => entry.text),
          ...response.reasons.map((entry) => entry.text),
        ].join(' '),
      ),
    message: 'The text names a host name that could not be resolved.',
  },
  {
    code: 603,
    case: '/603/#network-blocked',
    certainty: 'sure',
    test: (response) =>
      /^network blocked/i.test(response.reasonPhrase ?? '') ||
      response.reasons.some((reason) => /v=analytics/i.test(reason.text ?? '')),
    message:
      '“Network Blocked” comes from a carrier’s analytics, not from the called person; the Reason holds the address to turn to.',
  },
  {
    code: 608,
    case: '/608/#no-card',
    certainty: 'sure',
    test: (response, see) => see.answer?.message?.complete === true && response.callInfo === null,
    message: 'The 608 has no Call-Info, so it does not say whom to ask.',
  },
  {
    code: 608,
    case: '/608/#analytics',
    certainty: 'sure',
    test: (response) => response.callInfo !== null,
    message: 'Analytics in the network took the call for an unwanted one; Call-Info names the contact.',
  },
  {
    code: 478,
    case: '/478/#dns',
    certainty: 'likely',
    test: () => true,
    message: 'Kamailio found no address for the host it was to send the request to.',
  },
  {
    code: 477,
    case: '/477/#no-connection',
    certainty: 'maybe',
    test: () => true,
    message: 'Kamailio could not send the request on: the connection may have been refused.',
  },
  {
    code: 503,
    case: '/503/#never-left',
    certainty: 'likely',
    test: (response) => response.warnings.some((entry) => entry.agent === 'localhost' && entry.code === 399),
    message: 'The 503 carries a Warning of “localhost”: the own stack made it, the request never left.',
  },
];

export const namedRefusal: Rule = {
  id: 'named-refusal',
  cases: [...new Set(named.map((entry) => entry.case))],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      if (!answer) continue;
      const hit = named.find(
        (entry) => entry.code === answer.response.code && entry.test(answer.response, see),
      );
      if (!hit || found.some((other) => other.case === hit.case)) continue;
      const header = { '/503/#too-many-contacts': 'p-registrar-error', '/608/#analytics': 'call-info' }[
        hit.case
      ];
      const line =
        header === undefined
          ? undefined
          : answer.message?.headers.find((entry) => entry.name === header)?.line;
      found.push({
        case: hit.case,
        certainty: hit.certainty,
        evidence: [answer.response.line, ...(line === undefined ? [] : [line])],
        message: hit.message,
        answer,
      });
    }
    return found;
  },
};
