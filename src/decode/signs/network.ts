/** Signs of the group "Network". */
import { all, readAddress, readCseq, readUri, readVia, vias } from '../headers.ts';
import { isPrivate, isPublic } from '../network.ts';
import { productOf } from '../products.ts';
import { isWebRtc, sdpOf } from '../sdp.ts';
import { utf8Length } from '../text.ts';
import { indexOf } from '../trace-index.ts';
import type { SignResult, TraceMessage } from '../types.ts';
import { value, type View } from '../view.ts';

/** Bytes a request may have over UDP before it has to change to TCP (RFC 3261 §18.1.1). */
export const udpLimit = 1300;

/** Places of a message that hold a private address although it came from a public one. */
export function privatePlaces(message: TraceMessage): { header: string; host: string; line: number }[] {
  const via = vias(message)[0];
  const from = message.source?.host ?? via?.received ?? null;
  if (from === null || !isPublic(from)) return [];
  const places: { header: string; host: string; line: number }[] = [];
  for (const header of all(message, 'contact').slice(0, 5)) {
    const host = readUri(readAddress(header.value).uri)?.host;
    if (host && isPrivate(host)) places.push({ header: 'Contact', host, line: header.line });
  }
  const top = all(message, 'via')[0];
  if (message.kind === 'request' && via && top && isPrivate(via.host))
    places.push({ header: 'Via', host: via.host, line: top.line });
  const sdp = sdpOf(message);
  const host = sdp?.connection ?? sdp?.media.find((media) => media.connection !== null)?.connection;
  if (host && isPrivate(host)) places.push({ header: 'SDP', host, line: message.endLine });
  return places;
}

export function privateAddress(see: View): SignResult {
  if (see.messages.every((message) => message.headers.length === 0)) return null;
  if (see.messages.some((message) => privatePlaces(message).length > 0)) return true;
  const via = see.exchange.request ? vias(see.exchange.request)[0] : undefined;
  const back = see.answer?.message ? vias(see.answer.message)[0] : undefined;
  const differs = [via, back].some(
    (entry) =>
      entry !== undefined &&
      entry.received !== null &&
      isPrivate(entry.host) &&
      entry.received !== entry.host,
  );
  return differs;
}

export function largeOverUdp(see: View): SignResult {
  const { request } = see.exchange;
  if (!request || request.listed) return null;
  const transport = vias(request)[0]?.transport;
  return transport === undefined ? null : transport === 'UDP' && request.bytes > udpLimit;
}

export function overTls(see: View): SignResult {
  const via = see.exchange.request ? vias(see.exchange.request)[0] : undefined;
  return via ? via.transport === 'TLS' : null;
}

export function webrtc(see: View): SignResult {
  if (see.messages.every((message) => message.headers.length === 0)) return null;
  return see.messages.some((message) => {
    if (all(message, 'via').some((header) => /^WSS?$/.test(readVia(header.value)?.transport ?? '')))
      return true;
    const sdp = message.kind === 'request' ? sdpOf(message) : null;
    return sdp !== null && isWebRtc(sdp);
  });
}

/** What is wrong with the headers every request has to have (RFC 3261 §8.1.1); empty where nothing is. */
export function faults(request: TraceMessage): string[] {
  if (!request.complete || request.listed) return [];
  const found: string[] = [];
  for (const name of ['via', 'from', 'to', 'call-id', 'cseq', 'max-forwards']) {
    const count = all(request, name).length;
    if (count === 0) found.push(`${name} missing`);
    else if (count > 1 && name !== 'via') found.push(`${name} twice`);
  }
  if (all(request, 'content-length').length > 1) found.push('content-length twice');
  if (request.headers.some((header) => header.name === '')) found.push('line without a header name');
  const cseq = readCseq(value(request, 'cseq'));
  if (value(request, 'cseq') !== null && cseq.number === null) found.push('cseq unreadable');
  else if (cseq.method !== null && cseq.method !== request.method) found.push('cseq names another method');
  return found;
}

export function malformed(see: View): SignResult {
  const { request } = see.exchange;
  if (!request?.complete || request.listed) return null;
  return faults(request).length > 0;
}

/** Bytes of the body as sent, where the paste kept them. */
export function bodyLength(message: TraceMessage): number {
  if (message.body === '') return 0;
  const lines = message.body.split('\n');
  // Media descriptions end with a line end; for other bodies nobody can tell.
  return lines.reduce((sum, line) => sum + utf8Length(line.endsWith('\r') ? line.slice(0, -1) : line) + 2, 0);
}

export function lengthWrong(see: View): SignResult {
  const { request } = see.exchange;
  if (!request?.exact || request.contentLength === null || !request.complete) return null;
  return Math.abs(bodyLength(request) - request.contentLength) > 2;
}

export function isScanner(message: TraceMessage): boolean {
  return productOf(value(message, 'user-agent') ?? '')?.kind === 'scanner';
}

export function strangers(see: View): SignResult {
  const { request } = see.exchange;
  if (!request || request.listed) return null;
  if (isScanner(request)) return true;
  const host = request.source?.host;
  if (!host || see.exchange.final === null || see.exchange.final.response.code < 400) return false;
  const users = new Set<string>();
  for (const attempt of indexOf(see.trace).attempts.get(host) ?? []) {
    if (attempt.seconds !== null && request.time && Math.abs(attempt.seconds - request.time.seconds) > 60)
      continue;
    users.add(attempt.user);
    if (users.size >= 5) return true;
  }
  return false;
}

export function registered(see: View): SignResult {
  const { request } = see.exchange;
  if (!request || see.exchange.method === 'REGISTER') return null;
  const users = new Set(
    [
      readUri(request.requestUri ?? '')?.user,
      readUri(readAddress(value(request, 'to') ?? '').uri)?.user,
      readUri(readAddress(value(request, 'from') ?? '').uri)?.user,
    ].filter(Boolean),
  );
  const { registrations, hasRegister } = indexOf(see.trace);
  // The last registration of a user counts.
  for (const { request: register, user, expires } of registrations.slice(-500)) {
    if (register.line > request.line || !users.has(user) || expires === 0) continue;
    const passed = register.time && request.time ? request.time.seconds - register.time.seconds : 0;
    if (expires === null || passed < expires) return true;
  }
  return hasRegister ? false : null;
}
