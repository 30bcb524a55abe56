/** A picture in few colours: letters and shapes are put on a ground, PNG keeps each pixel as a number of its palette. */
import { crc32, deflateSync } from 'node:zlib';
import type { Coverage } from './raster.ts';

/** Colours that lie next to each other in the palette: from near the ground to the colour itself. */
export interface Ink {
  /** Number of the palest shade. */
  first: number;
  shades: number;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** One picture after another: what holds the pixels is large, and used again. */
export class Picture {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;
  /** As PNG wants them; large enough for a byte a pixel. */
  readonly #rows: Uint8Array;
  #palette: number[][] = [];
  readonly #inks = new Map<string, Ink>();

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height);
    this.#rows = new Uint8Array((width + 1) * height);
  }

  /** Begins a picture. @param ground as `#rrggbb` */
  begin(ground: string): void {
    this.#pixels.fill(0);
    this.#palette = [channels(ground)];
    this.#inks.clear();
  }

  /**
   * The colour to paint with.
   * @param shades how many steps there are from the ground to it, at the edges of letters. The first call counts.
   */
  ink(colour: string, shades: number): Ink {
    const known = this.#inks.get(colour);
    if (known) return known;
    const made = { first: this.#palette.length, shades };
    const [ground = []] = this.#palette;
    const whole = channels(colour);
    for (let shade = 1; shade <= shades; shade += 1)
      this.#palette.push(
        ground.map((from, at) => Math.round(from + (((whole[at] ?? 0) - from) * shade) / shades)),
      );
    this.#inks.set(colour, made);
    return made;
  }

  /** Paints a rectangle; all four in whole pixels. */
  rectangle(left: number, top: number, width: number, height: number, { first, shades }: Ink): void {
    for (let row = top; row < top + height; row += 1) {
      const start = row * this.width + left;
      this.#pixels.fill(first + shades - 1, start, start + width);
    }
  }

  /** Paints what is covered, moved by `x` and `y`. Where two letters touch, the darker shade stays. */
  paint({ left, top, width, height, pixels }: Coverage, x: number, y: number, { first, shades }: Ink): void {
    const painted = this.#pixels;
    const from = Math.max(0, -x - left);
    const to = Math.min(width, this.width - x - left);
    for (let row = Math.max(0, -y - top); row < Math.min(height, this.height - y - top); row += 1) {
      const begin = (y + top + row) * this.width + x + left;
      for (let column = from; column < to; column += 1) {
        const covered = pixels[row * width + column]!;
        if (!covered) continue;
        const index = first - 1 + Math.round((covered * shades) / 255);
        if (index >= first && index > painted[begin + column]!) painted[begin + column] = index;
      }
    }
  }

  /** The picture as PNG: up to sixteen colours take half a byte a pixel. */
  png(): Buffer {
    const depth = this.#palette.length > 16 ? 8 : 4;
    const pixels = this.#pixels;
    const bytes = (this.width * depth) / 8;
    // Each row begins with its filter: 0, none.
    const rows = this.#rows.subarray(0, (bytes + 1) * this.height);
    for (let row = 0, from = 0; row < this.height; row += 1) {
      const to = (row + 1) * (bytes + 1);
      rows[to - bytes - 1] = 0;
      if (depth === 8) rows.set(pixels.subarray(from, (from += bytes)), to - bytes);
      else
        for (let at = to - bytes; at < to; at += 1, from += 2)
          rows[at] = (pixels[from]! << 4) | pixels[from + 1]!;
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    // Of the five last bytes only depth and kind (3: a palette) are not 0.
    header.set([depth, 3], 8);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(this.#palette.flat())),
      chunk('IDAT', deflateSync(rows, { level: 4, memLevel: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

/** A part of a PNG file: length, name, data, checksum of both. */
function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
