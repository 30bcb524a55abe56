/**
 * Sets the words of link cards: HarfBuzz places the letters of a word, kerning included, and gives their outlines. A
 * word is placed once, a letter filled once for each size.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Blob, Buffer as Run, Face, Font, shape } from 'harfbuzzjs';
import { type Coverage, fill, type Step } from './raster.ts';

export interface Style {
  /** Height of the letters, in pixels. */
  size: number;
  weight?: 400 | 600;
}

/** A letter on its way along a line: all lengths in parts of the size. */
interface Letter {
  font: Font;
  id: number;
  x: number;
  y: number;
}

interface Word {
  letters: Letter[];
  width: number;
}

function load(name: string): Font {
  const file = readFileSync(join(process.cwd(), 'src/assets/fonts', name));
  return new Font(new Face(new Blob(Uint8Array.from(file).buffer)));
}

/** Atkinson Hyperlegible Next; see src/assets/fonts/LICENSE.txt. The second has the letters that the first lacks. */
const fonts = {
  400: [load('text-400.ttf'), load('text-ext-400.ttf')],
  600: [load('text-600.ttf'), load('text-ext-600.ttf')],
} as const;
const unit = 1 / fonts[400][0].face.upem;
const { ascender, descender } = fonts[400][0].hExtents();
/** Of a line, in parts of the size: from its middle down to the foot of the letters. */
const footBelowMiddle = ((ascender + descender) / 2) * unit;
/** Height of a line that says nothing else. */
const natural = (ascender - descender) * unit;

const words = new Map<string, Word>();

function wordOf(text: string, weight: 400 | 600): Word {
  const key = `${weight} ${text}`;
  const known = words.get(key);
  if (known) return known;
  const [first, second] = fonts[weight];
  const fontOf = (letter: string) =>
    first.nominalGlyph(letter.codePointAt(0) ?? 0) === undefined ? second : first;
  const word: Word = { letters: [], width: 0 };
  const all = [...text];
  for (let from = 0; from < all.length;) {
    const font = fontOf(all[from] ?? '');
    let to = from + 1;
    while (to < all.length && fontOf(all[to] ?? '') === font) to += 1;
    const run = new Run();
    run.addText(all.slice(from, to).join(''));
    run.guessSegmentProperties();
    shape(font, run);
    const positions = run.getGlyphPositions();
    run.getGlyphInfos().forEach(({ codepoint: id }, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      word.letters.push({ font, id, x: word.width + xOffset * unit, y: -yOffset * unit });
      word.width += xAdvance * unit;
    });
    from = to;
  }
  words.set(key, word);
  return word;
}

/** Words, and the spaces between them. A line may end behind a hyphen, a dash or a slash, too. */
const piecesOf = (text: string): string[] => text.split(/(?<=\s)|(?=\s)|(?<=[-–—/])(?=\p{L})/u);

/** Width of a text on one line, in pixels. */
export const widthOf = (text: string, { size, weight = 400 }: Style): number =>
  piecesOf(text).reduce((width, piece) => width + wordOf(piece, weight).width, 0) * size;

/** The lines of a text within a width in pixels. */
export function linesOf(text: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(text)) {
    const more = wordOf(piece, style.weight ?? 400).width * style.size;
    if (used + more > width && piece.trim() && line) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    line += piece;
    used += more;
  }
  return [...lines, line.trimEnd()];
}

/** Height of a line, in pixels; `factor` of the size, or what the letters need. */
export const lineHeight = ({ size }: Style, factor = natural): number => size * factor;

/** From the top of a line down to the foot of its letters, in pixels. */
export const footOf = (style: Style, factor?: number): number =>
  lineHeight(style, factor) / 2 + footBelowMiddle * style.size;

/** Where a letter may begin within a pixel: at quarters, so that distances between letters look even. */
const places = 4;
const filled = new Map<Font, Map<string, Coverage>>();

function letterOf(font: Font, id: number, size: number, place: number): Coverage {
  const ofFont = filled.get(font) ?? new Map<string, Coverage>();
  filled.set(font, ofFont);
  const key = `${id} ${size} ${place}`;
  const known = ofFont.get(key);
  if (known) return known;
  const scale = size * unit;
  const outline = font.glyphToJson(id).map(({ type, values }) => ({
    type,
    values: values.map((value, at) => (at % 2 ? -value * scale : value * scale + place / places)),
  })) as Step[];
  const letter = fill(outline);
  ofFont.set(key, letter);
  return letter;
}

/** Hands over every letter of a text that begins at `x`, with the foot of its letters at `y`. */
export function setText(
  text: string,
  { size, weight = 400 }: Style,
  x: number,
  y: number,
  paint: (letter: Coverage, x: number, y: number) => void,
): void {
  let begin = x;
  for (const piece of piecesOf(text)) {
    const word = wordOf(piece, weight);
    for (const letter of word.letters) {
      const at = Math.round((begin + letter.x * size) * places);
      const pixel = Math.floor(at / places);
      const line = Math.round(y + letter.y * size);
      paint(letterOf(letter.font, letter.id, size, at - pixel * places), pixel, line);
    }
    begin += word.width * size;
  }
}
