/** The text that "copy for ticket" puts on the clipboard. */

/** What a case says, for whoever works on the ticket. */
export interface TicketCase {
  title: string;
  recognise: string;
  /** What to do, a step each. */
  steps: string[];
  collect: string;
  acts: string;
}

export interface TicketFacts {
  code: string;
  phrase: string;
  /** What the code means in general. A case is told without it: it may say otherwise. */
  meaning: string;
  /** The chosen case, if one is chosen. */
  case?: TicketCase | undefined;
  /** Permalink, with the case's fragment if one is chosen. */
  url: string;
  /** Day of copying, YYYY-MM-DD. */
  date: string;
}

const caseLines = ({ recognise, steps, collect, acts }: TicketCase): [name: string, text: string][] =>
  (
    [
      ['How to tell', recognise],
      ['Do', steps.map((step, at) => `${at + 1}. ${step}`).join(' ')],
      ['Send along', collect],
      ['Who acts', acts],
    ] as [string, string][]
  ).filter(([, text]) => text);

/** Plain text or Markdown; each fact on a line of its own, so that it survives any ticket system. */
export function ticketText(facts: TicketFacts, format: 'text' | 'markdown'): string {
  const name = `${facts.code} ${facts.phrase}`.trim();
  const title = facts.case ? `${name}: ${facts.case.title}` : name;
  const lines = facts.case ? caseLines(facts.case) : [];
  if (format === 'markdown')
    return [
      facts.case ? `**[${title}](${facts.url})**` : `**[${title}](${facts.url})** – ${facts.meaning}`,
      ...lines.map(([what, text]) => `- **${what}:** ${text}`),
      '',
      `As of ${facts.date}`,
    ].join('\n');
  return [
    title,
    ...(facts.case ? lines.map(([what, text]) => `${what}: ${text}`) : [facts.meaning]),
    facts.url,
    `As of ${facts.date}`,
  ].join('\n');
}
