/** Where the lines of a ladder stand: x in percent of the width, y in pixels. */
import type { LadderFlow } from './ladder.ts';

interface ArrowRow {
  kind: 'arrow';
  y: number;
  x1: number;
  x2: number;
  middle: number;
  label: string;
  note: string;
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
  lifelines: { x: number; name: string; under: string; top: number }[];
  rows: Row[];
}

const headRight = 'M-7-4 0 0-7 4';
const headLeft = 'M7-4 0 0 7 4';
const cross = 'M-5-5 5 5M-5 5 5-5';

/** Room of a drawing on the narrowest phone, in pixels. */
const phone = 328;
/** Width of a letter of a label and of smaller text on a phone, in pixels. */
const letter = { label: 6.4, small: 5.6 };

/** The width a drawing needs so that no text is cut: texts stand in the middle of their place. */
function neededWidth(
  texts: readonly { at: number; text: string; size: keyof typeof letter }[],
): number | undefined {
  const needed = Math.max(
    0,
    ...texts.map(({ at, text, size }) => (text.length * letter[size]) / 2 / (Math.min(at, 100 - at) / 100)),
  );
  return needed > phone ? Math.ceil(needed / 40) * 40 : undefined;
}

/** Places the parts of a flow. */
export function layLadder({ participants, steps }: LadderFlow): LadderLayout {
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
      return { kind: 'event', y, x: at(step.at), label: step.label };
    }
    y += step.note ? 42 : 28;
    const x1 = at(step.from);
    const x2 = at(step.to);
    // A lost message ends between the lifelines.
    const end = step.lost ? round(x1 + (x2 - x1) * 0.7) : x2;
    const right = x2 > x1;
    return {
      kind: 'arrow',
      y,
      x1,
      x2: end,
      middle: round((x1 + x2) / 2),
      label: step.label,
      note: step.note,
      marked: step.marked,
      both: step.both,
      head: step.lost ? cross : right ? headRight : headLeft,
      tail: right ? headLeft : headRight,
    };
  });
  return {
    height: y + 14,
    minWidth: neededWidth([
      ...participants.flatMap(({ name, under }, index) => [
        { at: at(index), text: name, size: 'label' as const },
        { at: at(index), text: under, size: 'small' as const },
      ]),
      ...rows.flatMap((row) => {
        if (row.kind === 'gap') return [{ at: 50, text: row.label, size: 'small' as const }];
        if (row.kind === 'event') return [{ at: row.x, text: row.label, size: 'small' as const }];
        return [
          { at: row.middle, text: row.label, size: 'label' as const },
          { at: row.middle, text: row.note, size: 'small' as const },
        ];
      }),
    ]),
    lifelines: participants.map(({ name, under }, index) => ({ x: at(index), name, under, top })),
    rows,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
