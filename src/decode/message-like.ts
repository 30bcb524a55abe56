/** The least that the tools beside the decoder need of a SIP message. `TraceMessage` and `SipText` both have it. */
import { headerName } from '../sip/message.ts';

export interface MessageLike {
  startLine: string;
  /** In order. Names in any form, values with folded lines joined. */
  headers: readonly { name: string; value: string }[];
  body: string;
}

/** All values of a header, in order; compact and long names are the same. */
export function headerValues(message: MessageLike, name: string): string[] {
  const wanted = headerName(name);
  return message.headers.filter((header) => headerName(header.name) === wanted).map(({ value }) => value);
}

/** Method and Request-URI of a request; undefined for a response. */
export function requestLine(message: MessageLike): { method: string; uri: string } | undefined {
  const [method, uri, version] = message.startLine.trim().split(/\s+/, 3);
  return method && uri && version && /^SIP\/\d/i.test(version) ? { method, uri } : undefined;
}

/** The URI of a name-addr or addr-spec (RFC 3261 §20.10), without the header's parameters. */
export function uriOf(value: string): string {
  const open = value.indexOf('<', quotedEnd(value));
  if (open >= 0) return value.slice(open + 1, (value.indexOf('>', open) + 1 || value.length + 1) - 1).trim();
  return value.trim().split(/[;\s]/, 1)[0] ?? '';
}

/** User and host of a SIP, SIPS or TEL URI; the user without its parameters and password. */
export function uriParts(uri: string): { scheme: string; user: string; host: string } {
  const colon = uri.indexOf(':');
  const scheme = uri.slice(0, Math.max(0, colon)).toLowerCase();
  const rest = uri.slice(colon + 1);
  if (scheme === 'tel') return { scheme, user: rest.split(';', 1)[0] ?? '', host: '' };
  const at = rest.lastIndexOf('@');
  const host = /^(?:\[[^\]]*\]|[^;:?/]*)/.exec(rest.slice(at + 1))?.[0] ?? '';
  const user = at < 0 ? '' : (rest.slice(0, at).split(/[;:]/, 1)[0] ?? '');
  return { scheme, user: unescaped(user), host: host.toLowerCase() };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where a quoted display name at the start ends. */
function quotedEnd(value: string): number {
  const quoted = /^\s*"(?:[^"\\]|\\.)*"/.exec(value);
  return quoted ? quoted[0].length : 0;
}
