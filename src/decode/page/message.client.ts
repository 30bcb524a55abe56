/** Draws one message: its lines as they stand, those that matter marked, each header explained on demand. */
import { within } from '../../frame/base.client.ts';
import { markedTurns } from '../../frame/direction.ts';
import { element } from '../../frame/element.client.ts';
import type { ShownMessage } from './messages.ts';

export interface Around {
  /** Line numbers that findings name. */
  evidence: ReadonlySet<number>;
  /** What headers tell, by lower-case name. */
  headers: Readonly<Record<string, string>>;
  explain: boolean;
}

export function drawMessage(message: ShownMessage, { evidence, headers, explain }: Around): HTMLElement[] {
  const line = (text: (Node | string)[], number: number, start = false) => {
    const marked = evidence.has(number);
    return element(
      'li',
      { className: [start ? 'start' : '', marked ? 'marked' : ''].join(' ').trim() },
      ...text,
    );
  };
  const lines = message.headers.map(({ name, written, value, line: number }) => {
    // Own keys only: a header may be called `constructor`.
    const tells = Object.hasOwn(headers, name) ? headers[name] : undefined;
    const label = tells
      ? element('a', { href: within(`/headers/#header-${name}`) }, written)
      : markedTurns(written);
    const item = line([label, `: ${markedTurns(value)}`], number);
    if (explain && tells) item.append(element('p', {}, tells));
    return item;
  });
  const body = message.body === '' ? [] : ['', ...message.body.split('\n').slice(0, 2000)];
  const list = element(
    'ol',
    { className: `decode-lines c${message.code === null ? 0 : String(message.code)[0]}`, tabIndex: 0 },
    line([markedTurns(message.startLine)], message.line, true),
    ...lines,
    ...body.map((text) => element('li', {}, markedTurns(text) || '\u00a0')),
  );
  list.setAttribute('aria-label', 'The message, line by line');
  return [element('p', { className: 'text-sm text-soft' }, placeOf(message)), list];
}

function placeOf({ line, time, source, destination, copies, complete, listed }: ShownMessage): string {
  const end = (address: ShownMessage['source']) =>
    address ? `${address.host}${address.port === null ? '' : `:${address.port}`}` : null;
  const [from, to] = [end(source), end(destination)];
  const parts = [
    `Line ${line}`,
    time?.text,
    from && to ? `${from} → ${to}` : from ? `from ${from}` : to ? `to ${to}` : '',
    source?.transport ?? destination?.transport,
    copies > 0 ? `sent ${copies + 1} times` : '',
    complete || listed ? '' : 'cut off',
    listed ? 'only a line of a packet list' : '',
  ];
  return markedTurns(parts.filter(Boolean).join(' · '));
}

/** The message as text with the line ends of the wire. */
export function messageText({ startLine, headers, body }: ShownMessage): string {
  return [
    startLine,
    ...headers.map(({ written, value }) => `${written}: ${value}`),
    '',
    ...body.split('\n'),
  ].join('\r\n');
}
