import { all, first, vias } from '../headers.ts';
import { leadingNumber } from '../text.ts';
import { finals, value } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 482 and 483: the request came back, or came by two ways. */
export const loops: Rule = {
  id: 'loops',
  cases: [
    '/482/#two-ways-to-one-phone',
    '/482/#own-call',
    '/482/#route-to-itself',
    '/482/#forwarding-circle',
    '/483/#own-address',
    '/483/#two-systems',
    '/483/#low-start',
    '/483/#trace',
  ],
  look(view) {
    const found: Found[] = [];
    const add = (entry: Found): void => {
      if (!found.some((other) => other.case === entry.case)) found.push(entry);
    };
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      const code = answer?.response.code;
      if (!answer || (code !== 482 && code !== 483) || !request) continue;
      const hosts = vias(request).map((via) => `${via.host}:${via.port ?? 5060}`);
      const counts = new Map<string, number>();
      for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1);
      const repeating = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
      const viaLines = all(request, 'via')
        .slice(0, 4)
        .map((header) => header.line);
      if (code === 483) {
        const left = leadingNumber(value(request, 'max-forwards') ?? '');
        if (repeating.length === 1)
          add({
            case: '/483/#own-address',
            certainty: 'likely',
            evidence: [...viaLines, answer.response.line],
            answer,
            message: `${repeating[0]?.[0] ?? ''} stands ${repeating[0]?.[1] ?? ''} times in Via: the server sends the request to itself until Max-Forwards is used up.`,
          });
        else if (repeating.length > 1)
          add({
            case: '/483/#two-systems',
            certainty: 'likely',
            evidence: [...viaLines, answer.response.line],
            answer,
            message: `${repeating[0]?.[0] ?? ''} and ${repeating[1]?.[0] ?? ''} take turns in Via: they send the request to each other.`,
          });
        else if (left !== null && left + hosts.length < 20) {
          // On a later hop the earlier requests may show the loop.
          const start = view.messages.find(
            (message) => message.kind === 'request' && message.method === see.exchange.method,
          );
          const begun = leadingNumber(first(start ?? request, 'max-forwards') ?? '') ?? left;
          if (
            begun > 20 ||
            see.exchanges.some(
              (exchange) =>
                exchange !== see.exchange &&
                exchange.request !== null &&
                vias(exchange.request).length > hosts.length + 2,
            )
          )
            continue;
          const probe = see.exchange.method === 'OPTIONS' && begun < 10;
          add({
            case: probe ? '/483/#trace' : '/483/#low-start',
            certainty: probe ? 'maybe' : 'likely',
            evidence: [
              request.headers.find((header) => header.name === 'max-forwards')?.line ?? request.line,
              answer.response.line,
            ],
            answer,
            message: `Max-Forwards is ${left} after ${hosts.length === 1 ? 'one hop' : `${hosts.length} hops`}: it started far below 70.`,
          });
        }
        continue;
      }
      const twin = view.exchanges.find(
        (exchange) =>
          exchange !== see.exchange &&
          exchange.method === see.exchange.method &&
          exchange.request !== null &&
          exchange.transaction.cseq === see.exchange.transaction.cseq &&
          view.trace.hops[exchange.request.index]?.to === view.trace.hops[request.index]?.to &&
          exchange.request.fromTag === request.fromTag,
      );
      if (repeating.length > 0)
        add({
          case: '/482/#route-to-itself',
          certainty: 'likely',
          evidence: [...viaLines, answer.response.line],
          answer,
          message: `${repeating[0]?.[0] ?? ''} stands in Via more than once: the request came back to it.`,
        });
      else if (all(request, 'diversion').length > 1)
        add({
          case: '/482/#forwarding-circle',
          certainty: 'maybe',
          evidence: [...all(request, 'diversion').map((header) => header.line), answer.response.line],
          answer,
          message: 'Several Diversion headers: two forwardings may point at each other.',
        });
      else if (
        view.exchanges.some(
          (exchange) =>
            exchange.request !== null &&
            view.trace.hops[exchange.request.index]?.from === view.trace.hops[request.index]?.to &&
            exchange.request.line < request.line &&
            exchange.transaction.cseq === see.exchange.transaction.cseq,
        )
      )
        add({
          case: /JsSIP|SIP\.js/i.test(value(request, 'user-agent') ?? '')
            ? '/482/#own-call'
            : '/482/#route-to-itself',
          certainty: 'likely',
          evidence: [request.line, answer.response.line],
          answer,
          message: 'The side that says 482 had sent this request itself before.',
        });
      else if (twin)
        add({
          case: '/482/#two-ways-to-one-phone',
          certainty: 'likely',
          evidence: [twin.request?.line ?? 0, request.line, answer.response.line],
          answer,
          message:
            'The same INVITE reached this address twice on different branches: the second copy gets 482.',
        });
    }
    return found;
  },
};
