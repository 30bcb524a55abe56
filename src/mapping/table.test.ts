import { describe, expect, it } from 'vitest';
import { csv, csvField } from './table.ts';

describe('CSV', () => {
  it('quotes and defuses formulas', () => {
    expect(csvField('a "b", c')).toBe('"a ""b"", c"');
    expect(csvField('=1+1')).toBe("'=1+1");
  });
  it('ends lines with CRLF', () => expect(csv(['a', 'b'], [{ a: 1, b: undefined }])).toBe('a,b\r\n1,\r\n'));
});
