import { readUri } from '../headers.ts';
import { indexOf } from '../trace-index.ts';
import { finals, type View } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 416 and 484: the Request-URI itself is the fault. */
export const calledAddress: Rule = {
  id: 'called-address',
  cases: ['/416/#tel', '/416/#sips', '/416/#urn', '/416/#odd-scheme', '/484/#no-user-part', '/484/#overlap'],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      const code = answer?.response.code;
      if (!answer || !request?.requestUri) continue;
      const uri = readUri(request.requestUri);
      const evidence = [request.line, answer.response.line];
      const add = (permalink: string, certainty: Found['certainty'], message: string): void => {
        if (!found.some((other) => other.case === permalink))
          found.push({ case: permalink, certainty, evidence, message, answer });
      };
      if (code === 416) {
        const scheme = uri?.scheme ?? '';
        if (scheme === 'tel' || scheme === 'sips' || scheme === 'urn')
          add(
            `/416/#${scheme}`,
            'sure',
            `The Request-URI is a ${scheme} address, and the server does not take that scheme.`,
          );
        else if (scheme !== '' && scheme !== 'sip')
          add('/416/#odd-scheme', 'sure', `The Request-URI has the scheme “${scheme}”.`);
      } else if (
        code === 484 &&
        uri?.scheme.startsWith('sip') &&
        (uri.user === null || uri.user === '') &&
        see.exchange.method === 'INVITE'
      )
        add('/484/#no-user-part', 'sure', 'The Request-URI has no user part: no number was sent.');
      else if (code === 484 && uri?.user && see.exchange.method === 'INVITE' && growsTo(see, uri.user))
        add(
          '/484/#overlap',
          'likely',
          'The same sender tried the number again with more digits: they are sent as they are dialled, and more are expected.',
        );
    }
    return found;
  },
};

/** The same host called the start of this number, or this number with digits more. */
function growsTo(see: View, user: string): boolean {
  const attempts = indexOf(see.trace).attempts.get(see.exchange.request?.source?.host ?? '') ?? [];
  return (
    /^\+?\d{2,}$/.test(user) &&
    attempts
      .slice(0, 1000)
      .some(
        (other) =>
          other.user.length >= 2 &&
          other.user !== user &&
          Math.abs(other.user.length - user.length) <= 3 &&
          (user.startsWith(other.user) || (other.user.startsWith(user) && /^\+?\d+$/.test(other.user))),
      )
  );
}
