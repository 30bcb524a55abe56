/** The summary of a trace for a ticket: plain text, Markdown and HTML. */
import { escapeHtml } from '../../frame/escape-html.ts';
import type { Certainty } from '../types.ts';
import type { Overview, ShownFinding } from './messages.ts';

/** How sure a finding is, as the reader sees it. */
export const certaintyWords: Record<Certainty, string> = { sure: 'shown', likely: 'likely', maybe: 'may be' };

export interface TicketInput {
  overview: Overview;
  /** The call the reader chose; null for the whole trace. */
  call: number | null;
  /** Who is who in that call. */
  roles: string[];
  /** Address of a path of this site. */
  address: (path: string) => string;
  /** Day of copying, YYYY-MM-DD. */
  date: string;
}

interface Parts {
  head: string;
  call: string | null;
  /** Who is who. */
  roles: string[];
  findings: ShownFinding[];
}

function partsOf({ overview, call, roles }: TicketInput): Parts {
  const entry = overview.calls.find(({ index }) => index === call);
  const main = call === null || call === overview.summary.call;
  return {
    head: main ? overview.summary.sentence : (entry?.sentence ?? 'Call'),
    call: entry ? entry.title : null,
    roles,
    findings: overview.findings.filter((finding) => finding.call === call || finding.call === null),
  };
}

/** The same summary three times. Texts of the trace are escaped for Markdown and HTML: they come from strangers. */
export function ticketTexts(input: TicketInput): { text: string; markdown: string; html: string } {
  const { head, call, roles, findings } = partsOf(input);
  const { address, date } = input;
  const end = `Decoded on ${date}`;
  const evidence = ({ lines }: ShownFinding) =>
    lines.map(({ line, text }) => `line ${line}${text === null ? '' : `: ${text}`}`);
  const text = [
    head,
    ...(call ? [call] : []),
    ...roles,
    ...findings.flatMap((finding) => [
      '',
      `${finding.title} (${finding.fine ? 'fine' : certaintyWords[finding.certainty]})`,
      finding.message,
      ...evidence(finding).map((line) => `  ${line}`),
      address(finding.case),
    ]),
    '',
    end,
  ].join('\n');
  const markdown = [
    `**${plainMarkdown(head)}**`,
    ...(call ? ['', plainMarkdown(call)] : []),
    ...(roles.length > 0 ? ['', ...roles.map((role) => `- ${plainMarkdown(role)}`)] : []),
    ...findings.flatMap((finding) => [
      '',
      `- [${plainMarkdown(finding.title)}](${address(finding.case)}) (${finding.fine ? 'fine' : certaintyWords[finding.certainty]}): ${plainMarkdown(finding.message)}`,
      ...evidence(finding).map((line) => `  - ${codeSpan(line)}`),
    ]),
    '',
    end,
  ].join('\n');
  const html = [
    `<p><strong>${escapeHtml(head)}</strong>${[...(call ? [call] : []), ...roles].map((line) => `<br>${escapeHtml(line)}`).join('')}</p>`,
    ...(findings.length
      ? [
          '<ul>',
          ...findings.map(
            (finding) =>
              `<li><a href="${escapeHtml(address(finding.case))}">${escapeHtml(finding.title)}</a> (${finding.fine ? 'fine' : certaintyWords[finding.certainty]}): ${escapeHtml(finding.message)}` +
              evidence(finding)
                .map((line) => `<br><code>${escapeHtml(line)}</code>`)
                .join('') +
              '</li>',
          ),
          '</ul>',
        ]
      : []),
    `<p>${end}</p>`,
  ].join('');
  return { text, markdown, html };
}

/** Text of a trace is no Markdown, whatever it holds. */
function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
