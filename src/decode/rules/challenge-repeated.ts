import { short } from '../text.ts';
import type { Credentials } from '../types.ts';
import { challenges, loginOf, value, type CallView, type Exchange, type Answer } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** A second challenge although the request carried credentials: stale, another realm, algorithm, URI, or the password. */
export const challengeRepeated: Rule = {
  id: 'challenge-repeated',
  cases: [
    '/401/#stale-nonce',
    '/401/#wrong-realm',
    '/401/#algorithm',
    '/401/#answer-not-recognised',
    '/401/#wrong-password',
    '/407/#second-407',
    '/407/#several-proxies',
  ],
  look(view) {
    const found: Found[] = [];
    for (const again of challenges(view)) {
      const logins = loginOf(again.exchange.request);
      if (logins.length === 0) continue;
      const one = explain(view, again, logins);
      if (one && !found.some((other) => other.case === one.case)) found.push(one);
    }
    return found;
  },
};

function explain(
  view: CallView,
  { exchange, answer, challenge }: { exchange: Exchange; answer: Answer; challenge: Credentials },
  logins: Credentials[],
): Found | null {
  const { request } = exchange;
  if (!request) return null;
  const code = answer.response.code;
  const wanted = code === 407 ? 'proxy-authorization' : 'authorization';
  const login = logins.find((entry) => entry.header === wanted) ?? null;
  const realm = challenge.params['realm'] ?? '';
  const shown = short(realm, 60);
  const evidence = [login?.line ?? request.line, challenge.line];
  const found = (permalink: string, certainty: Found['certainty'], message: string, fine = false): Found => ({
    case: permalink,
    certainty,
    evidence,
    message,
    fine,
    answer,
    facts: [
      { label: 'realm asked for', value: realm },
      ...(login ? [{ label: 'realm answered', value: login.params['realm'] ?? '' }] : []),
    ],
  });
  const accepted = view.exchanges.some(
    (other) =>
      other.method === exchange.method &&
      (other.request?.line ?? 0) > answer.response.line &&
      other.answers.some(({ response }) => response.code >= 101 && response.code < 300) &&
      loginOf(other.request).length > 0,
  );
  if (challenge.params['stale']?.toLowerCase() === 'true')
    return found(
      '/401/#stale-nonce',
      'sure',
      accepted
        ? `The second ${code} says stale=true: the nonce was old. The next answer was accepted; nothing is wrong.`
        : `The second ${code} says stale=true: the nonce was old, the password is not in question.`,
      accepted,
    );
  if (!login || login.params['realm'] !== realm) {
    if (code === 407) {
      const other = logins.map((entry) => entry.params['realm'] ?? '').join(', ');
      return found(
        '/407/#several-proxies',
        'sure',
        `The request carries credentials for “${short(other, 80)}”, and a proxy asks for “${shown}” as well: both have to stand in the next request.`,
        accepted,
      );
    }
    if (!login) return null;
    return found(
      '/401/#wrong-realm',
      'sure',
      `The credentials are for realm “${short(login.params['realm'] ?? '', 60)}”, the challenge is for “${shown}”.`,
    );
  }
  if (accepted) return null;
  const asked = (challenge.params['algorithm'] ?? 'MD5').toUpperCase();
  const given = (login.params['algorithm'] ?? 'MD5').toUpperCase();
  if (
    asked !== given &&
    !answer.response.challenges.some((entry) => (entry.params['algorithm'] ?? 'MD5').toUpperCase() === given)
  )
    return found(
      '/401/#algorithm',
      'sure',
      `The challenge asks for ${asked}, the answer was made with ${given}.`,
    );
  const uri = login.params['uri'] ?? '';
  if (uri !== '' && request.requestUri !== null && !sameUri(uri, request.requestUri)) {
    evidence.push(request.line);
    return found(
      '/401/#answer-not-recognised',
      'likely',
      `uri in the credentials is “${short(uri)}”, the Request-URI is “${short(request.requestUri)}”. Something between changed one of them.`,
    );
  }
  if (login.params['nonce'] === challenge.params['nonce'] && login.params['nonce'] !== undefined) {
    const before = view.exchanges.find(
      (other) =>
        other !== exchange &&
        other.transaction.branch === exchange.transaction.branch &&
        other.transaction.branch !== null,
    );
    const reused =
      before !== undefined || (value(request, 'cseq') !== null && sameCseqBefore(view, exchange));
    return found(
      reused ? '/401/#answer-not-recognised' : code === 407 ? '/407/#second-407' : '/401/#wrong-password',
      'likely',
      reused
        ? 'The request with the credentials has the CSeq or branch of the one before: the server takes it for a copy and answers as before.'
        : `The answer used the nonce of the challenge and was refused with the same nonce: user name or password do not match.`,
    );
  }
  return found(
    code === 407 ? '/407/#second-407' : '/401/#wrong-password',
    'likely',
    `The request carries credentials for “${shown}” and gets ${code} again, without stale=true: user name or password do not match.`,
  );
}

function sameCseqBefore(view: CallView, exchange: Exchange): boolean {
  const line = exchange.request?.line ?? 0;
  return view.exchanges.some(
    (other) =>
      other !== exchange &&
      other.method === exchange.method &&
      other.request !== null &&
      other.request.line < line &&
      other.transaction.cseq === exchange.transaction.cseq &&
      other.request.source?.host === exchange.request?.source?.host,
  );
}

function sameUri(a: string, b: string): boolean {
  const plain = (uri: string): string =>
    uri
      .replace(/^<|>$/g, '')
      .replace(/;(?:transport|user|lr)[^;]*/gi, '')
      .replace(/:5060$/, '')
      .toLowerCase();
  return plain(a) === plain(b);
}
