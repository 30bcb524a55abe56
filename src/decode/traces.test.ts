/** The traces of tests/decode, one format each: the right responses and nothing else, and the expected case first. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare, type ExpectedFile } from '../../tests/bench/decode-score.ts';
import { decodeTrace } from './decode.ts';

const folder = new URL('../../tests/decode/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('traces', () => {
  it.each(names)('%s', (name) => {
    const expected = JSON.parse(
      readFileSync(new URL(name.replace(/\.txt$/, '.expected.json'), folder), 'utf8'),
    ) as ExpectedFile;
    const trace = decodeTrace(readFileSync(new URL(name, folder), 'utf8'));
    expect(compare(trace, expected, name, false, false)).toEqual([]);
  });
});
