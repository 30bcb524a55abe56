/** What "copy for ticket" says, as plain text and as Markdown. The rich text is made of elements (rich.client.ts). */

/** A stretch of a text: plain, code, or a link. */
export interface Run {
  text: string;
  code?: boolean | undefined;
  /** Whole address of a link. */
  href?: string | undefined;
}

/** What to type for a step, in one product. */
export interface Command {
  product: string;
  /** One line or more. */
  lines: string;
}

export interface Step {
  words: Run[];
  commands: Command[];
}

/** A fact with its name: a text, or steps in order. */
export interface Fact {
  name: string;
  words?: Run[] | undefined;
  steps?: Step[] | undefined;
}

export interface Ticket {
  /** `403 Forbidden`; with a case `403 Forbidden: The account has no credit`. */
  title: string;
  /** What the code means in general. A case is told without it: it may say otherwise. */
  meaning?: Run[] | undefined;
  facts: Fact[];
  /** Permalink, with the case's fragment if one is chosen. */
  url: string;
  /** The day the page was last read against its sources, YYYY-MM-DD. */
  reviewed?: string | undefined;
}

/** A text without marks or links. */
export const words = (text: string): Run[] => (text ? [{ text }] : []);

const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Whether there is something to say. */
const says = ({ words: runs = [], steps = [] }: Fact): boolean => runs.length > 0 || steps.length > 0;

/** The facts that say something. */
export const factsOf = (ticket: Ticket): Fact[] => ticket.facts.filter(says);

/** Each line of a text behind a margin. */
const behind = (margin: string, text: string): string => text.replace(/^(?=.)/gm, margin);

/** A fact on a line of its own, a step on a line of its own: that survives every ticket system. */
export function ticketText(ticket: Ticket): string {
  const { title, meaning = [], url, reviewed } = ticket;
  const command = ({ product, lines }: Command) =>
    lines.includes('\n') ? `   ${product}:\n${behind('     ', lines)}` : `   ${product}: ${lines}`;
  const fact = ({ name, words: runs = [], steps = [] }: Fact) => [
    [`${name}:`, plain(runs)].filter(Boolean).join(' '),
    ...steps.flatMap((step, at) => [`${at + 1}. ${plain(step.words)}`, ...step.commands.map(command)]),
  ];
  return [
    title,
    plain(meaning),
    ...factsOf(ticket).flatMap(fact),
    url,
    reviewed ? `Reviewed: ${reviewed}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Signs of Markdown in a text, as themselves. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);

/** A text set as code, whatever it holds. */
function literal(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest ? `${fence} ${text} ${fence}` : fence + text + fence;
}

const link = (text: string, url: string): string =>
  `[${text}](${url.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;

const marked = (runs: readonly Run[]): string =>
  runs
    .map(({ text, code, href }) => {
      const label = code ? literal(text) : escaped(text);
      return href ? link(label, href) : label;
    })
    .join('');

/** Markdown as GitHub, GitLab and chat programs read it (CommonMark). */
export function ticketMarkdown(ticket: Ticket): string {
  const { title, meaning = [], url, reviewed } = ticket;
  // Below a step of a list within a list: as deep as the step's own text.
  const command = ({ product, lines }: Command) => {
    const fence = '`'.repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return behind('     ', `${escaped(product)}:\n${fence}\n${lines}\n${fence}`);
  };
  const fact = ({ name, words: runs = [], steps = [] }: Fact) => [
    [`- **${name}:**`, marked(runs)].filter(Boolean).join(' '),
    ...steps.flatMap((step, at) => [`  ${at + 1}. ${marked(step.words)}`, ...step.commands.map(command)]),
  ];
  const facts = factsOf(ticket).flatMap(fact);
  return [
    `**${link(escaped(title), url)}**${meaning.length ? ` – ${marked(meaning)}` : ''}`,
    ...(facts.length ? ['', ...facts] : []),
    ...(reviewed ? ['', `Reviewed: ${reviewed}`] : []),
  ].join('\n');
}
