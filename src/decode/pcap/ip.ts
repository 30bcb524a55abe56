/** IPv4 and IPv6: headers, extension headers, fragments, packets inside packets. */
import { viewOf } from './byte-queue.ts';
import type { Problems } from './problems.ts';
import type { CaptureLimits } from './types.ts';

export const TCP = 6;
export const UDP = 17;
export const SCTP = 132;
const IPV4_IN_IP = 4;
const IPV6_IN_IP = 41;
const MOST_LAYERS = 4;

/** Fragments of one packet; a network with room for 576 bytes needs 119 for the longest. */
const MOST_PIECES = 256;
/** A packet whose fragments take longer is given up (RFC 8200 §4.5: 60 s), in µs. */
const LONGEST_WAIT = 60_000_000;

const HOP_BY_HOP = 0;
const ROUTING = 43;
const FRAGMENT = 44;
const AUTHENTICATION = 51;
const DESTINATION_OPTIONS = 60;
const MOBILITY = 135;
const MOST_EXTENSIONS = 16;

/** Where in the capture a packet stands. */
export interface PacketPlace {
  frame: number;
  time: number | null;
}

/** What an IP packet carries. */
export interface Payload {
  protocol: number;
  source: string;
  destination: string;
  data: Uint8Array;
  /** The packet says it is longer than what was captured. */
  cut: boolean;
}

interface Fragments {
  pieces: { from: number; data: Uint8Array }[];
  /** Length of the whole, known once the last fragment is seen. */
  total: number | null;
  bytes: number;
  frame: number;
  time: number | null;
}

/** `read` for each packet, in the order of the capture; `end` once after the last, for fragments that still wait. */
export class IpLayer {
  readonly #problems: Problems;
  readonly #limits: CaptureLimits;
  /** In order of their last fragment, so that the first is the one to give up. */
  readonly #fragments = new Map<string, Fragments>();
  #held = 0;

  constructor(problems: Problems, limits: CaptureLimits) {
    this.#problems = problems;
    this.#limits = limits;
  }

  /** The payload of a packet; undefined where it is broken or a fragment that does not complete its packet. */
  read(packet: Uint8Array, at: PacketPlace, layers = 0): Payload | undefined {
    const payload = this.#unwrap(packet, at);
    if (payload === undefined || payload === 'waits') {
      if (payload === undefined) this.#problems.add('packet-broken', at.frame);
      return undefined;
    }
    if (payload.protocol !== IPV4_IN_IP && payload.protocol !== IPV6_IN_IP) return payload;
    return layers < MOST_LAYERS ? this.read(payload.data, at, layers + 1) : undefined;
  }

  /** Tells of packets whose fragments never came together. */
  end(): void {
    for (const { frame } of this.#fragments.values()) this.#problems.add('fragments-missing', frame);
    this.#fragments.clear();
    this.#held = 0;
  }

  #unwrap(packet: Uint8Array, place: PacketPlace): Payload | 'waits' | undefined {
    const version = (packet[0] ?? 0) >> 4;
    if (version === 4) return this.#ipv4(packet, place);
    if (version === 6) return this.#ipv6(packet, place);
    return undefined;
  }

  #ipv4(packet: Uint8Array, place: PacketPlace): Payload | 'waits' | undefined {
    const header = ((packet[0] ?? 0) & 0x0f) * 4;
    if (header < 20 || packet.length < header) return undefined;
    const view = viewOf(packet);
    // Length 0: the network card was to fill it in (segmentation offload), so everything captured counts.
    const length = view.getUint16(2) || packet.length;
    if (length < header) return undefined;
    const flags = view.getUint16(6);
    const protocol = view.getUint8(9);
    const source = ipv4Text(packet.subarray(12, 16));
    const destination = ipv4Text(packet.subarray(16, 20));
    const data = packet.subarray(header, Math.min(length, packet.length));
    const cut = length > packet.length;
    const offset = (flags & 0x1fff) * 8;
    const more = (flags & 0x2000) !== 0;
    if (offset === 0 && !more) return { protocol, source, destination, data, cut };
    const key = `${source} ${destination} ${protocol} ${view.getUint16(4)}`;
    const whole = this.#collect(key, offset, more, data, place);
    return whole ? { protocol, source, destination, data: whole, cut: false } : 'waits';
  }

  #ipv6(packet: Uint8Array, place: PacketPlace): Payload | 'waits' | undefined {
    if (packet.length < 40) return undefined;
    const view = viewOf(packet);
    const length = 40 + view.getUint16(4);
    const source = ipv6Text(packet.subarray(8, 24));
    const destination = ipv6Text(packet.subarray(24, 40));
    // Payload length 0 without a jumbo option: segmentation offload, as with IPv4.
    const end = length === 40 ? packet.length : Math.min(length, packet.length);
    const cut = length > packet.length;
    const inner = (protocol: number, data: Uint8Array): Payload | 'waits' | undefined => {
      let next = protocol;
      let at = 0;
      for (let extensions = 0; extensions < MOST_EXTENSIONS; extensions++) {
        const length =
          next === HOP_BY_HOP || next === ROUTING || next === DESTINATION_OPTIONS || next === MOBILITY
            ? 8 + (data[at + 1] ?? 0) * 8
            : next === AUTHENTICATION
              ? 8 + (data[at + 1] ?? 0) * 4
              : 0;
        if (next === FRAGMENT) {
          if (at + 8 > data.length) return undefined;
          const inside = viewOf(data);
          const field = inside.getUint16(at + 2);
          const [offset, more] = [field & 0xfff8, (field & 1) === 1];
          const after = inside.getUint8(at);
          const rest = data.subarray(at + 8);
          if (offset === 0 && !more) {
            next = after;
            at += 8;
            continue;
          }
          const whole = this.#collect(
            `${source} ${destination} ${inside.getUint32(at + 4)}`,
            offset,
            more,
            rest,
            place,
          );
          return whole ? inner(after, whole) : 'waits';
        }
        if (length === 0) return { protocol: next, source, destination, data: data.subarray(at), cut };
        if (at + length > data.length) return undefined;
        next = data[at] ?? 0;
        at += length;
      }
      return undefined;
    };
    return inner(view.getUint8(6), packet.subarray(40, end));
  }

  /** Adds a fragment; returns the whole payload once nothing is missing. The first to claim a byte has it. */
  #collect(
    key: string,
    from: number,
    more: boolean,
    data: Uint8Array,
    { frame, time }: PacketPlace,
  ): Uint8Array | undefined {
    const before = this.#fragments.get(key);
    if (before && (time ?? 0) - (before.time ?? 0) > LONGEST_WAIT) {
      this.#problems.add('fragments-missing', before.frame);
      this.#forget(key);
    }
    const known = this.#fragments.get(key) ?? { pieces: [], total: null, bytes: 0, frame, time };
    this.#fragments.delete(key);
    this.#fragments.set(key, known);
    // Nothing beyond 64 KiB can belong to an IP packet.
    if (from + data.length > 65_535 || known.pieces.length >= MOST_PIECES) {
      this.#problems.add('packet-broken', frame);
      return undefined;
    }
    known.pieces.push({ from, data: data.slice() });
    known.bytes += data.length;
    this.#held += data.length;
    if (!more) known.total = from + data.length;
    const whole =
      known.total !== null && known.bytes >= known.total ? joined(known.pieces, known.total) : undefined;
    if (whole) this.#forget(key);
    while (this.#fragments.size > this.#limits.fragments || this.#held > this.#limits.held / 2) {
      const [oldest] = this.#fragments;
      if (!oldest) break;
      this.#problems.add('fragments-missing', oldest[1].frame);
      this.#forget(oldest[0]);
    }
    return whole;
  }

  #forget(key: string): void {
    this.#held -= this.#fragments.get(key)?.bytes ?? 0;
    this.#fragments.delete(key);
  }
}

/** The pieces as one; undefined while bytes are missing. */
function joined(pieces: Fragments['pieces'], total: number): Uint8Array | undefined {
  const whole = new Uint8Array(total);
  let filled = 0;
  for (const { from, data } of [...pieces].sort((a, b) => a.from - b.from)) {
    if (from > filled) return undefined;
    const end = Math.min(total, from + data.length);
    if (end > filled) whole.set(data.subarray(filled - from, end - from), filled);
    filled = Math.max(filled, end);
  }
  return filled >= total ? whole : undefined;
}

/** Four bytes as people write them: 192.0.2.10. */
export function ipv4Text(bytes: Uint8Array): string {
  return bytes.join('.');
}

/** The text form of RFC 5952: lower case, the longest run of zeros (two groups or more) as `::`. */
export function ipv6Text(bytes: Uint8Array): string {
  const view = viewOf(bytes);
  const groups = Array.from({ length: 8 }, (_, index) => view.getUint16(index * 2));
  let [best, bestLength] = [-1, 1];
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > bestLength) [best, bestLength] = [start, length];
  }
  const text = (part: number[]) => part.map((group) => group.toString(16)).join(':');
  return best < 0 ? text(groups) : `${text(groups.slice(0, best))}::${text(groups.slice(best + bestLength))}`;
}

/** `192.0.2.1:5060`, `[2001:db8::1]:5060`. */
export function endpoint(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
