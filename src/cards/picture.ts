/** A picture in few colours: letters and shapes are put on a ground, PNG keeps each pixel as a number of its palette. */
import { crc32, deflateSync } from 'node:zlib';
import type { Coverage } from './raster.ts';

/** Colours that lie next to each other in the palette: from near the ground to the colour itself. */
export interface Ink {
  /** The colour of a pixel that is covered by so many parts of 255; 0, the ground, where it is covered too little. */
  shadeOf: Uint8Array;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** One picture after another: what holds the pixels is large, and used again. */
export class Picture {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Buffer;
  /** As PNG wants them; large enough for a byte a pixel. */
  readonly #rows: Uint8Array;
  #palette: number[][] = [];
  readonly #inks = new Map<string, Ink>();

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = Buffer.alloc(width * height);
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
    const below = this.#palette.length - 1;
    const covered = (part: number) => Math.round((part * shades) / 255);
    const made = {
      shadeOf: Uint8Array.from({ length: 256 }, (_, part) => covered(part) && below + covered(part)),
    };
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
  rectangle(left: number, top: number, width: number, height: number, { shadeOf }: Ink): void {
    for (let row = top; row < top + height; row += 1) {
      const start = row * this.width + left;
      this.#pixels.fill(shadeOf[255]!, start, start + width);
    }
  }

  /** Paints what is covered, moved by `x` and `y`. Where two letters touch, the darker shade stays. */
  paint({ left, top, width, height, pixels }: Coverage, x: number, y: number, { shadeOf }: Ink): void {
    const painted = this.#pixels;
    const from = Math.max(0, -x - left);
    const to = Math.min(width, this.width - x - left);
    for (let row = Math.max(0, -y - top); row < Math.min(height, this.height - y - top); row += 1) {
      const begin = (y + top + row) * this.width + x + left;
      for (let column = from; column < to; column += 1) {
        const shade = shadeOf[pixels[row * width + column]!]!;
        if (shade > painted[begin + column]!) painted[begin + column] = shade;
      }
    }
  }

  /** The picture as PNG: up to sixteen colours take half a byte a pixel. */
  png(): Buffer {
    const depth = this.#palette.length > 16 ? 8 : 4;
    const pixels = this.#pixels;
    const bytes = (this.width * depth) / 8;
    const { width } = this;
    // Each row begins with its filter: 0, none.
    const rows = this.#rows.subarray(0, (bytes + 1) * this.height);
    for (let row = 0; row < this.height; row += 1) {
      const from = row * width;
      const to = row * (bytes + 1);
      // Most rows are like the one above: between the lines nothing is painted.
      if (row && pixels.compare(pixels, from - width, from, from, from + width) === 0) {
        rows.copyWithin(to, to - bytes - 1, to);
        continue;
      }
      rows[to] = 0;
      if (depth === 8) rows.set(pixels.subarray(from, from + width), to + 1);
      else
        for (let at = 0; at < bytes; at += 1)
          rows[to + 1 + at] = (pixels[from + 2 * at]! << 4) | pixels[from + 2 * at + 1]!;
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
      chunk('IDAT', deflateSync(rows, { level: 2, memLevel: 9 })),
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
