/**
 * Puts the segments of each direction of each TCP connection in order and hands the bytes on once.
 * Late, repeated and overlapping segments are sorted out; a segment that the capture does not have is waited for
 * within bounds, then told as a gap.
 */
import { viewOf } from './byte-queue.ts';
import { endpoint, type Payload, type PacketPlace } from './ip.ts';
import type { Problems } from './problems.ts';
import type { CaptureLimits } from './types.ts';

const FIN = 1;
const SYN = 2;
const RST = 4;

/** A missing segment is not waited for any longer once what came after it is this old, in µs of capture time. */
const LONGEST_WAIT = 3_000_000;
/** Segments that may wait in one direction. */
const MOST_WAITING = 1_000;
/** Bytes this far from the expected place belong to another connection on the same ports. */
const ANOTHER_CONNECTION = 8 * 1024 * 1024;

/** Takes the bytes of one direction in order. */
export interface StreamReader {
  /** @param fromStart false where the connection was already open when the capture began. */
  data(bytes: Uint8Array, at: PacketPlace): void;
  /** Bytes are missing here. */
  gap(at: PacketPlace): void;
  /** Nothing more comes in this direction. */
  end(at: PacketPlace): void;
}

/** One direction of a connection. */
export interface Direction {
  source: string;
  destination: string;
  /** The first bytes of the connection are in the capture. */
  fromStart: boolean;
}

interface Waiting extends PacketPlace {
  sequence: number;
  data: Uint8Array;
}

interface Stream {
  /** Null once the direction is closed; what is still repeated after that is known as old by its number. */
  reader: StreamReader | null;
  /** Sequence number of the next byte. */
  next: number;
  /** In order of sequence number. */
  waiting: Waiting[];
  waitingBytes: number;
  /** Since when something waits without a break. */
  waitingSince: number | null;
  last: PacketPlace;
}

/** How far `a` is after `b`, in the circle of 32-bit sequence numbers (RFC 9293 §3.4). */
const after = (a: number, b: number) => (a - b) | 0;

/**
 * `read` for each segment, in the order of the capture; `end` once after the last, which hands on what still waits and
 * ends every direction.
 */
export class TcpLayer {
  /** In order of use. */
  readonly #streams = new Map<string, Stream>();
  readonly #open: (direction: Direction) => StreamReader;
  readonly #problems: Problems;
  readonly #limits: CaptureLimits;
  #held = 0;

  constructor(open: (direction: Direction) => StreamReader, problems: Problems, limits: CaptureLimits) {
    this.#open = open;
    this.#problems = problems;
    this.#limits = limits;
  }

  read(payload: Payload, place: PacketPlace): void {
    const segment = payload.data;
    if (segment.length < 20) return this.#problems.add('packet-broken', place.frame);
    const view = viewOf(segment);
    const header = (view.getUint8(12) >> 4) * 4;
    if (header < 20 || header > segment.length) return this.#problems.add('packet-broken', place.frame);
    const source = endpoint(payload.source, view.getUint16(0));
    const destination = endpoint(payload.destination, view.getUint16(2));
    const key = `${source} ${destination}`;
    const flags = view.getUint8(13);
    const data = segment.subarray(header);
    const first = view.getUint32(4);
    // SYN takes a number of its own.
    const sequence = flags & SYN ? (first + 1) | 0 : first | 0;

    let stream = this.#streams.get(key);
    if (stream && isAnother(stream, sequence, (flags & SYN) !== 0)) {
      this.#close(stream, place);
      this.#streams.delete(key);
      stream = undefined;
    }
    if (!stream) {
      if (data.length === 0 && !(flags & SYN)) return;
      stream = {
        reader: this.#open({ source, destination, fromStart: (flags & SYN) !== 0 }),
        next: sequence,
        waiting: [],
        waitingBytes: 0,
        waitingSince: null,
        last: place,
      };
    }
    this.#streams.delete(key);
    this.#streams.set(key, stream);
    stream.last = place;

    if (data.length > 0) this.#segment(stream, sequence, data, place);
    if (stream.waiting.length > 0) this.#giveUpWaiting(stream, place);
    if (flags & RST || (flags & FIN && after((sequence + data.length) | 0, stream.next) <= 0))
      this.#close(stream, place);
    this.#keepBounds();
  }

  /** The capture is over. */
  end(): void {
    for (const stream of this.#streams.values()) this.#close(stream, stream.last);
    this.#streams.clear();
  }

  #segment(stream: Stream, sequence: number, data: Uint8Array, place: PacketPlace): void {
    const ahead = after(sequence, stream.next);
    if (ahead <= 0) {
      const fresh = data.subarray(Math.min(data.length, -ahead));
      if (fresh.length === 0) return;
      this.#deliver(stream, fresh, place);
      this.#deliverWaiting(stream, place);
      return;
    }
    const { waiting } = stream;
    let at = waiting.length;
    while (at > 0 && after((waiting[at - 1] as Waiting).sequence, sequence) > 0) at -= 1;
    const before = waiting[at - 1];
    if (before?.sequence === sequence && before.data.length >= data.length) return;
    waiting.splice(at, 0, { frame: place.frame, time: place.time, sequence, data: data.slice() });
    stream.waitingSince ??= place.time;
    stream.waitingBytes += data.length;
    this.#held += data.length;
  }

  #deliver(stream: Stream, data: Uint8Array, place: PacketPlace): void {
    stream.next = (stream.next + data.length) | 0;
    stream.reader?.data(data, place);
  }

  /**
   * Hands on what waits and has no gap before it.
   * @param from the packet that ended the waiting: nothing is complete before it.
   */
  #deliverWaiting(stream: Stream, from: PacketPlace): void {
    let done = 0;
    let { frame, time } = from;
    for (const waiting of stream.waiting) {
      const { sequence, data } = waiting;
      const ahead = after(sequence, stream.next);
      if (ahead > 0) break;
      if (waiting.frame > frame) ({ frame, time } = waiting);
      done += 1;
      stream.waitingBytes -= data.length;
      this.#held -= data.length;
      const fresh = data.subarray(Math.min(data.length, -ahead));
      if (fresh.length > 0) this.#deliver(stream, fresh, { frame, time });
    }
    stream.waiting.splice(0, done);
    stream.waitingSince = stream.waiting[0]?.time ?? null;
  }

  #giveUpWaiting(stream: Stream, place: PacketPlace): void {
    const { waitingSince } = stream;
    const tooLong = place.time !== null && waitingSince !== null && place.time - waitingSince > LONGEST_WAIT;
    const tooMuch = stream.waitingBytes > this.#limits.waiting || stream.waiting.length > MOST_WAITING;
    if (tooLong || tooMuch) this.#skipGap(stream);
  }

  #skipGap(stream: Stream): void {
    const [first] = stream.waiting;
    if (!first) return;
    this.#problems.add('stream-gap', first.frame);
    stream.reader?.gap(first);
    stream.next = first.sequence;
    this.#deliverWaiting(stream, first);
  }

  #close(stream: Stream, place: PacketPlace): void {
    while (stream.waiting.length > 0) this.#skipGap(stream);
    stream.reader?.end(place);
    stream.reader = null;
  }

  #keepBounds(): void {
    while (this.#streams.size > this.#limits.streams || this.#held > this.#limits.held / 2) {
      const [oldest] = this.#streams;
      if (!oldest) return;
      this.#close(oldest[1], oldest[1].last);
      this.#streams.delete(oldest[0]);
    }
  }
}

/** Whether a segment begins another connection on the ports of one that is known. */
function isAnother(stream: Stream, sequence: number, syn: boolean): boolean {
  const distance = after(sequence, stream.next);
  if (stream.reader === null) return syn || distance > 0 || -distance > ANOTHER_CONNECTION;
  // A SYN that is repeated late is close to the start; after the first answer nobody sends one.
  return syn ? Math.abs(distance) > 65_535 : -distance > ANOTHER_CONNECTION;
}
