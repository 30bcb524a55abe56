import type { Certainty } from '../types.ts';
import { finals, type View } from '../view.ts';
import { isScanner } from '../signs/network.ts';
import type { Rule } from './rule.ts';

interface Refusal {
  code: number;
  methods: string[];
  case: string;
  certainty: Certainty;
  when?: (see: View) => boolean;
  fine?: boolean;
  message: string;
}

const header = (see: View, name: string): string =>
  see.exchange.request?.headers.find((entry) => entry.name === name)?.value ?? '';

/** Codes whose case follows from the method alone. */
const refusals: Refusal[] = [
  {
    code: 404,
    methods: ['REGISTER'],
    case: '/404/#register-refused',
    certainty: 'likely',
    message: 'The 404 answers REGISTER: the registrar does not know this user or domain.',
  },
  {
    code: 405,
    methods: ['REGISTER'],
    case: '/405/#not-a-registrar',
    certainty: 'likely',
    message: 'The 405 answers REGISTER: what was asked is no registrar.',
  },
  {
    code: 405,
    methods: ['OPTIONS'],
    case: '/405/#options-keepalive',
    certainty: 'likely',
    fine: true,
    message: 'The OPTIONS is a check whether the other side is alive: it is, any answer shows it.',
  },
  {
    code: 405,
    methods: ['SUBSCRIBE', 'NOTIFY', 'PUBLISH', 'MESSAGE', 'REFER'],
    case: '/405/#subscription-or-message',
    certainty: 'likely',
    when: (see) => !/refer/i.test(header(see, 'event')),
    message: 'The other side does not allow this method; calls are not concerned.',
  },
  {
    code: 405,
    methods: ['INFO', 'UPDATE'],
    case: '/405/#inside-a-call',
    certainty: 'likely',
    message: 'A request within the call uses a method the other side does not allow.',
  },
  {
    code: 501,
    methods: ['UPDATE'],
    case: '/501/#session-refresh',
    certainty: 'likely',
    message: 'The other side does not know UPDATE, which is used to refresh the session.',
  },
  {
    code: 501,
    methods: ['SUBSCRIBE', 'PUBLISH', 'MESSAGE', 'REFER', 'NOTIFY', 'INFO'],
    case: '/501/#module-missing',
    certainty: 'maybe',
    message: 'The server does not implement this method; a module may not be loaded.',
  },
  {
    code: 489,
    methods: ['SUBSCRIBE'],
    case: '/489/#package-missing',
    certainty: 'likely',
    message: 'The server does not offer the event package asked for.',
  },
  {
    code: 489,
    methods: ['NOTIFY'],
    case: '/489/#notify-refused',
    certainty: 'likely',
    message: 'The phone refuses the NOTIFY: it does not know the event package, or asked for nothing.',
  },
  {
    code: 489,
    methods: ['PUBLISH'],
    case: '/489/#publish-refused',
    certainty: 'likely',
    message: 'The server does not take a PUBLISH for this event package.',
  },
  {
    code: 603,
    methods: ['SUBSCRIBE', 'REFER'],
    case: '/603/#subscription-or-transfer',
    certainty: 'sure',
    message: 'The 603 answers no call, but a subscription or a transfer.',
  },
  {
    code: 415,
    methods: ['INFO'],
    case: '/415/#info-body',
    certainty: 'likely',
    message: 'The INFO carries a body the other side does not take; tones or video control are not passed.',
  },
  {
    code: 415,
    methods: ['MESSAGE', 'PUBLISH'],
    case: '/415/#message-type',
    certainty: 'likely',
    message: 'The other side does not take this type of message.',
  },
  {
    code: 415,
    methods: ['INVITE'],
    case: '/415/#multipart',
    certainty: 'likely',
    when: (see) => /multipart/i.test(header(see, 'content-type')),
    message: 'The INVITE has a body of several parts, and the other side takes a session description only.',
  },
  {
    code: 415,
    methods: ['INVITE'],
    case: '/415/#no-sdp-type',
    certainty: 'likely',
    when: (see) =>
      see.exchange.request !== null && see.exchange.request.body !== '' && header(see, 'content-type') === '',
    message: 'The INVITE has a body and no Content-Type.',
  },
  {
    code: 413,
    methods: ['MESSAGE'],
    case: '/413/#text-message',
    certainty: 'likely',
    message: 'The text message is longer than the other side takes.',
  },
  {
    code: 469,
    methods: ['INFO'],
    case: '/469/#dtmf-to-web-client',
    certainty: 'maybe',
    message: 'The INFO carries a package the other side did not offer.',
  },
  {
    code: 412,
    methods: ['PUBLISH'],
    case: '/412/#state-expired',
    certainty: 'likely',
    message: 'The server no longer has the status this PUBLISH refreshes: it has to be published anew.',
  },
  {
    code: 503,
    methods: ['INVITE', 'REGISTER', 'SUBSCRIBE'],
    case: '/503/#overload',
    certainty: 'maybe',
    when: (see) =>
      see.answer?.response.retryAfter !== null &&
      see.answer?.message !== null &&
      see.answer?.response.reasons.length === 0 &&
      !/too many/i.test(
        see.answer?.message?.headers.find((entry) => entry.name === 'p-registrar-error')?.value ?? '',
      ),
    message: 'The 503 carries Retry-After: the server may be overloaded or in maintenance.',
  },
  {
    code: 513,
    methods: ['INVITE'],
    case: '/513/#long-invite',
    certainty: 'likely',
    message: 'The INVITE is longer than the other side takes.',
  },
  {
    code: 428,
    methods: ['INVITE'],
    case: '/428/#not-signed',
    certainty: 'likely',
    when: (see) => see.exchange.request !== null && header(see, 'identity') === '',
    message: 'The INVITE has no Identity header: nobody signed the call.',
  },
  {
    code: 494,
    methods: ['REGISTER', 'INVITE'],
    case: '/494/#first-step',
    certainty: 'likely',
    fine: true,
    when: (see) =>
      see.exchanges.some(
        (other) =>
          other.method === see.exchange.method &&
          (other.request?.line ?? 0) > (see.answer?.response.line ?? 0),
      ),
    message: 'The 494 is the first step of agreeing on a security mechanism.',
  },
];

export const methodRefused: Rule = {
  id: 'method-refused',
  cases: [...new Set(refusals.map((entry) => entry.case))],
  look(view) {
    for (const see of finals(view)) {
      const answer = see.answer;
      const method = answer?.response.method ?? see.exchange.method;
      if (!answer || method === null || (see.exchange.request && isScanner(see.exchange.request))) continue;
      const hit = refusals.find(
        (entry) =>
          entry.code === answer.response.code &&
          entry.methods.includes(method) &&
          (entry.when?.(see) ?? true),
      );
      if (!hit) continue;
      const solved =
        hit.code === 412 &&
        view.exchanges.some(
          (other) =>
            other.method === 'PUBLISH' &&
            (other.request?.line ?? 0) > answer.response.line &&
            other.final?.response.code === 200,
        );
      return [
        {
          case: hit.case,
          certainty: hit.certainty,
          fine: hit.fine === true || solved,
          evidence: [...(see.exchange.request ? [see.exchange.request.line] : []), answer.response.line],
          message: solved ? `${hit.message} The next PUBLISH did that and was accepted.` : hit.message,
          answer,
        },
      ];
    }
    return [];
  },
};
