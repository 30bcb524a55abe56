import { isScanner } from '../signs/network.ts';
import { short } from '../text.ts';
import { value } from '../view.ts';
import type { Rule } from './rule.ts';

/** Requests of known scanning programs. */
export const scanner: Rule = {
  id: 'scanner',
  cases: ['/501/#scan'],
  look(view) {
    const request = view.messages.find((message) => message.kind === 'request' && isScanner(message));
    if (!request) return [];
    const answer =
      view.exchanges.flatMap((exchange) => exchange.answers).find((entry) => entry.response.code >= 200) ??
      null;
    return [
      {
        case: '/501/#scan',
        certainty: 'sure',
        fine: (answer?.response.code ?? 400) >= 400,
        evidence: [
          request.headers.find((header) => header.name === 'user-agent')?.line ?? request.line,
          ...(answer ? [answer.response.line] : []),
        ],
        message: `User-Agent “${short(value(request, 'user-agent') ?? '', 60)}” is that of a scanner: somebody tries addresses, no customer of yours.`,
        answer,
      },
    ];
  },
};
