/** Where the lines of a ladder stand: x in percent of the width, y in pixels. */
import type { LadderFlow } from './ladder.ts';

interface ArrowRow {
  kind: 'arrow';
  y: number;
  x1: number;
  x2: number;
  label: string;
  /** Where the middles of label and note stand: over the arrow, or as near to it as the edges of a phone allow. */
  labelAt: number;
  note: string;
  noteAt: number;
  marked: boolean;
  both: boolean;
  /** Path of the arrow head, relative to the line's end; a cross where the message is lost. */
  head: string;
  tail: string;
}
interface GapRow {
  kind: 'gap';
  y: number;
  label: string;
}
interface EventRow {
  kind: 'event';
  y: number;
  x: number;
  label: string;
}
type Row = ArrowRow | GapRow | EventRow;

export interface LadderLayout {
  height: number;
  /** Width in pixels below which a text would be cut at an edge, in steps of 40; undefined where a phone has room. */
  minWidth: number | undefined;
  lifelines: { x: number; name: string; nameAt: number; under: string; underAt: number; top: number }[];
  rows: Row[];
}

const headRight = 'M-7-4 0 0-7 4';
const headLeft = 'M7-4 0 0 7 4';
const cross = 'M-5-5 5 5M-5 5 5-5';

/** Room of a drawing on the narrowest phone, in pixels. */
const phone = 328;
/** Width of a letter on a phone, in pixels: of a label, of a bold one, of smaller text. */
const letter = { label: 6.7, bold: 7.4, small: 5.9 };
type Size = keyof typeof letter;

/** The width a drawing needs so that its longest text is not cut. */
function neededWidth(texts: readonly (readonly [text: string, size: Size])[]): number | undefined {
  const needed = Math.max(0, ...texts.map(([text, size]) => text.length * letter[size]));
  return needed > phone ? Math.ceil(needed / 40) * 40 : undefined;
}

/**
 * Places the parts of a flow.
 * @param width pixels that the drawing has at least.
 */
export function layLadder({ participants, steps }: LadderFlow, width = phone): LadderLayout {
  /** Where the middle of a text stands: in its place, or moved inwards until no edge cuts it. */
  const fit = (place: number, text: string, size: Size) => {
    const half = (text.length * letter[size] * 50) / width;
    return half > 50 ? 50 : round(Math.min(Math.max(place, half), 100 - half));
  };
  const count = participants.length;
  const margin = { 2: 16, 3: 13, 4: 11 }[count] ?? 9;
  const at = (index: number) => round(margin + ((100 - 2 * margin) * index) / (count - 1));
  const top = participants.some((participant) => participant.under) ? 38 : 22;
  let y = top;
  const rows = steps.map((step): Row => {
    if (step.kind === 'gap') {
      y += 26;
      return { kind: 'gap', y, label: step.label };
    }
    if (step.kind === 'event') {
      y += 24;
      return { kind: 'event', y, x: fit(at(step.at), step.label, 'small'), label: step.label };
    }
    y += step.note ? 42 : 28;
    const x1 = at(step.from);
    const x2 = at(step.to);
    // A lost message ends between the lifelines.
    const end = step.lost ? round(x1 + (x2 - x1) * 0.7) : x2;
    const right = x2 > x1;
    const middle = (x1 + x2) / 2;
    return {
      kind: 'arrow',
      y,
      x1,
      x2: end,
      label: step.label,
      labelAt: fit(middle, step.label, step.marked ? 'bold' : 'label'),
      note: step.note,
      noteAt: fit(middle, step.note, 'small'),
      marked: step.marked,
      both: step.both,
      head: step.lost ? cross : right ? headRight : headLeft,
      tail: right ? headLeft : headRight,
    };
  });
  return {
    height: y + 14,
    minWidth: neededWidth(
      steps.flatMap((step) =>
        step.kind === 'arrow'
          ? ([
              [step.label, step.marked ? 'bold' : 'label'],
              [step.note, 'small'],
            ] as const)
          : [[step.label, 'small'] as const],
      ),
    ),
    lifelines: participants.map(({ name, under }, index) => ({
      x: at(index),
      name,
      nameAt: fit(at(index), name, 'bold'),
      under,
      underAt: fit(at(index), under, 'small'),
      top,
    })),
    rows,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
