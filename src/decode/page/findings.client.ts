/** Draws findings: what a rule saw, the lines that show it, and the way to the case. */
import { within } from '../../frame/base.client.ts';
import { element } from '../../frame/element.client.ts';
import type { FittingCase, ShownFinding } from './messages.ts';
import { certaintyWords } from './ticket.ts';

/** `4` of `/403/#no-credit`, for the colour of the class. */
const classOf = (permalink: string) => /^\/([1-7])\d\d\//.exec(permalink)?.[1];

/** @param onLine called with a message of the trace whose line the reader asks for. */
export function drawFinding(finding: ShownFinding, onLine: (message: number) => void): HTMLElement {
  const digit = classOf(finding.case);
  const card = element(
    'article',
    { className: ['decode-finding', digit ? `c${digit}` : '', finding.fine ? 'fine' : ''].join(' ') },
    element(
      'h3',
      {},
      element('a', { href: within(finding.case) }, finding.title),
      ' ',
      element('small', {}, codeOf(finding.case)),
      ' ',
      element('small', {}, finding.fine ? 'fine' : certaintyWords[finding.certainty]),
    ),
    element('p', {}, finding.message),
  );
  card.dataset['testid'] = 'finding';
  if (finding.facts.length > 0)
    card.append(
      element(
        'dl',
        {},
        ...finding.facts.map(({ label, value }) =>
          element('div', {}, element('dt', {}, label), element('dd', {}, element('code', {}, value))),
        ),
      ),
    );
  if (finding.lines.length > 0)
    card.append(
      element(
        'ul',
        {},
        ...finding.lines.map(({ line, text, message }) => {
          const name = `line ${line}`;
          const button =
            message === null ? name : element('button', { type: 'button', className: 'quiet' }, name);
          if (typeof button !== 'string' && message !== null)
            button.addEventListener('click', () => onLine(message));
          return element('li', {}, button, ' ', ...(text === null ? [] : [element('code', {}, text)]));
        }),
      ),
    );
  return card;
}

function codeOf(permalink: string): string {
  return /^\/(?:q850\/)?(\d+)\//.exec(permalink)?.[1] ?? 'guide';
}

/** A case that fits by its signs, where no rule is sure. */
export function drawFitting({ permalink, title, sign, because }: FittingCase): HTMLElement {
  return element(
    'li',
    {},
    element('a', { href: within(permalink) }, title),
    ...(sign ? [` – ${sign}`] : []),
    element('br'),
    element('span', { className: 'text-sm text-soft' }, `Fits: ${because.slice(0, 4).join('; ')}`),
  );
}
