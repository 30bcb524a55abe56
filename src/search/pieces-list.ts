/** Reads Pagefind's list of the pieces of its index (`.pf_meta`), which only Pagefind's program could else read. */
import { gunzipSync } from 'node:zlib';
import type { Pieces } from './pieces.ts';

/** What stands before the contents of every file of Pagefind. */
const mark = 'pagefind_dcd';

/** The contents of a file of Pagefind. */
export function unpack(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, mark.length) !== mark)
    throw new Error(`search index: a file of Pagefind does not begin with ${mark}; has its format changed?`);
  return bytes.subarray(mark.length);
}

/** CBOR (RFC 8949), as much as the list is made of: whole numbers, texts and arrays. */
function readCbor(bytes: Buffer): unknown {
  let at = 0;
  const read = (): unknown => {
    const head = bytes.readUInt8(at++);
    const kind = head >> 5;
    let value = head & 31;
    if (value > 23) {
      const length = 2 ** (value - 24);
      if (length > 4)
        throw new Error(`search index: Pagefind’s list has a number that is not read, at ${at}`);
      value = bytes.readUIntBE(at, length);
      at += length;
    }
    if (kind === 0) return value;
    if (kind === 3) return bytes.toString('utf8', at, (at += value));
    if (kind === 4) return Array.from({ length: value }, read);
    throw new Error(`search index: Pagefind’s list has something that is not read, at ${at}`);
  };
  return read();
}

/**
 * @param name of the list, below Pagefind's folder.
 * @param file the list itself.
 * @throws where Pagefind has changed its format.
 */
export function piecesIn(name: string, file: Uint8Array): Pieces {
  const list = readCbor(unpack(file));
  const pieces: unknown = Array.isArray(list) ? list[2] : undefined;
  const isPiece = (one: unknown): one is [string, string, string] =>
    Array.isArray(one) && one.length >= 3 && one.every((part) => typeof part === 'string');
  if (!Array.isArray(pieces) || !pieces.length || !pieces.every(isPiece))
    throw new Error(`search index: ${name} does not list the pieces of the index where Pagefind 1.6 does`);
  return { meta: name, words: pieces.map(([from, , file]) => [from, `index/${file}.pf_index`]) };
}
