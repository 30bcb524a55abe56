import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeTrace } from '../decode.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../content/guides/decoding.mdx'), 'utf8');

/** Each section with a trace, and what the decoder must read in it: codes, else causes. */
const expected: Record<string, number[]> = {
  sngrep: [404],
  asterisk: [481],
  freeswitch: [503],
  kamailio: [483],
  wireshark: [100, 486],
  'tcpdump-ngrep': [423],
  phones: [408],
  sbc: [488],
  isdn: [17],
  json: [403],
  mail: [603],
};
const traces = [...guide.matchAll(/<Part id="([\w-]+)"(?:(?!<\/Part>)[\s\S])*?\n```\n([\s\S]*?)\n```/g)];

test('every trace of the guide is tried', () => {
  expect(traces.map(([, id]) => id)).toEqual(Object.keys(expected));
});

test.each(traces.map(([, id = '', trace = '']) => [id, trace] as const))(
  'the decoder reads the trace of "%s" as the guide says',
  (id, trace) => {
    const { responses, causes } = decodeTrace(trace);
    const codes = responses.map(({ code }) => code);
    expect(codes.length > 0 ? codes : causes.map(({ cause }) => cause)).toEqual(expected[id]);
  },
);
