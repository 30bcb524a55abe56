/** What the readers of the two file formats have in common. */
import { ByteQueue } from './byte-queue.ts';
import type { Problems } from './problems.ts';
import type { CaptureLimits, Packet } from './types.ts';

/**
 * Reads one file format piece by piece: `push` as bytes come, of any length, then `end` once. Packets are handed on in
 * the order of the file. After damage that hides where the next record starts nothing more is read.
 */
export abstract class FileReader {
  protected readonly queue = new ByteQueue();
  protected readonly onPacket: (packet: Packet) => void;
  protected readonly problems: Problems;
  protected readonly limits: CaptureLimits;
  /** Packets so far: the number of the last one. */
  protected frame = 0;
  protected stopped = false;

  constructor(onPacket: (packet: Packet) => void, problems: Problems, limits: CaptureLimits) {
    this.onPacket = onPacket;
    this.problems = problems;
    this.limits = limits;
  }

  abstract push(bytes: Uint8Array): void;
  /** No more bytes will come. */
  abstract end(): void;
}
