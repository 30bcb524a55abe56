/**
 * Draws a link card. Chats show it small, on light and on dark grounds: so it has a ground of its own with an edge, and
 * no small print.
 */
import type { ColourName } from '../content/schemas/own.ts';
import type { Palette } from '../styles/palette.ts';
import type { Card, Stop } from './card.ts';
import { footOf, lineHeight, linesOf, setText, type Style, widthOf } from './letters.ts';
import type { Ink, Picture } from './picture.ts';
import { type Coverage, fill, type Step } from './raster.ts';

/** In pixels: what the places that show link cards ask for. */
export const size = { width: 1200, height: 630 };

/** Width of the coloured edge and of the line around the rest. */
const edge = 24;
const border = 3;
/** Where texts stand. */
const room = { left: 68, right: size.width - 51, top: 43, bottom: 583 };
const roomWidth = room.right - room.left;

/** The size of the first step that is long enough for the text; the last one is for all that is longer. */
function fitting(text: string, ...steps: [length: number, size: number][]): number {
  const step = steps.find(([length]) => text.length <= length) ?? steps.at(-1);
  return step?.[1] ?? 0;
}

/** A circle around 0; the other way round it is a hole. */
function circle(radius: number, hole = false): Step[] {
  const eighth = Math.PI / 4;
  const at = (turn: number, length: number): [number, number] => [
    length * Math.cos(turn),
    length * Math.sin(turn) * (hole ? -1 : 1),
  ];
  const arcs = Array.from({ length: 8 }, (_, part): Step => ({
    type: 'Q',
    values: [...at((part + 0.5) * eighth, radius / Math.cos(eighth / 2)), ...at((part + 1) * eighth, radius)],
  }));
  return [{ type: 'M', values: at(0, radius) }, ...arcs];
}
const mark = { radius: 18, disc: fill(circle(18)), ring: fill([...circle(18), ...circle(13, true)]) };

/** Draws a card. @param siteName stands on every card. */
export function draw(picture: Picture, card: Card, palette: Palette, siteName: string): void {
  const colours = Object.fromEntries(
    Object.entries(palette).map(([name, { light }]) => [name, light]),
  ) as Record<ColourName, string>;
  picture.begin(colours.paper);
  // With the ground, sixteen colours: half a byte holds a pixel.
  const ink = picture.ink(colours.ink, 5);
  const soft = picture.ink(colours.soft, 4);
  const colour = picture.ink(colours[card.colour], 4);
  const line = picture.ink(colours.line, 2);

  const write = (text: string, style: Style, x: number, foot: number, of: Ink) => {
    setText(text, style, x, foot, (letter: Coverage, left, top) => {
      picture.paint(letter, left, top, of);
    });
  };

  /** Writes lines below each other from `top`; returns where the next thing may begin. */
  function writeLines(text: string, style: Style, top: number, factor: number): number {
    const height = lineHeight(style, factor);
    const lines = linesOf(text, style, roomWidth);
    lines.forEach((one, at) => {
      write(one, style, room.left, top + at * height + footOf(style, factor), ink);
    });
    return top + lines.length * height;
  }

  /** Number and name, on one line; a name of two lines grows upwards. Returns where the next thing may begin. */
  function writeHeading(top: number): number {
    const { number, name, case: title } = card;
    const nameStyle: Style = {
      size: title ? fitting(name, [40, 44], [0, 34]) : fitting(name, [22, 68], [48, 50], [80, 42], [0, 36]),
      weight: 600,
    };
    const nameHeight = lineHeight(nameStyle, 1.15);
    const numberStyle: Style = { size: title ? 120 : 160, weight: 600 };
    const numberWidth = number ? widthOf(number, numberStyle) + 32 : 0;
    const names = linesOf(name, nameStyle, roomWidth - numberWidth);
    const height = Math.max(number ? lineHeight(numberStyle, 1.05) : 0, names.length * nameHeight);
    const foot = number
      ? top + height - lineHeight(numberStyle, 1.05) + footOf(numberStyle, 1.05)
      : top + height - nameHeight + footOf(nameStyle, 1.15);
    if (number) write(number, numberStyle, room.left, foot, colour);
    names.forEach((one, at) => {
      write(one, nameStyle, room.left + numberWidth, foot - (names.length - 1 - at) * nameHeight, ink);
    });
    return top + height;
  }

  /** Every stop a mark on a line: filled where the code is usually said, ringed where it may be. */
  function drawWayOfCall(stops: Stop[]): void {
    const [legend, usual, other] = [{ size: 24 }, { size: 28, weight: 600 as const }, { size: 28 }];
    const labels = room.bottom - lineHeight(other);
    const middle = Math.round(labels - 10 - mark.radius);
    write(
      'Who can have said it: filled usually, ringed possibly',
      legend,
      room.left,
      middle - 30 - lineHeight(legend) + footOf(legend),
      soft,
    );
    const width = roomWidth / stops.length;
    stops.forEach(({ label, says }, at) => {
      const x = Math.round(room.left + (at + 0.5) * width);
      const style = says === 'usual' ? usual : other;
      write(
        label,
        style,
        x - widthOf(label, style) / 2,
        labels + footOf(style),
        says === 'never' ? soft : ink,
      );
      picture.paint(says === 'usual' ? mark.disc : mark.ring, x, middle, says === 'never' ? line : colour);
      if (at === 0) return;
      const from = Math.round(room.left + (at - 0.5) * width) + mark.radius;
      picture.rectangle(from, middle - 2, x - mark.radius - from, 4, line);
    });
  }

  function drawClasses(classes: NonNullable<Card['classes']>): void {
    const [large, small] = [{ size: 80, weight: 600 as const }, { size: 24 }];
    const widths = classes.map(({ number, name }) => Math.max(widthOf(number, large), widthOf(name, small)));
    const gap = (roomWidth - widths.reduce((sum, width) => sum + width, 0)) / (classes.length - 1);
    const names = room.bottom - lineHeight(small);
    let x = room.left;
    classes.forEach(({ number, name, colour: own }, at) => {
      write(number, large, x, names - lineHeight(large) + footOf(large), picture.ink(colours[own], 4));
      write(name, small, x, names + footOf(small), soft);
      x += (widths[at] ?? 0) + gap;
    });
  }

  picture.rectangle(0, 0, edge, size.height, colour);
  picture.rectangle(edge, 0, size.width - edge, border, line);
  picture.rectangle(edge, size.height - border, size.width - edge, border, line);
  picture.rectangle(size.width - border, 0, border, size.height, line);

  const small: Style = { size: 30 };
  write(card.kind, small, room.left, room.top + footOf(small), soft);
  if (!card.classes)
    write(siteName, small, room.right - widthOf(siteName, small), room.top + footOf(small), soft);
  let top = writeHeading(room.top + lineHeight(small) + 12);
  if (card.case) {
    const style: Style = { size: fitting(card.case, [44, 60], [0, 50]), weight: 600 };
    top = writeLines(card.case, style, top + 12, 1.15);
  }
  const textSize =
    // The way below leaves less room where the name takes two lines.
    card.stops && card.name.length > 22
      ? fitting(card.text, [150, 36], [0, 30])
      : fitting(card.text, [140, 42], [210, 34], [0, 30]);
  writeLines(card.text, { size: textSize }, top + 20, 1.28);
  if (card.stops) drawWayOfCall(card.stops);
  if (card.classes) drawClasses(card.classes);
  if (card.foot) {
    const style: Style = { size: 32 };
    write(card.foot, style, room.left, room.bottom - lineHeight(style) + footOf(style), soft);
  }
}
