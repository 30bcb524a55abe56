import { all } from '../headers.ts';
import { short, splitOutside } from '../text.ts';
import { finals, value } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 420 and 421: an option tag that one side demands and the other does not have. */
export const extension: Rule = {
  id: 'extension',
  cases: [
    '/420/#require-100rel',
    '/420/#require-timer',
    '/420/#register-path',
    '/420/#teams-replaces',
    '/420/#proxy-require',
    '/421/#100rel-mandatory',
    '/421/#timer-mandatory',
    '/421/#list-subscription',
    '/421/#security-agreement',
  ],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      const code = answer?.response.code;
      if (!answer || (code !== 420 && code !== 421)) continue;
      const tags =
        code === 420
          ? answer.response.unsupported.map((tag) => tag.toLowerCase())
          : all(answer.message ?? { headers: [] }, 'require').flatMap((header) =>
              splitOutside(header.value.toLowerCase(), ','),
            );
      const name = code === 420 ? 'unsupported' : 'require';
      const evidence = [
        answer.response.line,
        ...(answer.message?.headers.filter((header) => header.name === name).map((header) => header.line) ??
          []),
      ];
      const one = ((): { case: string; message: string } | null => {
        if (code === 421) {
          if (tags.includes('100rel'))
            return {
              case: '/421/#100rel-mandatory',
              message: 'The called side insists on 100rel (PRACK), which the request does not offer.',
            };
          if (tags.includes('timer'))
            return {
              case: '/421/#timer-mandatory',
              message: 'The called side insists on session timers, which the request does not offer.',
            };
          if (tags.includes('eventlist'))
            return {
              case: '/421/#list-subscription',
              message: 'The server insists on eventlist for this subscription.',
            };
          if (tags.includes('sec-agree'))
            return {
              case: '/421/#security-agreement',
              message: 'The first hop insists on a security agreement.',
            };
          return null;
        }
        const proxy = value(see.exchange.request, 'proxy-require') ?? '';
        if (tags.some((tag) => proxy.toLowerCase().includes(tag)))
          return { case: '/420/#proxy-require', message: `A proxy refuses Proxy-Require: ${short(proxy)}.` };
        if (tags.includes('path'))
          return {
            case: '/420/#register-path',
            message: 'The registrar does not know path, which the REGISTER demands.',
          };
        if (tags.includes('100rel'))
          return {
            case: '/420/#require-100rel',
            message:
              'The request demands 100rel (PRACK), and the other side does not have it: send it as Supported instead of Require.',
          };
        if (tags.includes('timer'))
          return {
            case: '/420/#require-timer',
            message: 'The request demands session timers, and the other side does not have them.',
          };
        if (tags.includes('replaces'))
          return {
            case: '/420/#teams-replaces',
            message: 'The request demands replaces, and the other side does not have it.',
          };
        return null;
      })();
      if (one && !found.some((other) => other.case === one.case))
        found.push({
          ...one,
          certainty: one.case === '/420/#teams-replaces' ? 'maybe' : 'sure',
          evidence,
          answer,
        });
    }
    return found;
  },
};
