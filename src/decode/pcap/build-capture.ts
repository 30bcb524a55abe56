/** Writes captures for the tests: packets, frames and files, byte by byte. Not used by the site. */

type Part = number[] | Uint8Array | string;

const encoder = new TextEncoder();

export function bytesOf(...parts: Part[]): Uint8Array {
  return joined(parts);
}

/** The same of a list, which may be longer than the arguments of a function. */
function joined(parts: readonly Part[]): Uint8Array {
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

export const u16 = (value: number, little = false): number[] => {
  const bytes = [(value >>> 8) & 255, value & 255];
  return little ? bytes.reverse() : bytes;
};

export const u32 = (value: number, little = false): number[] => {
  const bytes = [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return little ? bytes.reverse() : bytes;
};

export const CLIENT = '192.0.2.10';
export const SERVER = '198.51.100.20';
const CLIENT6 = bytesOf([0x20, 0x01, 0x0d, 0xb8], new Uint8Array(11), [1]);
const SERVER6 = bytesOf([0x20, 0x01, 0x0d, 0xb8], new Uint8Array(11), [2]);

const address = (text: string) => text.split('.').map(Number);

export interface Ipv4Options {
  from?: string;
  to?: string;
  id?: number;
  /** In bytes. */
  offset?: number;
  more?: boolean;
  protocol?: number;
}

export function ipv4(payload: Uint8Array, options: Ipv4Options = {}): Uint8Array {
  const { from = CLIENT, to = SERVER, id = 1, offset = 0, more = false, protocol = 17 } = options;
  return bytesOf(
    [0x45, 0],
    u16(20 + payload.length),
    u16(id),
    u16((offset >> 3) | (more ? 0x2000 : 0)),
    [64, protocol, 0, 0],
    address(from),
    address(to),
    payload,
  );
}

/** @param next protocol of the payload, or of the first extension header in it. */
export function ipv6(payload: Uint8Array, next = 17): Uint8Array {
  return bytesOf([0x60, 0, 0, 0], u16(payload.length), [next, 64], CLIENT6, SERVER6, payload);
}

export function udp(payload: Part, from = 5060, to = 5060): Uint8Array {
  const data = bytesOf(payload);
  return bytesOf(u16(from), u16(to), u16(8 + data.length), [0, 0], data);
}

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
const ACK = 16;

export function tcp(sequence: number, payload: Part = [], flags = 0, from = 40000, to = 5060): Uint8Array {
  return bytesOf(
    u16(from),
    u16(to),
    u32(sequence >>> 0),
    u32(1),
    [0x50, flags | ACK],
    [0xff, 0xff, 0, 0, 0, 0],
    payload,
  );
}

export function ethernet(packet: Uint8Array, tags: number[] = []): Uint8Array {
  const type = (packet[0] ?? 0) >> 4 === 6 ? 0x86dd : 0x0800;
  return bytesOf(new Uint8Array(12), ...tags.map((tag) => [...u16(tag), 0, 7]), u16(type), packet);
}

export interface Record {
  data: Uint8Array;
  /** Microseconds since 1970. */
  time?: number;
  /** Length on the wire, where it is not the length of the data. */
  original?: number;
}

export const START_TIME = 1_795_182_640_177_163;

export interface PcapOptions {
  little?: boolean;
  nanoseconds?: boolean;
  modified?: boolean;
  linkType?: number;
}

export function pcap(records: readonly (Record | Uint8Array)[], options: PcapOptions = {}): Uint8Array {
  const { little = true, nanoseconds = false, modified = false, linkType = 1 } = options;
  const magic = modified ? 0xa1b2cd34 : nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4;
  const n32 = (value: number) => u32(value, little);
  const n16 = (value: number) => u16(value, little);
  return joined([
    n32(magic),
    n16(2),
    n16(4),
    n32(0),
    n32(0),
    n32(262_144),
    n32(linkType),
    ...records.flatMap((record, index) => {
      const {
        data,
        time = START_TIME + index * 1000,
        original = data.length,
      } = record instanceof Uint8Array ? ({ data: record } as Record) : record;
      return [
        n32(Math.floor(time / 1e6)),
        n32((time % 1e6) * (nanoseconds ? 1000 : 1)),
        n32(data.length),
        n32(original),
        ...(modified ? [n32(1), n16(0), [0, 0]] : []),
        data,
      ];
    }),
  ]);
}

const padded = (data: Uint8Array) => bytesOf(data, new Uint8Array((4 - (data.length % 4)) % 4));

/** A block of a pcapng file. */
export function block(type: number, body: Uint8Array, little = true): Uint8Array {
  const length = u32(12 + padded(body).length, little);
  return bytesOf(u32(type, little), length, padded(body), length);
}

export function section(little = true): Uint8Array {
  return block(
    0x0a0d0d0a,
    bytesOf(u32(0x1a2b3c4d, little), u16(1, little), u16(0, little), new Uint8Array(8).fill(255)),
    little,
  );
}

export interface InterfaceOptions {
  linkType?: number;
  snapLength?: number;
  /** Value of if_tsresol. */
  resolution?: number;
  /** Value of if_tsoffset, seconds. */
  offset?: number;
  little?: boolean;
}

export function networkInterface(options: InterfaceOptions = {}): Uint8Array {
  const { linkType = 1, snapLength = 0, resolution, offset, little = true } = options;
  const wide = (value: number) => (little ? [...u32(value, true), 0, 0, 0, 0] : [0, 0, 0, 0, ...u32(value)]);
  return block(
    1,
    bytesOf(
      u16(linkType, little),
      [0, 0],
      u32(snapLength, little),
      // if_name, so that the options that count are not the first.
      u16(2, little),
      u16(3, little),
      'lo0\0',
      ...(resolution === undefined ? [] : [u16(9, little), u16(1, little), [resolution, 0, 0, 0]]),
      ...(offset === undefined ? [] : [u16(14, little), u16(8, little), wide(offset)]),
      [0, 0, 0, 0],
    ),
    little,
  );
}

export function enhanced(data: Uint8Array, units: bigint, interfaceId = 0, little = true): Uint8Array {
  return block(
    6,
    bytesOf(
      u32(interfaceId, little),
      u32(Number(units >> 32n), little),
      u32(Number(units & 0xffffffffn), little),
      u32(data.length, little),
      u32(data.length, little),
      padded(data),
    ),
    little,
  );
}

export function simple(data: Uint8Array, original = data.length, little = true): Uint8Array {
  return block(3, bytesOf(u32(original, little), data), little);
}

/** A WebSocket frame. */
export function frame(
  payload: Part,
  options: { opcode?: number; final?: boolean; mask?: number[]; rsv1?: boolean } = {},
): Uint8Array {
  const { opcode = 1, final = true, mask, rsv1 = false } = options;
  const data = bytesOf(payload);
  const first = (final ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode;
  const bit = mask ? 0x80 : 0;
  const length =
    data.length < 126
      ? [bit | data.length]
      : data.length < 65_536
        ? [bit | 126, ...u16(data.length)]
        : [bit | 127, 0, 0, 0, 0, ...u32(data.length)];
  return bytesOf(
    [first],
    length,
    mask ?? [],
    mask ? data.map((byte, at) => byte ^ (mask[at & 3] ?? 0)) : data,
  );
}

/** A response with a body, as it stands on the wire. */
export function response(code: number, phrase: string, body = ''): string {
  return [
    `SIP/2.0 ${code} ${phrase}`,
    `Via: SIP/2.0/UDP ${CLIENT}:5060;branch=z9hG4bK${code}`,
    'From: <sip:+15550142@example.com>;tag=1',
    'To: <sip:+15550199@example.com>;tag=2',
    `Call-ID: ${code}@example.com`,
    'CSeq: 1 INVITE',
    `Content-Length: ${encoder.encode(body).length}`,
    '',
    body,
  ].join('\r\n');
}
