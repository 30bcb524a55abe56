/** SCTP as far as SIP needs it (RFC 4168): user messages out of DATA chunks, fragments put together (RFC 9260 §3.3.1). */
import { viewOf } from './byte-queue.ts';
import type { CaptureLimits } from './types.ts';

const COMMON_HEADER = 12;
const DATA = 0;
const DATA_HEADER = 16;
const BEGINS = 2;
const ENDS = 1;
/** Associations whose fragments are followed at a time. */
const MOST_OPEN = 1000;

interface Pieces {
  next: number;
  bytes: number;
  parts: Uint8Array[];
}

export class SctpLayer {
  readonly #limits: CaptureLimits;
  readonly #open = new Map<string, Pieces>();
  #held = 0;

  constructor(limits: CaptureLimits) {
    this.#limits = limits;
  }

  /**
   * The user messages that a packet completes.
   * @param ends source and destination, which keep the fragments of one association apart.
   * @returns null where a length in the packet does not fit.
   */
  read(packet: Uint8Array, ends: string): { ports: [number, number]; messages: Uint8Array[] } | null {
    if (packet.length < COMMON_HEADER) return null;
    const view = viewOf(packet);
    const ports: [number, number] = [view.getUint16(0), view.getUint16(2)];
    const messages: Uint8Array[] = [];
    for (let at = COMMON_HEADER; at + 4 <= packet.length;) {
      const length = view.getUint16(at + 2);
      if (length < 4 || at + length > packet.length) return null;
      if (packet[at] === DATA && length > DATA_HEADER) {
        const message = this.#take(
          `${ends} ${ports.join(' ')} ${view.getUint16(at + 8)}`,
          packet[at + 1] ?? 0,
          view.getUint32(at + 4),
          packet.subarray(at + DATA_HEADER, at + length),
        );
        if (message) messages.push(message);
      }
      at += (length + 3) & ~3;
    }
    return { ports, messages };
  }

  /** Fragments of a message have consecutive numbers; one that is out of turn gives up what came before. */
  #take(key: string, flags: number, number: number, data: Uint8Array): Uint8Array | null {
    if ((flags & BEGINS) !== 0) {
      this.#drop(key);
      if ((flags & ENDS) !== 0) return data;
      if (this.#open.size >= MOST_OPEN) this.#drop([...this.#open.keys()][0] ?? '');
      this.#open.set(key, { next: (number + 1) >>> 0, bytes: data.length, parts: [data] });
      this.#held += data.length;
      return null;
    }
    const pieces = this.#open.get(key);
    if (!pieces) return null;
    if (
      pieces.next !== number ||
      this.#held + data.length > this.#limits.held ||
      pieces.bytes > this.#limits.message
    ) {
      this.#drop(key);
      return null;
    }
    pieces.parts.push(data);
    pieces.bytes += data.length;
    pieces.next = (number + 1) >>> 0;
    this.#held += data.length;
    if ((flags & ENDS) === 0) return null;
    this.#drop(key);
    const whole = new Uint8Array(pieces.bytes);
    let at = 0;
    for (const part of pieces.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #drop(key: string): void {
    this.#held -= this.#open.get(key)?.bytes ?? 0;
    this.#open.delete(key);
  }
}
