/**
 * The pcapng format: blocks in sections, each section with a byte order and
 * interfaces of its own (draft-ietf-opsawg-pcapng). Blocks without packets are skipped.
 */
import { viewOf } from './byte-queue.ts';
import { FileReader } from './file-reader.ts';

const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

const OPTION_END = 0;
const OPTION_TIME_RESOLUTION = 9;
const OPTION_TIME_OFFSET = 14;

interface Interface {
  linkType: number;
  snapLength: number;
  unitsPerSecond: bigint;
  /** Added to each time. */
  offsetSeconds: bigint;
}

/** Whether a file starts as pcapng does, in either byte order. */
export function startsPcapng(start: Uint8Array): boolean {
  return start.length >= 4 && viewOf(start).getUint32(0) === SECTION;
}

/** Reads such a file; whether it is one is asked of `startsPcapng` first. */
export class PcapngFile extends FileReader {
  #littleEndian = true;
  #interfaces: Interface[] = [];
  /** Bytes still to be passed over of a block that is of no use. */
  #skip = 0;

  push(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.#skip > 0) {
      const passed = Math.min(this.#skip, rest.length);
      this.#skip -= passed;
      rest = rest.subarray(passed);
    }
    if (this.stopped || rest.length === 0) return;
    this.queue.push(rest);
    while (!this.stopped && this.#readNext());
  }

  end(): void {
    if (!this.stopped && (this.queue.length > 0 || this.#skip > 0)) this.problems.add('file-cut');
    this.queue.clear();
  }

  /** Reads one block; false where bytes are missing. */
  #readNext(): boolean {
    const queue = this.queue;
    if (queue.length < 12) return false;
    const view = viewOf(queue.peek());
    let type = view.getUint32(0, this.#littleEndian);
    if (type === SECTION) {
      if (view.getUint32(8, true) === BYTE_ORDER_MAGIC) this.#littleEndian = true;
      else if (view.getUint32(8, false) === BYTE_ORDER_MAGIC) this.#littleEndian = false;
      else return this.#stop('A section header has no byte-order mark.');
      type = SECTION;
    }
    const length = view.getUint32(4, this.#littleEndian);
    if (length < 12 || length % 4 !== 0)
      return this.#stop(`A block claims to be ${length} bytes long, which cannot be.`);
    const known = [SECTION, INTERFACE, OLD_PACKET, SIMPLE_PACKET, ENHANCED_PACKET].includes(type);
    if (!known) {
      const here = Math.min(length, queue.length);
      queue.take(here);
      this.#skip = length - here;
      return this.#skip === 0;
    }
    if (length > this.limits.record)
      return this.#stop(`A block claims to be ${length} bytes long, which is more than any packet.`);
    if (queue.length < length) return false;
    const block = queue.take(length);
    const body = block.subarray(8, length - 4);
    if (type === SECTION) this.#interfaces = [];
    else if (type === INTERFACE) this.#addInterface(body);
    else this.#packet(type, body);
    return true;
  }

  #addInterface(body: Uint8Array): void {
    const view = viewOf(body);
    const added: Interface = { linkType: -1, snapLength: 0, unitsPerSecond: 1_000_000n, offsetSeconds: 0n };
    if (body.length >= 8) {
      added.linkType = view.getUint16(0, this.#littleEndian);
      added.snapLength = view.getUint32(4, this.#littleEndian);
    }
    for (let at = 8; at + 4 <= body.length;) {
      const code = view.getUint16(at, this.#littleEndian);
      const length = view.getUint16(at + 2, this.#littleEndian);
      at += 4;
      if (code === OPTION_END || at + length > body.length) break;
      if (code === OPTION_TIME_RESOLUTION && length >= 1) {
        const value = view.getUint8(at);
        // The top bit chooses between a power of two and a power of ten.
        added.unitsPerSecond = value & 0x80 ? 2n ** BigInt(value & 0x7f) : 10n ** BigInt(value);
      }
      if (code === OPTION_TIME_OFFSET && length >= 8)
        added.offsetSeconds = view.getBigInt64(at, this.#littleEndian);
      at += (length + 3) & ~3;
    }
    this.#interfaces.push(added);
  }

  #packet(type: number, body: Uint8Array): void {
    this.frame += 1;
    const view = viewOf(body);
    const order = this.#littleEndian;
    const header = type === SIMPLE_PACKET ? 4 : 20;
    if (body.length < header) return this.problems.add('packet-broken', this.frame);
    if (type === SIMPLE_PACKET) {
      const from = this.#interfaces[0];
      if (!from) return this.problems.add('packet-broken', this.frame);
      const original = view.getUint32(0, order);
      const captured = Math.min(original, from.snapLength || original, body.length - header);
      this.#give(from, null, body.subarray(header, header + captured), original);
      return;
    }
    const from = this.#interfaces[type === OLD_PACKET ? view.getUint16(0, order) : view.getUint32(0, order)];
    const captured = view.getUint32(12, order);
    if (!from || captured > body.length - header) return this.problems.add('packet-broken', this.frame);
    const units = (BigInt(view.getUint32(4, order)) << 32n) | BigInt(view.getUint32(8, order));
    const time = Number((units * 1_000_000n) / from.unitsPerSecond + from.offsetSeconds * 1_000_000n);
    this.#give(
      from,
      Number.isSafeInteger(time) ? time : null,
      body.subarray(header, header + captured),
      view.getUint32(16, order),
    );
  }

  #give({ linkType }: Interface, time: number | null, data: Uint8Array, original: number): void {
    this.onPacket({ frame: this.frame, time, linkType, data, cut: original > data.length });
  }

  #stop(detail: string): false {
    this.problems.add('block-broken', this.frame + 1, detail);
    this.stopped = true;
    this.queue.clear();
    return false;
  }
}
