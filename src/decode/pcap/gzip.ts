/** Unpacks gzip piece by piece, with a bound on what comes out. */
import { Gunzip } from 'fflate';

/** Compressed bytes unpacked at a time: at most about 1000 times as many come out. */
const PIECE = 16_384;

/** Whether a file starts as gzip does (RFC 1952 §2.3.1). */
export function startsGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

export class BoundedGunzip {
  readonly #gunzip: Gunzip;
  readonly #most: number;
  #given = 0;
  #full = false;
  #unpacked: Uint8Array[] = [];
  readonly #onBytes: (bytes: Uint8Array) => void;

  /**
   * @param most bytes that may come out; the rest is dropped and `push` says `full`.
   * @param onBytes gets what is unpacked, in order.
   */
  constructor(most: number, onBytes: (bytes: Uint8Array) => void) {
    this.#most = most;
    this.#onBytes = onBytes;
    this.#gunzip = new Gunzip((bytes) => this.#unpacked.push(bytes));
  }

  /** @returns `broken` where the data is damaged or, with `final`, incomplete. */
  push(bytes: Uint8Array, final = false): 'ok' | 'broken' | 'full' {
    for (let at = 0; at < bytes.length && !this.#full; at += PIECE)
      if (!this.#unpack(bytes.subarray(at, at + PIECE), false)) return 'broken';
    if (final && !this.#full && !this.#unpack(new Uint8Array(0), true)) return 'broken';
    return this.#full ? 'full' : 'ok';
  }

  /** Unpacks one piece and hands on what came out; false where the data is damaged. */
  #unpack(piece: Uint8Array, final: boolean): boolean {
    let sound = true;
    try {
      this.#gunzip.push(piece, final);
    } catch {
      sound = false;
    }
    const unpacked = this.#unpacked;
    this.#unpacked = [];
    for (const bytes of unpacked) {
      const rest = this.#most - this.#given;
      if (bytes.length > rest) this.#full = true;
      const part = bytes.subarray(0, rest);
      this.#given += part.length;
      if (part.length > 0) this.#onBytes(part);
    }
    return sound;
  }
}
