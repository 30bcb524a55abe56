/**
 * The classic capture file of libpcap: a 24-byte header, then records
 * (draft-ietf-opsawg-pcap). Both byte orders, micro- and nanoseconds, and the
 * longer record header of the "modified" form that FRITZ!Box routers write.
 */
import { viewOf } from './byte-queue.ts';
import { FileReader } from './file-reader.ts';

interface Variant {
  littleEndian: boolean;
  nanoseconds: boolean;
  /** Bytes before the packet data of a record. */
  recordHeader: number;
}

const MAGICS: Record<number, Omit<Variant, 'littleEndian'>> = {
  0xa1b2c3d4: { nanoseconds: false, recordHeader: 16 },
  0xa1b23c4d: { nanoseconds: true, recordHeader: 16 },
  0xa1b2cd34: { nanoseconds: false, recordHeader: 24 },
};

/** The variant that the first four bytes name; undefined where this is no such file. */
export function pcapVariant(start: Uint8Array): Variant | undefined {
  if (start.length < 4) return undefined;
  const view = viewOf(start);
  for (const littleEndian of [true, false]) {
    const known = MAGICS[view.getUint32(0, littleEndian)];
    if (known) return { ...known, littleEndian };
  }
  return undefined;
}

const FILE_HEADER = 24;

/** Reads such a file; whether it is one is asked of `pcapVariant` first. */
export class PcapFile extends FileReader {
  #variant: Variant | undefined;
  #linkType = 0;

  push(bytes: Uint8Array): void {
    if (this.stopped) return;
    this.queue.push(bytes);
    while (!this.stopped && this.#readNext());
  }

  end(): void {
    if (!this.stopped && (this.queue.length > 0 || !this.#variant)) this.problems.add('file-cut');
    this.queue.clear();
  }

  /** Reads the file header or one record; false where bytes are missing. */
  #readNext(): boolean {
    const queue = this.queue;
    if (!this.#variant) {
      if (queue.length < FILE_HEADER) return false;
      const header = queue.take(FILE_HEADER);
      const variant = pcapVariant(header);
      if (!variant) {
        this.#stop('not-a-capture');
        return false;
      }
      this.#variant = variant;
      // The upper half of the field says whether frames end in a check sum; lengths inside the packet make that irrelevant.
      this.#linkType = viewOf(header).getUint32(20, variant.littleEndian) & 0xffff;
      return true;
    }
    const { littleEndian, nanoseconds, recordHeader } = this.#variant;
    if (queue.length < recordHeader) return false;
    const view = viewOf(queue.peek());
    const captured = view.getUint32(8, littleEndian);
    if (captured > this.limits.record) {
      this.#stop('record-length', String(captured));
      return false;
    }
    if (queue.length < recordHeader + captured) return false;
    const seconds = view.getUint32(0, littleEndian);
    const fraction = view.getUint32(4, littleEndian);
    const original = view.getUint32(12, littleEndian);
    queue.take(recordHeader);
    this.frame += 1;
    this.onPacket({
      frame: this.frame,
      time: seconds * 1_000_000 + (nanoseconds ? Math.floor(fraction / 1000) : fraction),
      linkType: this.#linkType,
      data: queue.take(captured),
      cut: original > captured,
    });
    return true;
  }

  #stop(kind: 'not-a-capture' | 'record-length', detail = ''): void {
    this.problems.add(kind, this.frame + 1, detail);
    this.stopped = true;
    this.queue.clear();
  }
}
