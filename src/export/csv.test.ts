import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, csvField } from './csv.ts';

describe('CSV', () => {
  it('quotes what would end a field', () => expect(csvField('a "b", c')).toBe('"a ""b"", c"'));

  it.each(['=1+1', '+15550142', '-', '-1', '@a', '\tx', '\rx', '\n=1', '＝1', '＋1', '－1', '＠a'])(
    'defuses %j, which would start a formula',
    (text) => {
      const [row] = parse(csv(['a'], [{ a: text }]), { bom: true }).slice(1) as string[][];
      expect(row).toEqual([`'${text}`]);
    },
  );

  it('leaves numbers what they are', () => expect(csvField(-1)).toBe('-1'));

  it('starts with the mark of UTF-8, has CRLF at the ends, and nothing for what is not said', () =>
    expect(csv(['a', 'b'], [{ a: 1, b: undefined }])).toBe('\uFEFFa,b\r\n1,\r\n'));

  it('is read back as it was by a parser of its own, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.string(), b: fc.string() })), (rows) => {
        const read = parse(csv(['a', 'b'], rows), {
          bom: true,
          columns: true,
          record_delimiter: '\r\n',
        }) as typeof rows;
        const without = (text: string) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');
        expect(read.map(({ a, b }) => [without(a), without(b)])).toEqual(
          rows.map(({ a, b }) => [without(a), without(b)]),
        );
      }),
    );
  });
});
