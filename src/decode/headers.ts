/**
 * Reads the header values the decoder needs. Tolerant: what cannot be read is left out, never guessed.
 *
 * Why no library: five parsers were tried on the 563 messages of our captures and traces. Cleaned by the reader
 * all of them can be read (sip and drachtio-sip 563, sip.js 557, JsSIP and parsip 556); with line feeds alone
 * none is, as pasted 127 to 129, cut off at the end 2 to 131. Finding and cleaning the message is the work;
 * after it the headers are split already, and none of the five keeps line numbers or the order of headers.
 */
import { headerName } from '../sip/message.ts';
import { leadingNumber, parameters, splitOutside, unquote } from './text.ts';
import type { Credentials, HeaderField, Reason, TraceMessage, Warning } from './types.ts';

/** Header names that only a SIP message has in its first lines: what makes a start line sure. */
const usual = new Set(
  (
    'via from to call-id cseq contact max-forwards record-route route content-length content-type allow ' +
    'user-agent server www-authenticate proxy-authenticate authorization proxy-authorization expires reason ' +
    'supported require unsupported warning accept event subscription-state date min-expires session-expires ' +
    'min-se retry-after call-info p-asserted-identity allow-events refer-to identity organization subject ' +
    'error-info timestamp rseq rack path service-route authentication-info'
  ).split(' '),
);

/** True for the headers nearly every SIP message has. */
export function isUsualHeader(written: string): boolean {
  return usual.has(headerName(written));
}

/** Characters of a header name (RFC 3261 §25.1, token), by their code. */
const nameChar: readonly boolean[] = Array.from({ length: 128 }, (_, unit) =>
  /[\w.!%*+`'~-]/.test(String.fromCharCode(unit)),
);

/** Place of the colon where a line starts like `Name: value`, else -1. */
export function headerColon(line: string): number {
  const first = line.charCodeAt(0);
  const letter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  if (!letter) return -1;
  let at = 1;
  while (at < 80 && nameChar[line.charCodeAt(at)] === true) at += 1;
  const nameEnd = at;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  if (line[at] !== ':') return -1;
  // "sip:alice@…", "file.c:123 text" and times are no headers.
  const next = line[at + 1];
  const name = line.slice(0, nameEnd).toLowerCase();
  if (name === 'sip' || name === 'sips' || name === 'tel' || name === 'http' || name === 'https') return -1;
  if (name === 'warning') return /^\s*(?:\d{3}\s|$)/.test(line.slice(at + 1, at + 20)) ? at : -1;
  if (next === undefined || next === ' ' || next === '\t') return at;
  return isUsualHeader(name) || /^(?:x|p)-/.test(name) ? at : next === ':' || name.includes('.') ? -1 : at;
}

/** First value of a header, or null. */
export function first(message: Pick<TraceMessage, 'headers'>, name: string): string | null {
  return message.headers.find((header) => header.name === name)?.value ?? null;
}

/** All header fields of a name, in order. */
export function all(message: Pick<TraceMessage, 'headers'>, name: string): HeaderField[] {
  return message.headers.filter((header) => header.name === name);
}

export interface Via {
  transport: string;
  host: string;
  port: number | null;
  branch: string | null;
  received: string | null;
  rport: number | null;
}

const knownVias = new WeakMap<object, Via[]>();

/** Via values from the top, blanks allowed where RFC 3261 §25.1 allows them; at most 70. */
export function vias(message: Pick<TraceMessage, 'headers'>): readonly Via[] {
  let found = knownVias.get(message.headers);
  if (!found) {
    found = [];
    for (const header of all(message, 'via')) {
      for (const value of splitOutside(header.value, ',')) {
        const via = readVia(value);
        if (via && found.length < 70) found.push(via);
      }
    }
    knownVias.set(message.headers, found);
  }
  return found;
}

/** One Via value. */
export function readVia(value: string): Via | null {
  const [head = '', ...rest] = splitOutside(value, ';');
  const parts = /^SIP\s{0,20}\/\s{0,20}2\.0\s{0,20}\/\s{0,20}([\w-]{1,20})\s{1,200}(\S{1,300})/i.exec(
    head.slice(0, 800),
  );
  if (!parts) return null;
  const [, transport = '', sentBy = ''] = parts;
  const address = /^(\[[^\]]{1,80}\]|[^:\s]{1,255})(?::(\d{1,5}))?$/.exec(sentBy);
  const known = parameters(rest);
  return {
    transport: transport.toUpperCase(),
    host: (address?.[1] ?? sentBy).replace(/^\[|\]$/g, ''),
    port: address?.[2] ? Number(address[2]) : null,
    branch: known['branch'] ?? null,
    received: known['received'] || null,
    rport: leadingNumber(known['rport'] ?? ''),
  };
}

export interface NameAddress {
  display: string | null;
  uri: string;
  params: Record<string, string>;
}

/** From, To, Contact, Route and other name-addr headers: one value. */
export function readAddress(value: string): NameAddress {
  const open = openBracket(value);
  const close = value.indexOf('>', open + 1);
  if (open >= 0 && close > open) {
    return {
      display: value.slice(0, open).trim() ? unquote(value.slice(0, open)) : null,
      uri: value.slice(open + 1, close).trim(),
      params: parameters(splitOutside(value.slice(close + 1), ';').slice(1)),
    };
  }
  // Without brackets the parameters belong to the header (RFC 3261 §20).
  const [uri = '', ...rest] = splitOutside(value, ';');
  return { display: null, uri, params: parameters(rest) };
}

/** The first `<` outside of a quoted display name, or -1. */
function openBracket(value: string): number {
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === '<' && !quoted) return at;
  }
  // An unbalanced quote: better an address than none.
  return quoted ? value.indexOf('<') : -1;
}

export interface Uri {
  scheme: string;
  user: string | null;
  host: string;
  port: number | null;
  params: string;
}

/** Splits a sip, sips or tel URI. */
export function readUri(uri: string): Uri | null {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,20}):/.exec(uri)?.[1];
  if (!scheme) return null;
  const rest = uri.slice(scheme.length + 1);
  if (scheme.toLowerCase() === 'tel') {
    const [user = '', ...params] = rest.split(';');
    return { scheme: 'tel', user, host: '', port: null, params: params.join(';') };
  }
  const at = rest.lastIndexOf('@');
  const userPart = at < 0 ? null : rest.slice(0, at);
  const tail = at < 0 ? rest : rest.slice(at + 1);
  const hostPart = /^(\[[^\]]{0,80}\]|[^:;?]{0,255})(?::(\d{1,5}))?/.exec(tail);
  const params = tail.slice(hostPart?.[0].length ?? 0).replace(/^;/, '');
  return {
    scheme: scheme.toLowerCase(),
    user: userPart === null ? null : (userPart.split(/[:;]/, 1)[0] ?? ''),
    host: (hostPart?.[1] ?? '').replace(/^\[|\]$/g, '').toLowerCase(),
    port: hostPart?.[2] ? Number(hostPart[2]) : null,
    params,
  };
}

/** User part of a name-addr header; null where there is none. */
export function userOf(value: string | null): string | null {
  return value === null ? null : (readUri(readAddress(value).uri)?.user ?? null);
}

/** Host part of a name-addr header; null where there is none. */
export function hostOf(value: string | null): string | null {
  return value === null ? null : (readUri(readAddress(value).uri)?.host ?? null);
}

/** Number and method of CSeq (RFC 3261 §20.16). */
export function readCseq(value: string | null): { number: number | null; method: string | null } {
  const parts = /^\s{0,20}(\d{1,40})\s{1,80}(\S{1,80})/.exec(value?.slice(0, 240) ?? '');
  if (!parts) return { number: null, method: null };
  return { number: Number(parts[1]), method: parts[2] ?? null };
}

/** All Reason values, in order (RFC 3326). */
export function reasons(message: Pick<TraceMessage, 'headers'>): Reason[] {
  return all(message, 'reason').flatMap((header) =>
    splitOutside(header.value, ',').flatMap((value) => readReason(value) ?? []),
  );
}

/** One Reason value; null where nothing stands. */
export function readReason(value: string): Reason | null {
  const [protocol = '', ...rest] = splitOutside(value, ';');
  if (!protocol) return null;
  const known = parameters(rest);
  return {
    protocol,
    cause: leadingNumber(known['cause'] ?? ''),
    text: known['text'] ?? null,
  };
}

/** All Warning values, in order (RFC 3261 §20.43). */
export function warnings(message: Pick<TraceMessage, 'headers'>): Warning[] {
  return all(message, 'warning').flatMap((header) =>
    splitOutside(header.value, ',').flatMap((value) => readWarning(value) ?? []),
  );
}

function readWarning(value: string): Warning | null {
  const code = /^\d{3}(?=\s|$)/.exec(value)?.[0];
  if (!code) return null;
  const rest = value.slice(3).trim();
  const quote = rest.indexOf('"');
  const agent = (quote < 0 ? (rest.split(/\s/, 1)[0] ?? '') : rest.slice(0, quote)).trim();
  return {
    code: Number(code),
    agent: agent || null,
    text: quote < 0 ? null : unquote(rest.slice(quote)),
  };
}

/** Challenges and answers of a message, in order. */
export function credentials(message: Pick<TraceMessage, 'headers'>): Credentials[] {
  const found: Credentials[] = [];
  for (const header of message.headers) {
    if (!/^(?:www|proxy)-authenticate$|^(?:proxy-)?authorization$/.test(header.name)) continue;
    // Several challenges may share a header: a part with a blank before its first "=" starts one.
    for (const part of splitOutside(header.value, ',')) {
      const scheme = /^([A-Za-z][\w-]{1,30})\s+(?=[\w-]{1,30}\s{0,3}=)/.exec(part.slice(0, 100));
      const rest = scheme ? part.slice(scheme[0].length) : part;
      if (scheme || found.at(-1)?.line !== header.line) {
        found.push({
          header: header.name,
          scheme: (scheme?.[1] ?? part.split(/\s/, 1)[0] ?? '').toLowerCase(),
          params: {},
          line: header.line,
        });
      }
      const last = found.at(-1);
      if (last) last.params = { ...parameters([rest]), ...last.params };
    }
  }
  return found;
}
