/** Compares two session descriptions (RFC 8866) by what they offer, not by their text. */
import type { Difference, Weight } from './compare.ts';
import { isPrivate } from './network.ts';
import { staticNames } from './sdp.ts';

interface Codec {
  /** `PCMA/8000`, lower case for comparing. */
  name: string;
  payload: string;
  parameters: string;
}

interface Stream {
  kind: string;
  port: string;
  profile: string;
  codecs: Codec[];
  address: string | null;
  direction: string;
  packetTime: string | null;
  /** Suites of a=crypto, in order. */
  crypto: string[];
  fingerprint: boolean;
}

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
/** Streams that are read: enough for every real offer. */
const MOST_STREAMS = 64;
const MOST_CODECS = 200;

function streamsOf(body: string): Stream[] {
  const streams: Stream[] = [];
  let address: string | null = null;
  let direction = 'sendrecv';
  let fingerprint = false;
  const names = new Map<string, string>();
  const parameters = new Map<string, string>();
  const finish = () => {
    for (const codec of streams.at(-1)?.codecs ?? []) {
      codec.name = names.get(codec.payload) ?? staticNames[codec.payload] ?? codec.name;
      codec.parameters = parameters.get(codec.payload) ?? '';
    }
    names.clear();
    parameters.clear();
  };
  for (const raw of body.split(/\r?\n/)) {
    const line = raw.trim();
    const value = line.slice(2).trim();
    const stream = streams.at(-1);
    if (line.startsWith('m=')) {
      finish();
      if (streams.length === MOST_STREAMS) break;
      const [kind = '', port = '', profile = '', ...payloads] = value.split(/\s+/);
      streams.push({
        kind: kind.toLowerCase(),
        port,
        profile: profile.toUpperCase(),
        codecs: payloads.slice(0, MOST_CODECS).map((payload) => ({ name: payload, payload, parameters: '' })),
        address,
        direction,
        packetTime: null,
        crypto: [],
        fingerprint,
      });
    } else if (line.startsWith('c=')) {
      const host = value.split(/\s+/)[2]?.split('/')[0] ?? null;
      if (stream) stream.address = host;
      else address = host;
    } else if (line.startsWith('a=')) {
      const [name = '', rest = ''] = split(value, ':');
      const [first = '', after = ''] = split(rest, ' ');
      if (name === 'rtpmap') names.set(first, after.trim());
      else if (name === 'fmtp')
        parameters.set(first, after.replace(/\s+/g, '').split(';').filter(Boolean).sort().join(';'));
      else if (DIRECTIONS.includes(name)) {
        if (stream) stream.direction = name;
        else direction = name;
      } else if (name === 'ptime' && stream) stream.packetTime = rest.trim();
      else if (name === 'crypto' && stream) stream.crypto.push(after.trim().split(/\s+/)[0] ?? '');
      else if (name === 'fingerprint') {
        if (stream) stream.fingerprint = true;
        else fingerprint = true;
      }
    }
  }
  finish();
  return streams;
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** @param hops the bodies are of one message at two places, where nothing but a media relay may change them. */
export function compareSdp(a: string, b: string, hops: boolean): Difference[] {
  const [before, after] = [streamsOf(a), streamsOf(b)];
  const differences: Difference[] = [];
  const add = (
    name: string,
    one: string | null,
    other: string | null,
    weight: Weight,
    note: string | null = null,
  ) => {
    if (one === other) return;
    const kind = one === null ? 'added' : other === null ? 'removed' : 'changed';
    differences.push({ part: 'sdp', name, kind, a: one, b: other, weight, note });
  };
  const shown = (streams: Stream[]) => streams.map(({ kind, profile }) => `${kind} ${profile}`).join(', ');
  if (before.length !== after.length)
    add(
      'm= lines',
      shown(before) || 'none',
      shown(after) || 'none',
      'matters',
      'Another number of streams: the answer has to have a line for each of the offer (RFC 3264 §6).',
    );
  for (const [index, one] of before.entries()) {
    const other = after[index];
    if (!other) break;
    const label = before.length > 1 || after.length > 1 ? `${one.kind} (stream ${index + 1})` : one.kind;
    add(`${label}: kind`, one.kind, other.kind, 'matters');
    add(
      `${label}: profile`,
      one.profile,
      other.profile,
      'matters',
      'RTP or SRTP, with or without feedback: both sides have to agree.',
    );
    if ((one.port === '0') !== (other.port === '0'))
      add(`${label}: port`, one.port, other.port, 'matters', 'Port 0 refuses the stream (RFC 3264 §6).');
    else
      add(
        `${label}: port`,
        one.port,
        other.port,
        hops ? 'minor' : 'expected',
        hops ? 'A media relay puts its own port there.' : null,
      );
    codecs(label, one, other, add, hops);
    add(
      `${label}: direction`,
      one.direction,
      other.direction,
      'matters',
      'Who may send: one-way or no audio where it does not fit.',
    );
    add(`${label}: packet time`, one.packetTime, other.packetTime, 'minor');
    add(`${label}: crypto suites`, one.crypto.join(', ') || null, other.crypto.join(', ') || null, 'matters');
    add(
      `${label}: DTLS fingerprint`,
      one.fingerprint ? 'there' : null,
      other.fingerprint ? 'there' : null,
      'matters',
    );
    addresses(label, one.address, other.address, add, hops);
  }
  return differences;
}

type Add = (name: string, a: string | null, b: string | null, weight: Weight, note?: string | null) => void;

function codecs(label: string, a: Stream, b: Stream, add: Add, hops: boolean): void {
  const names = ({ codecs: all }: Stream) => all.map(({ name }) => name.toLowerCase());
  const [one, other] = [names(a), names(b)];
  const sorted = (list: string[]) => [...new Set(list)].sort().join(' ');
  const list = ({ codecs: all }: Stream) => all.map(({ name }) => name).join(', ') || 'none';
  if (sorted(one) !== sorted(other)) {
    const common = one.filter((name) => other.includes(name) && !/^telephone-event|^cn\//.test(name));
    add(
      `${label}: codecs`,
      list(a),
      list(b),
      'matters',
      common.length > 0 ? null : 'They have no codec in common.',
    );
  } else if (one.join() !== other.join())
    add(
      `${label}: order of codecs`,
      list(a),
      list(b),
      'minor',
      'The first is the one that is preferred (RFC 3264 §5.1).',
    );
  for (const codec of a.codecs) {
    const same = b.codecs.find(({ name }) => name.toLowerCase() === codec.name.toLowerCase());
    if (!same) continue;
    add(
      `${label}: ${codec.name} parameters`,
      codec.parameters || null,
      same.parameters || null,
      codec.name.startsWith('telephone-event') ? 'minor' : 'matters',
    );
    add(`${label}: ${codec.name} payload type`, codec.payload, same.payload, hops ? 'matters' : 'minor');
  }
}

function addresses(label: string, a: string | null, b: string | null, add: Add, hops: boolean): void {
  if (a === null || b === null) return add(`${label}: address`, a, b, 'matters');
  const held = (address: string) => address === '0.0.0.0' || address === '::';
  if (held(a) !== held(b)) return add(`${label}: address`, a, b, 'matters', '0.0.0.0 holds the stream.');
  if (isPrivate(a) !== isPrivate(b))
    return add(
      `${label}: address`,
      a,
      b,
      'matters',
      'One is private: nobody outside of that network can send media to it.',
    );
  return add(
    `${label}: address`,
    a,
    b,
    hops ? 'minor' : 'expected',
    hops ? 'A media relay puts its own address there.' : null,
  );
}
