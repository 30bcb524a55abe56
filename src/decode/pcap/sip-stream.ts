/**
 * Cuts one direction of a TCP connection into SIP messages: by Content-Length (RFC 3261 §18.3), or as
 * WebSocket messages after the upgrade (RFC 7118). Where the capture begins in the middle, or bytes are missing,
 * it looks for the next message.
 */
import { ByteQueue } from './byte-queue.ts';
import type { PacketPlace } from './ip.ts';
import type { Problems } from './problems.ts';
import { LONGEST_LINE, nextStart, skipEmptyLines, startsSip } from './start-line.ts';
import type { Direction, StreamReader } from './tcp.ts';
import type { CaptureLimits, Transport } from './types.ts';
import { startsSipFrame, WebSocketFrames } from './websocket.ts';

/** Takes a message that is complete, or `truncated`. */
export type Emit = (bytes: Uint8Array, transport: Transport, truncated: boolean, at: PacketPlace) => void;

type Mode =
  /** Nothing seen yet. */
  | 'start'
  /** A message starts here, or an empty line. */
  | 'sip'
  /** Anything may come; a message starts somewhere after it. */
  | 'search'
  /** An HTTP head that may upgrade to WebSocket. */
  | 'http'
  | 'websocket'
  /** Some other protocol. */
  | 'other';

const latin1 = new TextDecoder('latin1');
const LF = 10;
const CR = 13;

/**
 * `data` in the order of the stream, `gap` where bytes of it are missing, `end` once, which hands on a message that was
 * cut off; nothing is taken after it.
 */
export class SipStream implements StreamReader {
  readonly #direction: Direction;
  readonly #emit: Emit;
  readonly #problems: Problems;
  readonly #limits: CaptureLimits;
  readonly #onEncrypted: (direction: Direction, at: PacketPlace) => void;
  readonly #queue = new ByteQueue();
  #mode: Mode = 'start';
  /** A first line was found at the front of the queue. */
  #started = false;
  /** How far the end of the head was looked for. */
  #scanned = 0;
  /** Length of head and body, once the head is complete. */
  #needed = 0;
  #headLength = 0;
  #frames: WebSocketFrames | undefined;

  constructor(
    direction: Direction,
    emit: Emit,
    problems: Problems,
    limits: CaptureLimits,
    onEncrypted: (direction: Direction, at: PacketPlace) => void,
  ) {
    this.#direction = direction;
    this.#emit = emit;
    this.#problems = problems;
    this.#limits = limits;
    this.#onEncrypted = onEncrypted;
  }

  data(bytes: Uint8Array, at: PacketPlace): void {
    if (this.#mode === 'other') return;
    if (this.#mode === 'websocket') return this.#webSocket(bytes, at);
    if (this.#mode === 'search') {
      if (startsSipFrame(bytes)) {
        this.#queue.clear();
        this.#mode = 'websocket';
        return this.#webSocket(bytes, at);
      }
      // What came before need not end in a line end; a message usually starts with its segment.
      if (startsSip(bytes, skipEmptyLines(bytes)) !== 'no') this.#queue.clear();
    }
    this.#queue.push(bytes);
    this.#run(at);
  }

  gap(at: PacketPlace): void {
    if (this.#mode === 'other') return;
    if (this.#mode === 'sip') this.#flush(at);
    if (this.#mode === 'websocket') this.#problems.add('websocket-broken', at.frame);
    this.#frames = undefined;
    this.#restart('search');
    this.#queue.clear();
  }

  end(at: PacketPlace): void {
    if (this.#mode === 'start' || this.#mode === 'sip') this.#flush(at);
    this.#queue.clear();
    this.#mode = 'other';
  }

  #restart(mode: Mode): void {
    this.#mode = mode;
    this.#started = false;
    this.#scanned = 0;
    this.#needed = 0;
    this.#headLength = 0;
  }

  #run(at: PacketPlace): void {
    let again = true;
    while (again) {
      if (this.#mode === 'start') again = this.#first(at);
      else if (this.#mode === 'http') again = this.#upgrade(at);
      else if (this.#mode === 'sip') again = this.#message(at);
      else if (this.#mode === 'search') again = this.#search();
      else again = false;
    }
    if (this.#mode === 'other') this.#queue.clear();
  }

  /** Decides what the connection carries by its first bytes. */
  #first(at: PacketPlace): boolean {
    const bytes = this.#queue.peek();
    const from = skipEmptyLines(bytes);
    if (from === bytes.length) return false;
    if (isTlsHello(bytes)) {
      this.#onEncrypted(this.#direction, at);
      this.#mode = 'other';
      return false;
    }
    const begin = latin1.decode(bytes.subarray(from, from + 9));
    if (/^(?:GET |HTTP\/1\.1)/.test(begin)) {
      this.#restart('http');
      return true;
    }
    const starts = startsSip(bytes, from);
    if (starts === 'more' && this.#direction.fromStart) return false;
    if (starts === 'yes') this.#restart('sip');
    else if (this.#direction.fromStart) this.#mode = 'other';
    else if (startsSipFrame(bytes)) {
      const all = this.#queue.take(bytes.length).slice();
      this.#mode = 'websocket';
      this.#webSocket(all, at);
      return false;
    } else this.#restart('search');
    return true;
  }

  #upgrade(at: PacketPlace): boolean {
    const end = this.#headEnd();
    if (end < 0) {
      if (this.#queue.length > LONGEST_LINE) this.#mode = 'other';
      return false;
    }
    const head = latin1.decode(this.#queue.take(end));
    if (!/^upgrade:[ \t]*websocket/im.test(head)) {
      this.#mode = 'other';
      return false;
    }
    this.#mode = 'websocket';
    const rest = this.#queue.take(this.#queue.length).slice();
    if (rest.length > 0) this.#webSocket(rest, at);
    return false;
  }

  /** Cuts off one message; false where bytes are missing. */
  #message(at: PacketPlace): boolean {
    const queue = this.#queue;
    if (this.#headLength === 0) {
      if (!this.#started) {
        queue.take(skipEmptyLines(queue.peek()));
        if (queue.length === 0) return false;
        const starts = startsSip(queue.peek());
        if (starts === 'more') return false;
        if (starts === 'no') {
          this.#restart('search');
          return true;
        }
        this.#started = true;
      }
      const end = this.#headEnd();
      if (end < 0) {
        if (queue.length <= this.#limits.message) return false;
        this.#tooLong(at);
        return true;
      }
      const length = contentLength(latin1.decode(queue.peek().subarray(0, end)));
      if (length !== null && length > this.#limits.message) {
        this.#tooLong(at);
        return true;
      }
      this.#headLength = end;
      // Without Content-Length the body ends at the next message or with the segment.
      const next = length === null ? nextStart(queue.peek(), end) : 0;
      this.#needed = length === null ? (next < 0 ? queue.length : next) : end + length;
    }
    if (queue.length < this.#needed) return false;
    const message = queue.take(this.#needed);
    this.#emit(message, 'TCP', false, at);
    this.#restart('sip');
    return true;
  }

  /** Gives up on a message that never ends, and looks for the next. */
  #tooLong(at: PacketPlace): void {
    this.#problems.add('stream-message', at.frame);
    const bytes = this.#queue.peek();
    const end = this.#headEnd();
    const length = end < 0 ? Math.min(bytes.length, LONGEST_LINE) : end;
    this.#emit(this.#queue.take(length), 'TCP', true, at);
    this.#restart('search');
  }

  /** Hands out what is there of a message that will not be completed, and the messages that its false length swallowed. */
  #flush(at: PacketPlace): void {
    const queue = this.#queue;
    this.#restart('sip');
    for (;;) {
      queue.take(skipEmptyLines(queue.peek()));
      const bytes = queue.peek();
      if (startsSip(bytes, 0, true) !== 'yes') {
        const next = nextStart(bytes, 0);
        if (next < 0) return;
        queue.take(next);
        continue;
      }
      const firstLine = bytes.indexOf(LF) + 1 || bytes.length;
      const next = nextStart(bytes, firstLine);
      const there = bytes.subarray(0, next < 0 ? bytes.length : next);
      const head = headEnd(there, 0).end;
      const length = head < 0 ? null : contentLength(latin1.decode(there.subarray(0, head)));
      const whole = length !== null && head + length <= there.length;
      if (!whole) this.#problems.add('stream-message', at.frame);
      this.#emit(queue.take(whole ? head + length : there.length), 'TCP', !whole, at);
    }
  }

  #search(): boolean {
    const queue = this.#queue;
    const bytes = queue.peek();
    const found = nextStart(bytes, 0);
    if (found >= 0) {
      queue.take(found);
      this.#restart('sip');
      return true;
    }
    // A first line may be here whose header line is still to come: keep the last two lines.
    const last = bytes.lastIndexOf(LF);
    const before = last < 0 ? -1 : bytes.subarray(0, last).lastIndexOf(LF);
    const kept = startsSip(bytes, before + 1) === 'no' ? last + 1 : before + 1;
    queue.take(bytes.length - kept > LONGEST_LINE ? bytes.length : kept);
    return false;
  }

  #webSocket(bytes: Uint8Array, at: PacketPlace): void {
    this.#frames ??= new WebSocketFrames(this.#limits.message);
    const result = this.#frames.push(bytes, (message) => {
      const from = skipEmptyLines(message);
      if (startsSip(message, from, true) === 'yes') this.#emit(message.subarray(from), 'WS', false, at);
    });
    if (result.compressed > 0) this.#problems.add('websocket-compressed', at.frame);
    if (result.broken) {
      this.#problems.add('websocket-broken', at.frame);
      this.#mode = 'other';
    }
  }

  /** Length of the head with its empty line; -1 where it is not complete. Looks at each byte once. */
  #headEnd(): number {
    const { end, scanned } = headEnd(this.#queue.peek(), this.#scanned);
    this.#scanned = scanned;
    return end;
  }
}

/** Where the head ends (-1 where it does not), and from where to look on once more bytes are there. */
function headEnd(bytes: Uint8Array, from: number): { end: number; scanned: number } {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (next >= bytes.length) return { end: -1, scanned: at };
    if (bytes[next] === LF) return { end: next + 1, scanned: at };
  }
  return { end: -1, scanned: bytes.length };
}

/** The value of Content-Length (RFC 3261 §20.14); null where there is none. */
function contentLength(head: string): number | null {
  const found = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(head);
  return found ? Number(found[1]) : null;
}

/** A ClientHello (RFC 8446 §5.1): only the client's direction, so that a connection counts once. */
function isTlsHello(bytes: Uint8Array): boolean {
  return bytes.length >= 6 && bytes[0] === 0x16 && bytes[1] === 3 && (bytes[2] ?? 9) <= 4 && bytes[5] === 1;
}
