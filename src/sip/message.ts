import { table } from './table.ts';
/** A SIP message split into start line, headers and body. Nothing is interpreted. */
export interface SipText {
  startLine: string;
  headers: { name: string; value: string; line: string }[];
  body: string;
  /** Set on a response. */
  status?: { code: number; phrase: string };
  /** Set on a request. */
  method?: string;
}

/** Long names of the compact header forms (RFC 3261 §7.3.3 and the IANA registry). */
const compactForms: Record<string, string> = table({
  a: 'accept-contact',
  b: 'referred-by',
  c: 'content-type',
  d: 'request-disposition',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  j: 'reject-contact',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
  y: 'identity',
});

/** Lower-case long name of a header field. */
export function headerName(name: string): string {
  const lower = name.trim().toLowerCase();
  return compactForms[lower] ?? lower;
}

/**
 * Splits a message. Folded header lines are joined to their header.
 * @param message text with CRLF or LF line ends.
 */
export function splitMessage(message: string): SipText {
  const text = message.replace(/\r\n/g, '\n');
  const blank = text.indexOf('\n\n');
  const head = blank < 0 ? text.replace(/\n$/, '') : text.slice(0, blank);
  const body = blank < 0 ? '' : text.slice(blank + 2);
  const [startLine = '', ...lines] = head.split('\n');
  const headers: SipText['headers'] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.line += `\n${line}`;
      last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    headers.push({ name: name.trim(), value: colon < 0 ? '' : line.slice(colon + 1).trim(), line });
  }
  const status = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(startLine);
  const request = /^([A-Z]+) \S+ SIP\/2\.0$/.exec(startLine);
  return {
    startLine,
    headers,
    body,
    ...(status ? { status: { code: Number(status[1]), phrase: status[2] ?? '' } } : {}),
    ...(request?.[1] ? { method: request[1] } : {}),
  };
}

/** All values of a header, in order. */
export function valuesOf(message: SipText, name: string): string[] {
  return message.headers
    .filter((header) => headerName(header.name) === headerName(name))
    .map((header) => header.value);
}

/** Length of a body in bytes as sent, with CRLF line ends. */
export function wireLength(body: string): number {
  return new TextEncoder().encode(body.replace(/\r?\n/g, '\r\n')).length;
}
