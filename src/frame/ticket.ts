/** The text that "copy for ticket" puts on the clipboard. */
export interface TicketFacts {
  code: string;
  phrase: string;
  meaning: string;
  /** Title of the chosen case, if one is chosen. */
  case?: string | undefined;
  /** Permalink, with the case's fragment if one is chosen. */
  url: string;
  /** Day of copying, YYYY-MM-DD. */
  date: string;
}

/** Plain text or Markdown; each fact on a line of its own, so that it survives any ticket system. */
export function ticketText(facts: TicketFacts, format: 'text' | 'markdown'): string {
  const name = `${facts.code} ${facts.phrase}`.trim();
  if (format === 'markdown')
    return [
      `**[${name}](${facts.url})** – ${facts.meaning}`,
      ...(facts.case ? ['', `Case: ${facts.case}`] : []),
      '',
      `As of ${facts.date}`,
    ].join('\n');
  return [
    name,
    facts.meaning,
    ...(facts.case ? [`Case: ${facts.case}`] : []),
    facts.url,
    `As of ${facts.date}`,
  ].join('\n');
}
