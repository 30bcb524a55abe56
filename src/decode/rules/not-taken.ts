import { finals, secondsBetween } from '../view.ts';
import { afterRinging } from '../signs/timing.ts';
import { capital } from '../roles.ts';
import { senderOf, span, type Found, type Rule } from './rule.ts';

/** 480, 486, 600 and 603 by what came before: a person who rejects, a phone that rings out, a line that is busy. */
export const notTaken: Rule = {
  id: 'not-taken',
  cases: [
    '/486/#rejected',
    '/486/#on-a-call',
    '/480/#not-answered',
    '/480/#not-registered',
    '/603/#declined',
    '/408/#nobody-answered',
  ],
  look(view) {
    const found: Found[] = [];
    const invites = view.exchanges.filter((exchange) => exchange.method === 'INVITE').length;
    for (const see of finals(view)) {
      const answer = see.answer;
      if (
        !answer ||
        see.exchange.method !== 'INVITE' ||
        (see.exchange.request !== null && see.exchange.request.toTag !== null)
      )
        continue;
      const { code } = answer.response;
      if (
        ![408, 480, 486, 603].includes(code) ||
        answer.response.reasons.some(
          (reason) => reason.protocol.toUpperCase() === 'Q.850' && reason.cause !== 21 && reason.cause !== 16,
        )
      )
        continue;
      const ringing =
        see.exchange.answers.find(({ response }) => response.code === 180 || response.code === 183)
          ?.message ??
        view.messages.find(
          (message) =>
            message.code === 180 &&
            message.line < answer.response.line &&
            message.cseq === answer.response.cseq,
        );
      const rang = afterRinging(see) === true;
      const lasted = secondsBetween(ringing, answer.message);
      const took = secondsBetween(see.exchange.request, answer.message);
      const evidence = [...(rang && ringing ? [ringing.line] : []), answer.response.line];
      const who = capital(senderOf(view, answer.message?.index, 'the called side'));
      const add = (permalink: string, certainty: Found['certainty'], message: string): void => {
        if (!found.some((other) => other.case === permalink))
          found.push({ case: permalink, certainty, evidence, message, answer });
      };
      if (code === 486) {
        if (
          /reject|declin/i.test(answer.response.reasonPhrase ?? '') ||
          answer.response.reasons.some((reason) => reason.cause === 21)
        )
          add(
            '/486/#rejected',
            'likely',
            'The phrase or the cause says that the call was rejected, not that the line is busy.',
          );
        else if (rang && lasted !== null && lasted >= 0.8 && lasted < 20)
          add(
            '/486/#rejected',
            'likely',
            `It rang for ${span(lasted)}, then ${who} said 486: a person may have pressed reject.`,
          );
        else if (!rang && took !== null && took < 2)
          add('/486/#on-a-call', 'maybe', `${who} said 486 without ringing: the line may be on a call.`);
      } else if (code === 480) {
        if (/do not disturb|\bdnd\b/i.test(answer.response.reasonPhrase ?? '')) continue;
        if (rang && lasted !== null && lasted >= 10)
          add('/480/#not-answered', 'likely', `It rang for ${span(lasted)} and nobody answered.`);
        else if (
          !rang &&
          invites === 1 &&
          took !== null &&
          took < 2 &&
          /not registered|no registration|offline|unregistered/i.test(answer.response.reasonPhrase ?? '')
        )
          add('/480/#not-registered', 'likely', 'The phrase says that nobody is registered.');
      } else if (code === 603) {
        if (
          /do not disturb|\bdnd\b|network blocked/i.test(answer.response.reasonPhrase ?? '') ||
          answer.response.reasons.some((reason) => /v=analytics/.test(reason.text ?? ''))
        )
          continue;
        if (rang && (lasted === null || (lasted >= 0.5 && lasted < 60)))
          add(
            '/603/#declined',
            lasted === null ? 'maybe' : 'likely',
            `It rang${lasted === null ? '' : ` for ${span(lasted)}`}, then ${who} said 603: the called person declined.`,
          );
      } else if (code === 408 && rang) {
        add(
          '/408/#nobody-answered',
          'likely',
          `It rang${lasted === null ? '' : ` for ${span(lasted)}`}, nobody answered, and a server’s timer ended the call with 408.`,
        );
      }
    }
    return found;
  },
};
