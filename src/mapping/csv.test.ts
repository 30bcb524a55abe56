import { describe, expect, it } from 'vitest';
import { csv, csvField } from './csv.ts';

describe('CSV', () => {
  it('quotes what would end a field', () => expect(csvField('a "b", c')).toBe('"a ""b"", c"'));
  it.each(['=1+1', '+1', '-1', '@a', '\tx'])('defuses %j, which would start a formula', (text) =>
    expect(csvField(text)).toBe(`'${text}`),
  );
  it('has a head line, CRLF at the ends, and nothing for what is not said', () =>
    expect(csv(['a', 'b'], [{ a: 1, b: undefined }])).toBe('a,b\r\n1,\r\n'));
});
