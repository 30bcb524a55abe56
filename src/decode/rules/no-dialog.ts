import { type Answer, finals } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 481: the request belongs to nothing the other side knows. Which request, and what came before, tells why. */
export const noDialog: Rule = {
  id: 'no-dialog',
  cases: [
    '/481/#cancel-too-late',
    '/481/#already-over',
    '/481/#call-stays-up',
    '/481/#transfer',
    '/481/#subscription-gone',
    '/481/#unsolicited-notify',
    '/481/#restarted',
    '/202/#notify-after-bye',
  ],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      if (answer?.response.code !== 481) continue;
      const one = explain();
      if (one && !found.some((other) => other.case === one.case)) found.push(one);

      function explain(): Found | null {
        if (!answer) return null;
        const { request } = see.exchange;
        const method = answer.response.method ?? see.exchange.method;
        const evidence = [request?.line, answer.response.line].filter((line) => line !== undefined);
        const byes = view.messages.filter(
          (message) =>
            message.kind === 'request' && message.method === 'BYE' && message.retransmissionOf === null,
        );
        switch (method) {
          case 'CANCEL':
            return {
              case: '/481/#cancel-too-late',
              certainty: 'sure',
              evidence,
              answer,
              message:
                'The CANCEL found no INVITE that is still open: it had its final response already, or never arrived there.',
            };
          case 'BYE': {
            const other = byes.find(
              (bye) => request !== null && bye.fromTag !== request.fromTag && bye.line !== request.line,
            );
            const before = byes.find(
              (bye) =>
                request !== null &&
                bye.line < request.line &&
                bye.fromTag === request.fromTag &&
                bye.branch !== request.branch,
            );
            if (other || before)
              return {
                case: '/481/#already-over',
                certainty: 'sure',
                fine: true,
                evidence: [...evidence, (other ?? before)?.line ?? answer.response.line],
                answer,
                message:
                  'Both sides ended the call: the second BYE finds no dialog any more. Nothing is wrong.',
              };
            const answered = view.messages.find(
              (message) => message.code === 200 && message.method === 'INVITE',
            );
            if (!answered || !request)
              return {
                case: '/481/#already-over',
                certainty: 'maybe',
                evidence,
                answer,
                message: 'The BYE belongs to no dialog there: the call may have been over already.',
              };
            const differs =
              [request.fromTag, request.toTag].sort().join() !==
              [answered.fromTag, answered.toTag].sort().join();
            return {
              case: '/481/#call-stays-up',
              certainty: differs ? 'likely' : 'maybe',
              evidence: [...evidence, answered.line],
              answer,
              message: differs
                ? 'The tags of the BYE are not those of the 200 that answered the call: the other side cannot find the dialog.'
                : 'The BYE was refused and no other BYE is in the trace: the other side may keep the call.',
            };
          }
          case 'NOTIFY':
          case 'SUBSCRIBE': {
            const transfer = /refer/i.test(
              request?.headers.find((header) => header.name === 'event')?.value ?? '',
            );
            const bye = byes.find((entry) => request !== null && entry.line < request.line);
            return transfer && bye
              ? {
                  case: '/202/#notify-after-bye',
                  certainty: 'likely',
                  evidence: [...evidence, bye.line],
                  answer,
                  message:
                    'The NOTIFY about the transfer came after the BYE and was refused: the transfer itself may have worked.',
                }
              : method === 'NOTIFY' &&
                  request !== null &&
                  request.headers.length > 0 &&
                  request.toTag === null
                ? {
                    case: '/481/#unsolicited-notify',
                    certainty: 'likely',
                    evidence,
                    answer,
                    message: 'The NOTIFY has no tag in To: nobody had subscribed to it, and it was refused.',
                  }
                : {
                    case: '/481/#subscription-gone',
                    certainty: 'sure',
                    evidence,
                    answer,
                    message: `The ${method} belongs to a subscription the other side no longer has.`,
                  };
          }
          case 'INVITE':
          case 'REFER':
            if (request?.headers.some((header) => header.name === 'replaces') || method === 'REFER')
              return {
                case: '/481/#transfer',
                certainty: 'likely',
                evidence,
                answer,
                message: 'The transfer names a call that the other side does not have.',
              };
            return request?.toTag ? lostCall(evidence, answer) : null;
          case 'UPDATE':
          case 'INFO':
            return lostCall(evidence, answer);
          default:
            return null;
        }
      }
    }
    return found;
  },
};

function lostCall(evidence: number[], answer: Answer): Found {
  return {
    case: '/481/#restarted',
    certainty: 'maybe',
    evidence,
    answer,
    message: 'A request within the call was refused: the other side has lost the call, perhaps by a restart.',
  };
}
