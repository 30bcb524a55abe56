import { secondsBetween } from '../view.ts';
import { capital } from '../roles.ts';
import { senderOf, span, type Found, type Rule } from './rule.ts';

/** 100 and then nothing, or an INVITE that is repeated although the 100 is there. */
export const onlyTrying: Rule = {
  id: 'only-trying',
  cases: ['/100/#silence-after-100', '/100/#repeats-despite-100'],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      const { request } = exchange;
      if (exchange.method !== 'INVITE' || !request || request.listed || request.toTag !== null) continue;
      const trying = exchange.answers.find(({ response }) => response.code === 100);
      if (!trying?.message) continue;
      const late = exchange.copies.filter(
        (copy) => copy.line > trying.response.line && (secondsBetween(trying.message, copy) ?? 1) > 0.3,
      );
      if (late.length > 0) {
        found.push({
          case: '/100/#repeats-despite-100',
          certainty: 'likely',
          evidence: [request.line, trying.response.line, ...late.slice(0, 4).map((copy) => copy.line)],
          message:
            'The 100 is in the trace, and the INVITE is sent again after it: the 100 does not reach the caller, or is not taken for an answer.',
          answer: trying,
        });
        continue;
      }
      const only = exchange.answers.every(
        ({ response }) => response.code === 100 || response.code === 408 || response.code === 487,
      );
      if (
        !only ||
        view.messages.some(
          (message) =>
            message.line > trying.response.line &&
            (message.code ?? 0) > 100 &&
            message.code !== 408 &&
            message.code !== 487 &&
            message.method === 'INVITE',
        )
      )
        continue;
      const end = view.messages.findLast(
        (message) =>
          message.line > trying.response.line &&
          (message.method === 'CANCEL' || message.code === 408 || message.code === 487),
      );
      const waited = secondsBetween(request, end);
      // The trace may just end here; only a wait in the trace shows it.
      if (!end || waited === null || waited < 4) continue;
      // Where the next hop is silent, that is the finding.
      if (
        view.exchanges.some(
          (other) =>
            other !== exchange &&
            other.method === 'INVITE' &&
            other.request !== null &&
            other.answers.length === 0 &&
            other.copies.length > 0,
        )
      )
        continue;
      found.push({
        case: '/100/#silence-after-100',
        certainty: 'likely',
        evidence: [request.line, trying.response.line, end.line],
        message: `${capital(senderOf(view, trying.message.index))} answered 100 and sent nothing more for ${span(waited)}: it has the call and finds no end to it.`,
        answer: exchange.final ?? trying,
      });
    }
    return found;
  },
};
