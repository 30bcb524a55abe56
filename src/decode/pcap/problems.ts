import type { CaptureProblem, ProblemKind } from './types.ts';

const times = (count: number, one: string, many: string) => (count === 1 ? `One ${one}` : `${count} ${many}`);

/** The sentence for each problem. `detail` is what the reader knew when it happened first. */
const PROBLEMS: Record<ProblemKind, (count: number, detail: string) => string> = {
  empty: () => 'The file is empty.',
  'not-a-capture': () =>
    'This is neither a pcap nor a pcapng file. If it is a log, paste it as text; if it comes from another capture tool, save it as pcap or pcapng (Wireshark: File, Save As).',
  'other-file': (_, detail) => detail,
  'gzip-broken': () =>
    'The gzip file is damaged or incomplete. What could be unpacked before the damage was read.',
  'gzip-limit': (_, detail) => `The gzip file unpacks to more than ${detail}. Only that much was read.`,
  'file-cut': () =>
    'The file ends inside a packet: it was copied while the capture was running, or the copy is incomplete. Everything before that was read.',
  'record-length': (_, detail) =>
    `A packet claims to be ${detail} bytes long, which cannot be. Reading stopped there; the file is damaged.`,
  'block-broken': (_, detail) => `${detail} Reading stopped there; the file is damaged.`,
  'link-type': (count, detail) =>
    `${times(count, 'packet was', 'packets were')} left out: link type ${detail} is not read here. Capture on an Ethernet, "any" or loopback interface, or use Wireshark (File, Export PDUs to File, OSI layer 7).`,
  'packet-cut': (count) =>
    `${times(count, 'packet was', 'packets were')} cut short while capturing. Capture again without a snap length (tcpdump -s 0).`,
  'packet-broken': (count) =>
    `${times(count, 'packet has', 'packets have')} lengths that do not fit, and could not be read.`,
  'fragments-missing': (count) =>
    `${times(count, 'fragmented packet is', 'fragmented packets are')} incomplete: later fragments have no port number, so a capture filter such as "port 5060" loses them. Capture with "port 5060 or (ip[6:2] & 0x1fff != 0)".`,
  'stream-gap': (count) =>
    `${times(count, 'gap', 'gaps')} in TCP connections: segments are missing from the capture, and messages in them are lost or cut.`,
  'stream-message': (count) =>
    `${times(count, 'message on TCP is', 'messages on TCP are')} incomplete: the connection, the capture or the allowed size ended before the length that Content-Length promises.`,
  'websocket-compressed': (count) =>
    `${times(count, 'WebSocket message is', 'WebSocket messages are')} compressed (permessage-deflate), which is not read here.`,
  'websocket-broken': (count) =>
    `${times(count, 'WebSocket connection', 'WebSocket connections')} could not be followed to the end.`,
  encrypted: (count, detail) =>
    `${times(count, 'connection is', 'connections are')} encrypted with TLS (first ${detail}); SIP inside cannot be read. Take the log of the server instead, or decrypt in Wireshark and use File, Export PDUs to File, OSI layer 7.`,
  'too-much': (_, detail) =>
    `The capture has more than ${detail} of SIP. Only that much was read; use a capture filter.`,
  'no-sip': () =>
    'No SIP message is in this capture. Was it made on the machine and interface through which SIP goes?',
};

/** Collects problems: one entry for each kind, with a count and the first packet. */
export class Problems {
  readonly #found = new Map<ProblemKind, { count: number; frame: number | null; detail: string }>();

  /** @param detail what the sentence names; only the first is kept. */
  add(kind: ProblemKind, frame: number | null = null, detail = ''): void {
    const known = this.#found.get(kind);
    if (known) known.count += 1;
    else this.#found.set(kind, { count: 1, frame, detail });
  }

  has(kind: ProblemKind): boolean {
    return this.#found.has(kind);
  }

  list(): CaptureProblem[] {
    return [...this.#found].map(([kind, { count, frame, detail }]) => ({
      kind,
      message: PROBLEMS[kind](count, detail),
      count,
      frame,
    }));
  }
}

/** A size for people: `256 MB`. */
export function inMegabytes(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1 ? `${Math.round(megabytes)} MB` : `${bytes} bytes`;
}
