import { privatePlaces } from '../signs/network.ts';
import { readAddress, readUri } from '../headers.ts';
import { isPrivate } from '../network.ts';
import { secondsBetween, value } from '../view.ts';
import { span, type Found, type Rule } from './rule.ts';

/** The 200 to the INVITE is repeated and no ACK comes: the call drops after 32 seconds (64 × T1, RFC 3261 §13.3.1.4). */
export const noAck: Rule = {
  id: 'no-ack',
  cases: ['/200/#no-ack'],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      const oks = exchange.answers.filter(({ response }) => response.code >= 200 && response.code < 300);
      const first = oks[0];
      if (exchange.method !== 'INVITE' || !first?.message) continue;
      // An ACK on the way is no ACK that arrived: a 200 sent again after it shows that it did not.
      const last = oks.at(-1)?.message;
      const ack = exchange.acks[0];
      if (ack && last && (secondsBetween(ack, last) ?? 0) < 0.6) continue;
      if (ack && !last) continue;
      const bye = view.messages.find((message) => message.kind === 'request' && message.method === 'BYE');
      const until = secondsBetween(first.message, bye);
      const named = bye ? /ack/i.test(value(bye, 'reason') ?? '') : false;
      const about32 = until !== null && until >= 28 && until <= 36;
      if (oks.length < 3 && !(oks.length >= 2 && (about32 || named)) && !(named && about32)) continue;
      const contact = readUri(readAddress(value(first.message, 'contact') ?? '').uri)?.host;
      const places = privatePlaces(first.message);
      const contactLine = first.message.headers.find((header) => header.name === 'contact')?.line;
      const unreachable = contact !== undefined && isPrivate(contact);
      found.push({
        case: '/200/#no-ack',
        certainty: about32 || named ? 'sure' : 'likely',
        evidence: [
          ...oks.slice(0, 4).map((answer) => answer.response.line),
          ...(bye ? [bye.line] : []),
          ...(unreachable && contactLine !== undefined ? [contactLine] : []),
        ],
        message: `The 200 was sent ${oks.length} times and no ACK stopped it${until === null ? '' : `; after ${span(until)} the call ended`}.${unreachable ? ` Contact in the 200 is the private address ${contact}: the ACK may be sent where nobody is.` : places.length > 0 ? ' It holds a private address.' : ''}`,
        answer: first,
        facts: contact === undefined ? [] : [{ label: 'ACK goes to', value: contact }],
      });
    }
    return found;
  },
};
