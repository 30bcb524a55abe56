/** What comes out of a capture file. Page, worker and tests use these types; nothing here knows a file format. */

/** How a message travelled. `TLS` only where the capture holds the decrypted message (Wireshark's exported PDUs). */
export type Transport = 'UDP' | 'TCP' | 'SCTP' | 'TLS' | 'WS';

/** One SIP message found in a capture. */
export interface CaptureMessage {
  /** Number of the packet that completed the message; the first packet of the file is 1, as in Wireshark. */
  frame: number;
  /** Microseconds since 1970-01-01 UTC, a whole number; null where the file has no time for the packet. */
  time: number | null;
  /** `192.0.2.1:5060` or `[2001:db8::1]:5060`. */
  source: string;
  destination: string;
  transport: Transport;
  /** The message as sent, read as UTF-8; bytes that are not UTF-8 become U+FFFD. */
  text: string;
  /** True where the end of the message is not in the capture. */
  truncated: boolean;
}

/** What kept the reader from seeing everything. `PROBLEMS` in problems.ts has the sentence for each. */
export type ProblemKind =
  | 'empty'
  | 'not-a-capture'
  | 'other-file'
  | 'gzip-broken'
  | 'gzip-limit'
  | 'file-cut'
  | 'record-length'
  | 'block-broken'
  | 'link-type'
  | 'packet-cut'
  | 'packet-broken'
  | 'fragments-missing'
  | 'stream-gap'
  | 'stream-message'
  | 'websocket-compressed'
  | 'websocket-broken'
  | 'encrypted'
  | 'too-much'
  | 'no-sip';

/** Something the reader could not read, told once for each kind. */
export interface CaptureProblem {
  kind: ProblemKind;
  /** One sentence for the person: what is missing and what to do about it. */
  message: string;
  /** How often it happened. */
  count: number;
  /** The packet at which it happened first; null where it concerns the file. */
  frame: number | null;
}

export type CaptureFormat = 'pcap' | 'pcapng';

/** The result of reading a whole capture. */
export interface CaptureRead {
  /** Null where the bytes are no capture; `problems` then says what they look like. */
  format: CaptureFormat | null;
  /** The file was gzip-compressed. */
  compressed: boolean;
  /** Packets in the file, SIP or not. */
  packets: number;
  /** In order of capture. */
  messages: CaptureMessage[];
  problems: CaptureProblem[];
}

/** A packet as the file has it. */
export interface Packet {
  frame: number;
  /** Microseconds since 1970; null where the block has no time. */
  time: number | null;
  /** LINKTYPE number, see link.ts. */
  linkType: number;
  data: Uint8Array;
  /** Fewer bytes were kept than were on the wire. */
  cut: boolean;
}

/** Bounds that keep memory and time in hand whatever the file claims. */
export interface CaptureLimits {
  /** Bytes that a gzip file may unpack to. */
  inflated: number;
  /** Bytes of one packet or pcapng block. */
  record: number;
  /** Bytes of one SIP message in a stream, head or body each. */
  message: number;
  /** Bytes waiting in one direction of a TCP connection for a missing segment. */
  waiting: number;
  /** Bytes held for all TCP connections and fragments together. */
  held: number;
  /** TCP directions followed at a time; the one unused for longest goes first. */
  streams: number;
  /** Fragmented packets followed at a time. */
  fragments: number;
  /** Bytes of message text handed out. */
  text: number;
}

export const DEFAULT_LIMITS: CaptureLimits = {
  inflated: 1024 * 1024 * 1024,
  record: 16 * 1024 * 1024,
  message: 1024 * 1024,
  waiting: 1024 * 1024,
  held: 64 * 1024 * 1024,
  streams: 20_000,
  fragments: 1_000,
  text: 256 * 1024 * 1024,
};
