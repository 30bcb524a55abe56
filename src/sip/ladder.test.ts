import { describe, expect, it } from 'vitest';
import { describeLadder, parseLadder } from './ladder.ts';
import { layLadder } from './ladder-layout.ts';

describe('ladders', () => {
  const flow = parseLadder(
    'A 192.0.2.1, B\nA -> B: INVITE | with SDP\n... 3 s\nB: rings\nB -> A: 486 Busy Here\nA ->x B: ACK',
    486,
  );
  it('mark the message of the page', () => {
    expect(flow.steps.filter((step) => step.kind === 'arrow' && step.marked)).toHaveLength(1);
  });
  it('are told in words', () => {
    expect(describeLadder(flow)).toBe(
      '1. A to B: INVITE, with SDP. 2. Time passes: 3 s. 3. B: rings. 4. B to A: 486 Busy Here. 5. A to B: ACK, lost.',
    );
  });
  it('name the line that cannot be read', () => {
    expect(() => parseLadder('A, B\nA => B INVITE')).toThrow('cannot read "A => B INVITE"');
    expect(() => parseLadder('A, B\nA -> C: INVITE')).toThrow('names "C", which is not among A, B');
  });
  it('end a lost message between the lifelines', () => {
    const lost = layLadder(flow).rows.at(-1);
    expect(lost?.kind === 'arrow' && lost.x2 < 84 && lost.x2 > 16).toBe(true);
  });
});

describe('texts of a ladder on the narrowest phone', () => {
  it('are moved inwards where an edge would cut them, and stay in their place where none does', () => {
    const { rows, minWidth } = layLadder(
      parseLadder('A, B, C, D\nA -> B: a label that needs more than half\nB -> C: short', 486),
    );
    const [long, short] = rows.flatMap((row) => (row.kind === 'arrow' ? [row] : []));
    expect(long!.labelAt).toBeGreaterThan((long!.x1 + long!.x2) / 2);
    expect(short!.labelAt).toBe((short!.x1 + short!.x2) / 2);
    expect(minWidth).toBeUndefined();
  });
  it('that are longer than it is wide make the drawing wider', () => {
    const { minWidth } = layLadder(parseLadder(`A, B\nA -> B: ${'long '.repeat(12)}`, 486));
    expect(minWidth).toBeGreaterThan(328);
  });
});
