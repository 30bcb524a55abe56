/** Bytes that came in pieces and are taken in order. Appending and taking cost time linear in the bytes, whatever the pieces. */
export class ByteQueue {
  #buffer = new Uint8Array(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  push(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#buffer.length) {
      const length = this.length;
      // Move to the front where that makes room for long; else grow to twice the need.
      if (length + bytes.length <= this.#buffer.length / 2) {
        this.#buffer.copyWithin(0, this.#start, this.#end);
      } else {
        const larger = new Uint8Array(Math.max(256, 2 * (length + bytes.length)));
        larger.set(this.#buffer.subarray(this.#start, this.#end));
        this.#buffer = larger;
      }
      this.#start = 0;
      this.#end = length;
    }
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** All bytes, not taken. Valid until the next `push` or `take`. */
  peek(): Uint8Array {
    return this.#buffer.subarray(this.#start, this.#end);
  }

  /** The next bytes, fewer where there are fewer. The result may be kept until the next `push`. */
  take(count: number): Uint8Array {
    const to = Math.min(this.#end, this.#start + count);
    const taken = this.#buffer.subarray(this.#start, to);
    this.#start = to;
    if (this.#start === this.#end) {
      this.#start = this.#end = 0;
      // A long message is over: do not hold its memory for a quiet connection.
      if (this.#buffer.length > 65_536) this.#buffer = new Uint8Array(0);
    }
    return taken;
  }

  clear(): void {
    this.take(this.length);
  }
}

/** A view for reading numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
