/**
 * Draws a link card as a tree of boxes that Satori lays out. Chats show it small, on light and on dark grounds: so it
 * has a ground of its own with an edge, and no small print.
 */
import type { ColourName } from '../content/schemas/own.ts';
import type { Palette } from '../styles/palette.ts';
import type { Card, Stop } from './card.ts';

/** In pixels: what the places that show link cards ask for. */
export const size = { width: 1200, height: 630 };

type Style = Record<string, string | number>;
export interface Box {
  type: 'div';
  props: { style: Style; children?: string | Box[] };
}

type Colours = Record<ColourName, string>;

const box = (style: Style, ...children: Box[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});
const column = (style: Style, ...children: Box[]) => box({ flexDirection: 'column', ...style }, ...children);
const words = (text: string, style: Style = {}): Box => ({
  type: 'div',
  props: { style: { display: 'block', ...style }, children: text },
});

/** The size of the first step that is long enough for the text; the last one is for all that is longer. */
function fitting(text: string, ...steps: [length: number, size: number][]): number {
  const step = steps.find(([length]) => text.length <= length) ?? steps.at(-1);
  return step?.[1] ?? 0;
}

const edge = 24;
const inner = { left: 44, right: 48 };
const textWidth = size.width - edge - inner.left - inner.right;

/** Every stop a mark on a line: filled where the code is usually said, ringed where it may be. */
function wayOfCall(stops: Stop[], colour: string, { ink, soft, line, paper }: Colours): Box {
  const width = textWidth / stops.length;
  return column(
    {},
    words('Who can have said it: filled usually, ringed possibly', { fontSize: 24, color: soft }),
    box({
      width: textWidth - width,
      height: 4,
      // Behind the marks, half as high as they are.
      margin: `28px 0 -20px ${width / 2}px`,
      background: line,
    }),
    box(
      {},
      ...stops.map(({ label, says }) =>
        column(
          { width, alignItems: 'center' },
          box({
            width: 36,
            height: 36,
            borderRadius: 18,
            border: `5px solid ${says === 'never' ? line : colour}`,
            background: says === 'usual' ? colour : paper,
          }),
          words(label, {
            marginTop: 10,
            fontSize: 28,
            fontWeight: says === 'usual' ? 600 : 400,
            color: says === 'never' ? soft : ink,
          }),
        ),
      ),
    ),
  );
}

const classRow = (classes: NonNullable<Card['classes']>, colours: Colours): Box =>
  box(
    { justifyContent: 'space-between' },
    ...classes.map(({ number, name, colour }) =>
      column(
        {},
        words(number, { fontSize: 80, fontWeight: 600, color: colours[colour] }),
        words(name, { fontSize: 24, color: colours.soft }),
      ),
    ),
  );

/** Number and name, side by side on one line. */
const heading = ({ number, name, case: title }: Card, colour: string): Box =>
  box(
    { alignItems: 'baseline', marginTop: 12 },
    ...(number
      ? [
          words(number, {
            marginRight: 32,
            fontSize: title ? 120 : 160,
            fontWeight: 600,
            lineHeight: 1.05,
            color: colour,
          }),
        ]
      : []),
    words(name, {
      flex: 1,
      fontSize: title
        ? fitting(name, [40, 44], [0, 34])
        : fitting(name, [22, 68], [48, 50], [80, 42], [0, 36]),
      fontWeight: 600,
      lineHeight: 1.15,
    }),
  );

/** @param siteName stands on every card. */
export function drawing(card: Card, palette: Palette, siteName: string): Box {
  const colours = Object.fromEntries(
    Object.entries(palette).map(([name, { light }]) => [name, light]),
  ) as Colours;
  const colour = colours[card.colour];
  return box(
    { ...size, background: colours.paper, color: colours.ink, fontFamily: 'Text', fontSize: 30 },
    box({ width: edge, height: size.height, background: colour }),
    column(
      {
        flex: 1,
        padding: `40px ${inner.right}px 44px ${inner.left}px`,
        border: `3px solid ${colours.line}`,
        borderLeftWidth: 0,
        justifyContent: 'space-between',
      },
      column(
        {},
        box(
          { justifyContent: 'space-between', color: colours.soft },
          words(card.kind),
          words(card.classes ? '' : siteName),
        ),
        heading(card, colour),
        ...(card.case
          ? [
              words(card.case, {
                marginTop: 12,
                fontSize: fitting(card.case, [44, 60], [0, 50]),
                fontWeight: 600,
                lineHeight: 1.15,
              }),
            ]
          : []),
        words(card.text, {
          marginTop: 20,
          // The way below leaves less room where the name takes two lines.
          fontSize:
            card.stops && card.name.length > 22
              ? fitting(card.text, [150, 36], [0, 30])
              : fitting(card.text, [140, 42], [210, 34], [0, 30]),
          lineHeight: 1.28,
        }),
      ),
      ...(card.stops ? [wayOfCall(card.stops, colour, colours)] : []),
      ...(card.classes ? [classRow(card.classes, colours)] : []),
      ...(card.foot ? [words(card.foot, { fontSize: 32, color: colours.soft })] : []),
    ),
  );
}
