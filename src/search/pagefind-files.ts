/**
 * Pagefind's own files, which else only Pagefind's program reads: the list of the pieces of its index (`.pf_meta`) and
 * the pieces (`.pf_index`). Both are CBOR (RFC 8949) behind a mark, in gzip.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import type { Pieces } from './pieces.ts';

/** What stands before the contents of every file of Pagefind. */
const mark = Buffer.from('pagefind_dcd');

/** The contents of a file of Pagefind. */
export function unpack(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, mark.length).equals(mark))
    throw new Error(`search index: a file of Pagefind does not begin with ${mark}; has its format changed?`);
  return bytes.subarray(mark.length);
}

const pack = (content: unknown) => gzipSync(Buffer.concat([mark, encode(content)]), { level: 9 });

/** A word with the pages that have it: `[word, [[page, [place, …], …], …], …]`. */
type Word = readonly [word: string, pages: readonly (readonly [page: number, places: readonly number[]])[]];

/** One piece in the list: the words from the first to the last are in the file of that name. */
type Piece = readonly [from: string, to: string, name: string];

export interface IndexFiles {
  /** The list of pages and pieces. */
  list: Uint8Array;
  /** The pieces by their names. */
  pieces: ReadonlyMap<string, Uint8Array>;
}

const isPiece = (one: unknown): one is Piece =>
  Array.isArray(one) && one.length === 3 && one.every((part) => typeof part === 'string');
const isWord = (one: unknown): one is Word =>
  Array.isArray(one) &&
  typeof one[0] === 'string' &&
  Array.isArray(one[1]) &&
  one[1].every((page) => Array.isArray(page) && Array.isArray(page[1]));

/** Where Pagefind’s list has the pieces. */
const atPieces = 2;

function piecesOfList(list: unknown): Piece[] {
  const pieces: unknown = Array.isArray(list) ? list[atPieces] : undefined;
  if (!Array.isArray(pieces) || !pieces.length || !pieces.every(isPiece))
    throw new Error('search index: Pagefind’s list has no pieces where Pagefind 1.6 has them');
  return pieces;
}

function wordsOfPiece(name: string, piece: unknown): Word[] {
  const words: unknown = Array.isArray(piece) && piece.length === 1 ? piece[0] : undefined;
  if (!Array.isArray(words) || !words.every(isWord))
    throw new Error(`search index: piece ${name} is no list of words, as Pagefind 1.6 writes it`);
  return words;
}

/**
 * How many places of words make a piece. Pagefind takes 20,000, some 28 kB, and a query loads a piece for each of its
 * words; of this size one has some 5 kB, and only the most common words have more.
 */
const placesOfPiece = 2_500;

/** Words that begin alike stay in one piece: Pagefind finds a word by its beginning in the piece that it has loaded. */
const beginning = 4;

const placesOf = ([, pages]: Word) => pages.reduce((sum, [, places]) => sum + places.length + 1, 0);

function cut(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = [];
  let places = Infinity;
  for (const [at, word] of words.entries()) {
    const alike = words[at - 1]?.[0].slice(0, beginning) === word[0].slice(0, beginning);
    if (places >= placesOfPiece && !alike) {
      pieces.push([]);
      places = 0;
    }
    pieces.at(-1)?.push(word);
    places += placesOf(word);
  }
  return pieces;
}

/** The beginning of a word that tells it from a neighbour. */
function toldFrom(word: string, neighbour: string): string {
  let at = 0;
  while (at < word.length && word[at] === neighbour[at]) at += 1;
  return word.slice(0, at + 1);
}

/** Names a file by what it holds. */
export const shortHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/**
 * The same index in smaller pieces: what a query loads on a slow line becomes a sixth.
 * @throws where Pagefind has changed its format.
 */
export function inSmallerPieces({ list, pieces }: IndexFiles): IndexFiles {
  const read = decode(unpack(list)) as unknown[];
  const words = piecesOfList(read).flatMap(([, , name]) => {
    const piece = pieces.get(name);
    if (!piece) throw new Error(`search index: piece ${name} is on Pagefind’s list and was not written`);
    return wordsOfPiece(name, decode(unpack(piece)));
  });
  const smaller = cut(words);
  const made = new Map<string, Uint8Array>();
  const listed = smaller.map((piece, at): Piece => {
    const first = piece[0]?.[0] ?? '';
    const last = piece.at(-1)?.[0] ?? '';
    const before = smaller[at - 1]?.at(-1)?.[0];
    const after = smaller[at + 1]?.[0]?.[0];
    const bytes = pack([piece]);
    const name = `en_${shortHash(bytes)}`;
    made.set(name, bytes);
    // Beyond the last word lie those that are typed halfway and that nobody wrote.
    const to = after?.startsWith(last) ? last : `${toldFrom(last, after ?? '')}\uffff`;
    return [toldFrom(first, before ?? ''), to, name];
  });
  return { list: pack(read.with(atPieces, listed)), pieces: made };
}

/**
 * For the browser, which pieces a query needs.
 * @param name of the list, below Pagefind's folder.
 */
export function piecesIn(name: string, list: Uint8Array): Pieces {
  const words = piecesOfList(decode(unpack(list)));
  return { meta: name, words: words.map(([from, , file]) => [from, `index/${file}.pf_index`]) };
}
