import { privatePlaces } from '../signs/network.ts';
import type { Found, Rule } from './rule.ts';

/** A private address in SDP or Contact of a message that came from a public one: answered calls without audio, unreachable phones. */
export const privateAddress: Rule = {
  id: 'private-address',
  cases: ['/200/#no-audio', '/200/#registered-unreachable'],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      const final = exchange.final;
      if (!final || final.response.code >= 300 || !exchange.request) continue;
      if (exchange.method === 'INVITE') {
        const places = [exchange.request, final.message]
          .flatMap((message) => (message ? privatePlaces(message) : []))
          .filter((place) => place.header === 'SDP');
        const place = places[0];
        if (!place) continue;
        found.push({
          case: '/200/#no-audio',
          certainty: 'maybe',
          evidence: [place.line, final.response.line],
          message: `The session description of an answered call names the private address ${place.host}, and the packet came from a public one: audio may be sent where nobody is.`,
          answer: final,
        });
      } else if (exchange.method === 'REGISTER') {
        const place = privatePlaces(exchange.request).find((entry) => entry.header === 'Contact');
        if (
          !place ||
          exchange.request.headers.some(
            (header) => header.name === 'contact' && /reg-id|;ob\b/.test(header.value),
          )
        )
          continue;
        found.push({
          case: '/200/#registered-unreachable',
          certainty: 'maybe',
          evidence: [place.line, final.response.line],
          message: `The registered Contact is the private address ${place.host}: calls reach the phone only if the registrar uses the address the packet came from.`,
          answer: final,
        });
      }
      if (found.length > 0) break;
    }
    return found;
  },
};
