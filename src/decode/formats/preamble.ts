/**
 * What the lines before a message say of it: when, from where, to where.
 * One reader for all programs: they write the same three things in their own order.
 */
import type { Address, TraceTime } from '../types.ts';
import { findTime } from './when.ts';

export interface Preamble {
  time: TraceTime | null;
  source: Address | null;
  destination: Address | null;
  direction: 'in' | 'out' | null;
}

const host = String.raw`(?:\[[0-9A-Fa-f:.%\w]{2,60}\]|\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}|[A-Za-z0-9](?:[A-Za-z0-9-]{0,60}\.){1,6}[A-Za-z]{2,20}|localhost)`;
const proto = String.raw`(?:(udp|tcp|tls|wss?|sctp)(?::\/\/|[:/\s]\s?))?`;
const end = `${proto}(${host})(?:[:.](\\d{1,5})(?![\\d.]))?`;

const arrow = new RegExp(`${end}(?:/\\w+)?\\s{0,4}(?:-{1,4}>|=>|→|>|to)\\s{0,4}${end}`, 'i');
const fromTo = new RegExp(`from\\s+${end}[^:]{0,40}?\\sto\\s+${end}`, 'i');
const peer = new RegExp(`\\b(?:from|to|von|an|with|de)\\b[^\\w[]{0,4}(?:peer |remote |host )?${end}`, 'i');
/** Asterisk's message history: `* <== 198.51.100.20:5060` */
const history = new RegExp(`(?:<==|==>) ${end}`, 'i');
const bracketed = new RegExp(`\\[${proto}(${host}):(\\d{1,5})\\]`, 'i');
const incoming =
  /\b(?:recv|rcv|received?|receiving|read|rx|incoming|inbound|in from|bytes in|arrived|empfangen)\b|<</i;
const outgoing =
  /\b(?:sent|sending|send|snd|tx|transmit(?:ting|ted)?|retransmitting|outgoing|outbound|out to|bytes out|gesendet)\b|>>/i;
/** `<--- Transmitting … --->` holds both arrows: the word decides. */
const words = {
  in: /\b(?:recv|rcv|received?|receiving|read|rx|incoming|inbound)\b/i,
  out: /\b(?:sent|sending|send|snd|tx|transmit\w*|retransmitting|outgoing|outbound)\b/i,
};

function address(found: RegExpExecArray, at: number): Address | null {
  const name = found[at + 1];
  if (!name) return null;
  return {
    host: name.replace(/^\[|\]$/g, ''),
    port: found[at + 2] ? Number(found[at + 2]) : null,
    transport: found[at] ? (found[at] ?? '').toUpperCase() : null,
  };
}

/** Keys that name the ends one by one: sipdump, JSON, Homer. */
const keyed = {
  srcHost: /"?\b(?:src|source)[_-]?(?:ip|addr|address|host)"?\s{0,3}[:=]\s{0,3}"?([0-9A-Fa-f.:]{3,45})/i,
  srcPort: /"?\b(?:src|source)[_-]?port"?\s{0,3}[:=]\s{0,3}"?(\d{1,5})/i,
  dstHost:
    /"?\b(?:dst|dest|destination)[_-]?(?:ip|addr|address|host)"?\s{0,3}[:=]\s{0,3}"?([0-9A-Fa-f.:]{3,45})/i,
  dstPort: /"?\b(?:dst|dest|destination)[_-]?port"?\s{0,3}[:=]\s{0,3}"?(\d{1,5})/i,
};

function fromKeys(text: string, which: 'src' | 'dst'): Address | null {
  const name = keyed[`${which}Host`].exec(text)?.[1];
  if (!name) return null;
  const port = keyed[`${which}Port`].exec(text)?.[1];
  return { host: name, port: port ? Number(port) : null, transport: null };
}

/**
 * Reads the lines before a start line.
 * @param lines nearest line last; each is cut to a length that is quick to read.
 */
export function readPreamble(lines: readonly string[]): Preamble {
  const found: Preamble = { time: null, source: null, destination: null, direction: null };
  const near = lines.slice(-12).map((line) => line.slice(0, 400));
  const joined = near.join('\n');
  if (/src_?(?:ip|addr)|source_?(?:ip|addr)|srcip/i.test(joined)) {
    found.source = fromKeys(joined, 'src');
    found.destination = fromKeys(joined, 'dst');
  }
  for (let at = near.length - 1; at >= 0; at -= 1) {
    const line = near[at] ?? '';
    if (line.trim() === '') continue;
    found.time ??= findTime(line);
    if (!found.source && !found.destination && found.direction === null) ends(line, found);
    if (found.time && (found.source || found.destination || found.direction)) break;
  }
  return found;
}

function ends(line: string, found: Preamble): void {
  const pair = arrow.exec(line) ?? fromTo.exec(line);
  const isIn =
    words.in.test(line) || line.includes(' <== ') || (incoming.test(line) && !words.out.test(line));
  const isOut =
    words.out.test(line) || line.includes(' ==> ') || (outgoing.test(line) && !words.in.test(line));
  if (pair && (pair[3] || pair[6] || /\d\.\d/.test(pair[2] ?? ''))) {
    found.source = address(pair, 1);
    found.destination = address(pair, 4);
    if (found.source && found.destination && !found.destination.transport)
      found.destination.transport = found.source.transport;
    if (isIn !== isOut) found.direction = isIn ? 'in' : 'out';
    return;
  }
  if (isIn === isOut) return;
  const single = history.exec(line) ?? peer.exec(line) ?? bracketed.exec(line);
  // The word alone says it only where the line says little else, or counts bytes.
  if (!single && !/bytes|message|\bmsg\b|packet|<<|>>|^\W*[A-Za-z]{2,12}\W*$/i.test(line)) return;
  found.direction = isIn ? 'in' : 'out';
  if (!single) return;
  const other = address(single, 1);
  if (isIn) found.source = other;
  else found.destination = other;
}
