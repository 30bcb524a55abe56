import { all, readUri } from '../headers.ts';
import { isPrivate } from '../network.ts';
import { short } from '../text.ts';
import { finals, type View } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 3xx: followed or not, and where it led. */
export const redirected: Rule = {
  id: 'redirected',
  cases: [
    '/300/#not-followed',
    '/300/#several-routes',
    '/301/#not-followed',
    '/301/#number-changed',
    '/302/#not-followed',
    '/302/#forwarding-on-phone',
    '/302/#refused-after',
    '/302/#redirect-loop',
    '/302/#unreachable-contact',
    '/305/#not-followed',
  ],
  look(view) {
    const redirects = finals(view).filter(
      (see) =>
        [300, 301, 302, 305].includes(see.answer?.response.code ?? 0) && see.exchange.method === 'INVITE',
    );
    const first = redirects[0];
    const answer = first?.answer;
    if (!first || !answer) return [];
    const code = answer.response.code;
    const contactLine = answer.message?.headers.find((header) => header.name === 'contact')?.line;
    const evidence = [answer.response.line, ...(contactLine === undefined ? [] : [contactLine])];
    const result = (
      permalink: string,
      certainty: Found['certainty'],
      message: string,
      fine = false,
      more: number[] = [],
    ): Found[] => [{ case: permalink, certainty, evidence: [...evidence, ...more], message, fine, answer }];
    const targets = redirects
      .map((see) => (see.answer?.response.contacts[0] ?? '').toLowerCase())
      .filter(Boolean);
    const asked = new Set(
      view.messages
        .filter((message) => message.kind === 'request' && message.method === 'INVITE')
        .map((message) => plain(message.requestUri ?? '')),
    );
    const looped = redirects.length >= 3 && new Set(targets).size < targets.length;
    if (looped)
      return result(
        '/302/#redirect-loop',
        'sure',
        `${redirects.length} redirects lead in a circle between the same addresses.`,
        false,
        redirects.slice(1, 4).map((see) => see.answer?.response.line ?? 0),
      );
    const follow = following(first);
    if (!follow) {
      const end =
        first.exchange.acks.length > 0 ||
        view.messages.some((message) => message.line > answer.response.line);
      // The first hop of a longer way is looked at where the redirect ends up.
      if (!end || answer.response.contacts.length === 0) return [];
      const target = answer.response.contacts[0] ?? '';
      if (
        asked.has(plain(target)) &&
        redirects.length === 1 &&
        view.exchanges.filter((exchange) => exchange.method === 'INVITE').length > 1
      )
        return [];
      const number = code === 300 || code === 301 || code === 305 ? code : 302;
      return result(
        `/${number}/#not-followed`,
        'likely',
        `The ${code} names ${short(target)}; no INVITE to it follows in the trace.`,
      );
    }
    const outcome = follow.final?.response.code ?? null;
    const host = readUri(answer.response.contacts[0] ?? '')?.host ?? '';
    if (outcome === null && follow.copies.length > 0)
      return result(
        '/302/#unreachable-contact',
        isPrivate(host) ? 'likely' : 'maybe',
        `The redirect was followed to ${host}, and nothing answers there.`,
        false,
        [follow.request?.line ?? 0],
      );
    if (
      outcome !== null &&
      outcome >= 400 &&
      ![401, 407, 487, 486, 480, 408, 603, 600, 482, 483].includes(outcome)
    )
      return result(
        '/302/#refused-after',
        'sure',
        `The redirect was followed, and the new INVITE got ${outcome}.`,
        false,
        [follow.request?.line ?? 0, follow.final?.response.line ?? 0],
      );
    if (outcome === 482 || outcome === 483)
      return result(
        '/302/#redirect-loop',
        'likely',
        `The redirect was followed and ended in ${outcome}: it leads back.`,
      );
    if (answer.response.contacts.length > 1 && code === 300)
      return result(
        '/300/#several-routes',
        'likely',
        'The 300 offers several routes; the caller took one of them.',
        true,
      );
    return result(
      code === 301 ? '/301/#number-changed' : '/302/#forwarding-on-phone',
      code === 302 ? 'likely' : 'maybe',
      'The call was redirected and the redirect was followed.',
      outcome === null || outcome < 300,
      [follow.request?.line ?? 0],
    );
  },
};

const plain = (uri: string): string => {
  const parts = readUri(uri);
  return parts ? `${parts.user ?? ''}@${parts.host}`.toLowerCase() : uri.toLowerCase();
};

/** The INVITE that went to one of the contacts. */
function following(see: View): View['exchange'] | undefined {
  const line = see.answer?.response.line ?? 0;
  const targets = new Set((see.answer?.response.contacts ?? []).map(plain));
  const users = new Set(
    (see.answer?.response.contacts ?? []).map((uri) => readUri(uri)?.user).filter(Boolean),
  );
  const candidates = see.exchanges.filter(
    (exchange) => exchange.method === 'INVITE' && (exchange.request?.line ?? 0) > line,
  );
  return (
    candidates.find((exchange) => targets.has(plain(exchange.request?.requestUri ?? ''))) ??
    // A proxy or B2BUA may write the host anew.
    candidates.find((exchange) => users.has(readUri(exchange.request?.requestUri ?? '')?.user ?? null)) ??
    candidates.find((exchange) => all(exchange.request ?? { headers: [] }, 'diversion').length > 0)
  );
}
