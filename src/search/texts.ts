/**
 * Which words stand in the text of each place, packed small: the words in order of the alphabet, and for each the
 * places that have it, as gaps from one to the next. How often a word stands there is left out; in texts this short it
 * tells nothing.
 */

export interface TextsFile {
  /** Stems, in order: each as a capital for the letters it shares with the one before (A for none), and the rest. */
  words: string;
  /** For each stem the numbers of its places, each as the gap from the one before; joined by blanks. */
  places: string;
}

/** Characters that JSON writes as one byte: the first half ends a number, the second half says that more follows. */
const digits = Array.from({ length: 93 }, (_, at) => String.fromCharCode(33 + at)).filter(
  (one) => one !== '"' && one !== '\\' && one !== ' ',
);
const base = Math.floor(digits.length / 2);
/** Code point of what stands between two lists. */
const blank = 32;
/** By code point. */
const values = new Uint8Array(128);
for (const [value, one] of digits.entries()) values[one.charCodeAt(0)] = value;

function packed(numbers: readonly number[]): string {
  let text = '';
  let before = 0;
  for (const number of numbers) {
    let gap = number - before;
    before = number;
    for (; gap >= base; gap = Math.floor(gap / base)) text += digits[base + (gap % base)];
    text += digits[gap];
  }
  return text;
}

/** The numbers of places that a text packs. */
export function unpackedPlaces(text: string): number[] {
  const places: number[] = [];
  readPlaces(text, (place) => places.push(place));
  return places;
}

/** Gives every place to `use`; a blank begins another list. */
function readPlaces(text: string, use: (place: number) => void): void {
  let before = 0;
  let gap = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === blank) {
      before = 0;
      continue;
    }
    const value = values[code] ?? 0;
    gap += (value % base) * unit;
    unit *= base;
    if (value >= base) continue;
    before += gap;
    use(before);
    gap = 0;
    unit = 1;
  }
}

/** Code point of `A`. */
const none = 65;
/** As many letters as capitals can tell. */
const mostShared = 25;

function packedWords(words: readonly string[]): string {
  let before = '';
  let text = '';
  for (const word of words) {
    let shared = 0;
    while (shared < mostShared && shared < word.length && word[shared] === before[shared]) shared += 1;
    text += String.fromCharCode(none + shared) + word.slice(shared);
    before = word;
  }
  return text;
}

function unpackedWords(text: string): string[] {
  let before = '';
  // Stems have no capitals, so that each begins a word.
  return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = '', rest = '']) => {
    before = before.slice(0, shared.charCodeAt(0) - none) + rest;
    return before;
  });
}

/**
 * @param texts stems of each place, in lower case, by its number.
 * @param mostShare a word that more than this share of the places has separates nothing and is left out.
 */
export function packTexts(texts: readonly (readonly string[])[], mostShare = 1): TextsFile {
  const places = new Map<string, number[]>();
  for (const [place, stems] of texts.entries())
    for (const stem of new Set(stems)) {
      const list = places.get(stem);
      if (list) list.push(place);
      else places.set(stem, [place]);
    }
  const kept = [...places]
    .filter(([, list]) => list.length <= mostShare * texts.length)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    words: packedWords(kept.map(([word]) => word)),
    places: kept.map(([, list]) => packed(list)).join(' '),
  };
}

/** The other way round: each stem with the list of its places as it is packed, which `unpackedPlaces` reads. */
export function unpackTexts({ words, places }: TextsFile): [stem: string, list: string][] {
  const lists = places.split(' ');
  return unpackedWords(words).map((stem, at) => [stem, lists[at] ?? '']);
}

/** How many words each place has. */
export function lengthsOf({ places }: TextsFile, count: number): Uint16Array {
  const lengths = new Uint16Array(count);
  readPlaces(places, (place) => {
    lengths[place] = (lengths[place] ?? 0) + 1;
  });
  return lengths;
}
