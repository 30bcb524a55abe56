import { describe, expect, it } from 'vitest';
import { exampleLines } from './example-lines.ts';
import { splitMessage, valuesOf, wireLength } from './message.ts';

describe('messages', () => {
  const message = splitMessage(
    'SIP/2.0 200 OK\r\nv: SIP/2.0/UDP a\r\nSubject: one\r\n two\r\nVia: SIP/2.0/UDP b\r\n\r\nv=0\r\n',
  );
  it('join folded lines and know compact names', () => {
    expect(valuesOf(message, 'Subject')).toEqual(['one two']);
    expect(valuesOf(message, 'Via')).toEqual(['SIP/2.0/UDP a', 'SIP/2.0/UDP b']);
  });
  it('count a body as it is sent, with CRLF', () => expect(wireLength('v=0\ns=-\n')).toBe(10));
  it('take several notes on one line', () => {
    const lines = exampleLines('SIP/2.0 200 OK\nReason: Q.850;cause=16', [
      { on: 'Reason', mark: 'Q.850' },
      { on: 'Reason', mark: 'cause=16' },
    ]);
    expect(lines[1]?.notes).toEqual([1, 2]);
    expect(lines[1]?.parts.filter((part) => part.marked).map((part) => part.text)).toEqual([
      'Q.850',
      'cause=16',
    ]);
  });
});
