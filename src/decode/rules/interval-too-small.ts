import { leadingNumber } from '../text.ts';
import type { TraceMessage } from '../types.ts';
import { at, finals, loginOf, value, type View } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 422 and 423: the interval asked for is shorter than the other side allows, and which value to use. */
export const intervalTooSmall: Rule = {
  id: 'interval-too-small',
  cases: [
    '/422/#webrtc-90-seconds',
    '/422/#carrier-minimum',
    '/422/#no-retry',
    '/422/#on-hold',
    '/423/#short-registration',
    '/423/#setting-ignored',
    '/423/#blf-subscription',
  ],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      const code = answer?.response.code;
      if (!answer || (code !== 422 && code !== 423)) continue;
      const askedBy = code === 422 ? sessionOf : expiresOf;
      const least = code === 422 ? answer.response.minSE : answer.response.minExpires;
      const asked = askedBy(request);
      const evidence = [
        ...at(request, code === 422 ? 'session-expires' : 'expires'),
        ...at(answer.message, code === 422 ? 'min-se' : 'min-expires'),
        answer.response.line,
      ];
      const facts = [
        ...(asked === null ? [] : [{ label: 'asked for', value: `${asked} s` }]),
        ...(least === null ? [] : [{ label: 'at least', value: `${least} s` }]),
      ];
      const next = view.exchanges.find(
        (other) =>
          other.method === see.exchange.method &&
          (other.request?.line ?? 0) > answer.response.line &&
          other.transaction.cseq !== see.exchange.transaction.cseq,
      );
      const nextAsked = next ? askedBy(next.request) : null;
      const solved = next?.final !== undefined && next.final !== null && next.final.response.code < 300;
      const goingOn =
        next !== undefined &&
        next.answers.some(
          ({ response }) =>
            (response.code > 100 && response.code < 300) ||
            ((response.code === 401 || response.code === 407) && loginOf(next.request).length === 0),
        );
      const use = least === null ? '' : ` Use ${least} s or more.`;
      const same = next !== undefined && nextAsked !== null && asked !== null && nextAsked <= asked;
      const permalink = caseOf(see, same, next !== undefined);
      const fine = solved || (goingOn && !same);
      found.push({
        case: permalink,
        certainty: permalink === '/422/#carrier-minimum' && !fine ? 'maybe' : 'likely',
        fine,
        evidence: [...new Set(evidence)],
        message: fine
          ? `The ${code} named a minimum${least === null ? '' : ` of ${least} s`}, and the next request followed it.`
          : `The request asks for ${asked === null ? 'an interval' : `${asked} s`}; the other side wants ${least === null ? 'more' : `at least ${least} s`}.${use}${same ? ' The next request asks for the same again.' : ''}`,
        answer,
        facts,
      });
    }
    return found;
  },
};

/**
 * @param same the next request asks for no more than this one.
 * @param repeated the request came again, with whatever value.
 */
function caseOf({ exchange, answer }: View, same: boolean, repeated: boolean): string {
  const { request, method, acks } = exchange;
  if (answer?.response.code === 423) {
    if (method === 'SUBSCRIBE') return '/423/#blf-subscription';
    return same ? '/423/#setting-ignored' : '/423/#short-registration';
  }
  if (request !== null && request.toTag !== null) return '/422/#on-hold';
  if (same) return '/422/#no-retry';
  if (sessionOf(request) === 90) return '/422/#webrtc-90-seconds';
  // Somebody took note of the refusal and did not try again.
  return !repeated && acks.length > 0 ? '/422/#no-retry' : '/422/#carrier-minimum';
}

/** Seconds of the session timer that a request asks for. */
function sessionOf(request: TraceMessage | null): number | null {
  return leadingNumber(value(request, 'session-expires') ?? '');
}

function expiresOf(request: TraceMessage | null): number | null {
  const contact = /;\s{0,5}expires\s{0,5}=\s{0,5}"?(\d{1,9})/i.exec(value(request, 'contact') ?? '')?.[1];
  return contact ? Number(contact) : leadingNumber(value(request, 'expires') ?? '');
}
