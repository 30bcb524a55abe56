/** WebSocket frames of one direction (RFC 6455 §5), put together to messages. */
import { ByteQueue, viewOf } from './byte-queue.ts';

const CONTINUATION = 0;
const TEXT = 1;
const BINARY = 2;
const FIRST_CONTROL = 8;

interface FrameHeader {
  final: boolean;
  /** RSV1: compressed by permessage-deflate (RFC 7692 §6). */
  compressed: boolean;
  opcode: number;
  mask: Uint8Array | null;
  headerLength: number;
  length: number;
}

/** The header at the start of the bytes; `more` where it is incomplete, null where it cannot be one. */
function frameHeader(bytes: Uint8Array): FrameHeader | 'more' | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return 'more';
  const opcode = first & 0x0f;
  if (first & 0x30 || (opcode > BINARY && opcode < FIRST_CONTROL) || opcode > 10) return null;
  const masked = (second & 0x80) !== 0;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const headerLength = 2 + lengthBytes + (masked ? 4 : 0);
  if (bytes.length < headerLength) return 'more';
  const view = viewOf(bytes);
  const length = short === 126 ? view.getUint16(2) : short === 127 ? Number(view.getBigUint64(2)) : short;
  return {
    final: (first & 0x80) !== 0,
    compressed: (first & 0x40) !== 0,
    opcode,
    mask: masked ? bytes.slice(headerLength - 4, headerLength) : null,
    headerLength,
    length,
  };
}

function unmasked(bytes: Uint8Array, mask: Uint8Array | null): Uint8Array {
  return mask ? bytes.map((byte, index) => byte ^ (mask[index & 3] as number)) : bytes.slice();
}

/** Whether a segment starts with a frame that holds the start of a SIP message: for connections whose upgrade is not in the capture. */
export function startsSipFrame(bytes: Uint8Array): boolean {
  const header = frameHeader(bytes.subarray(0, 14));
  if (header === null || header === 'more') return false;
  if (header.compressed || (header.opcode !== TEXT && header.opcode !== BINARY)) return false;
  const start = unmasked(bytes.subarray(header.headerLength, header.headerLength + 24), header.mask);
  return /^(?:SIP\/2\.0 \d{3}|[A-Z]{3,12} (?:sips?|tel):)/.test(String.fromCharCode(...start));
}

export class WebSocketFrames {
  readonly #queue = new ByteQueue();
  readonly #longest: number;
  #parts: Uint8Array[] = [];
  #partsLength = 0;
  #compressed = false;

  /** @param longest bytes of a message; a longer one ends the reading. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** @param onMessage gets each complete text or binary message. */
  push(bytes: Uint8Array, onMessage: (message: Uint8Array) => void): { compressed: number; broken: boolean } {
    const queue = this.#queue;
    queue.push(bytes);
    let compressed = 0;
    for (;;) {
      const header = frameHeader(queue.peek());
      if (header === 'more') return { compressed, broken: false };
      if (header === null || header.length + this.#partsLength > this.#longest) {
        queue.clear();
        return { compressed, broken: true };
      }
      if (queue.length < header.headerLength + header.length) return { compressed, broken: false };
      queue.take(header.headerLength);
      const payload = unmasked(queue.take(header.length), header.mask);
      // Ping, pong and close may stand between the parts of a message.
      if (header.opcode >= FIRST_CONTROL) continue;
      if (header.opcode !== CONTINUATION) {
        this.#parts = [];
        this.#partsLength = 0;
        this.#compressed = header.compressed;
      }
      // A frame of no bytes takes no place, so that many of them cost nothing.
      if (payload.length > 0) this.#parts.push(payload);
      this.#partsLength += payload.length;
      if (!header.final) continue;
      if (this.#compressed) compressed += 1;
      else onMessage(this.#joined());
      this.#parts = [];
      this.#partsLength = 0;
    }
  }

  #joined(): Uint8Array {
    const whole = new Uint8Array(this.#partsLength);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}
