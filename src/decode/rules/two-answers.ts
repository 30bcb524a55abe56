import type { Found, Rule } from './rule.ts';

/** One INVITE, two 200 with different To tags: two phones answered (RFC 3261 §13.2.2.4). */
export const twoAnswers: Rule = {
  id: 'two-answers',
  cases: ['/200/#two-answers'],
  look(view) {
    const found: Found[] = [];
    for (const exchange of view.exchanges) {
      if (exchange.method !== 'INVITE') continue;
      const oks = exchange.answers.filter(({ response, message }) => response.code === 200 && message?.toTag);
      const tags = new Set(oks.map(({ message }) => message?.toTag));
      if (tags.size < 2) continue;
      found.push({
        case: '/200/#two-answers',
        certainty: 'sure',
        evidence: oks.slice(0, 4).map((answer) => answer.response.line),
        message: `${tags.size} phones answered the same INVITE: the 200 have different To tags.`,
        answer: oks[0] ?? null,
      });
    }
    return found;
  },
};
