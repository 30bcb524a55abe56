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
  /** Width below which the drawing scrolls: 320 (never), 440 or 560 pixels. */
  minWidth: 320 | 440 | 560;
  lifelines: { x: number; name: string; under: string; top: number }[];
  rows: Row[];
}

const headRight = 'M-7-4 0 0-7 4';
const headLeft = 'M7-4 0 0 7 4';
const cross = 'M-5-5 5 5M-5 5 5-5';

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
    minWidth: count <= 2 ? 320 : count === 3 ? 440 : 560,
    lifelines: participants.map(({ name, under }, index) => ({ x: at(index), name, under, top })),
    rows,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
