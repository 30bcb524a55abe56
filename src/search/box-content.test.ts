import { describe, expect, it } from 'vitest';
import type { Edit } from '../frame/pasted.ts';
import { afterEdit, afterPaste, atStart, isReadInPart, nothing, readPart } from './box-content.ts';

const typed: Edit = { how: 'insertText', replaced: false, ever: true };
const trace = 'SIP/2.0 401 Unauthorized\nSIP/2.0 403 Forbidden\n';

describe('what was pasted', () => {
  it('is kept whole where it has several lines', () =>
    expect(afterPaste(trace)).toEqual({
      text: 'SIP/2.0 401 Unauthorized SIP/2.0 403 Forbidden',
      log: trace.trim(),
      pasted: true,
    }));
  it('is one line where it only ends in a line end', () =>
    expect(afterPaste('SIP/2.0 486 Busy Here\r\n')).toMatchObject({
      text: 'SIP/2.0 486 Busy Here',
      log: '',
    }));
  it('is forgotten when something else is typed over it', () =>
    expect(afterEdit(afterPaste(trace), '486', { ...typed, replaced: true })).toEqual({
      text: '486',
      log: '',
      pasted: false,
    }));
  it('stays private while a part of it may stand there', () =>
    expect(afterEdit(afterPaste('alice is busy'), 'alice is busy here', typed)).toEqual({
      text: 'alice is busy here',
      log: '',
      pasted: true,
    }));
  it('is forgotten when the box is emptied', () =>
    expect(afterEdit(afterPaste(trace), '', typed)).toEqual(nothing));
  it('is kept whole however long it is, and read as far as it is short', () => {
    const { log } = afterPaste('SIP/2.0 403\n'.repeat(50_000));
    expect(log.length).toBeGreaterThan(500_000);
    expect(isReadInPart(log)).toBe(true);
    expect(readPart(log).length).toBe(200_000);
  });
  it.each(['historyUndo', 'historyRedo'])('may come back by %s after something else was typed', (how) => {
    const other = afterEdit(afterPaste('alice'), 'x', { ...typed, replaced: true });
    expect(other.pasted).toBe(false);
    expect(afterEdit(other, 'alice', { ...typed, how }).pasted).toBe(true);
    expect(afterEdit(nothing, 'bob', { how, replaced: false, ever: false }).pasted).toBe(false);
  });
  it.each(['insertFromDrop', 'insertFromPaste', 'insertFromYank'])('comes by %s, too', (how) =>
    expect(afterEdit(nothing, 'alice', { ...typed, how }).pasted).toBe(true),
  );
});

describe('what stands there before the script runs', () => {
  it('may have been pasted', () => expect(atStart('alice', '').pasted).toBe(true));
  it('is no secret where the address asks for it', () => expect(atStart('486', '486').pasted).toBe(false));
  it('is nothing in an empty box', () => expect(atStart('', '486')).toEqual(nothing));
});
