import { expect, it } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { sampleTrace } from '../sample-flow.ts';

const flow = (from: string) =>
  sampleTrace('0 B>A INVITE 1\n0.1 A>B 404 1').replaceAll(
    /^From: .*$/gm,
    `From: <sip:${from}@example.com>;tag=a`,
  );
const first = (text: string, own: string[]) => decodeTrace(text, { own }).findings[0]?.case;

it('an incoming call that the reader’s own system does not know where to send', () => {
  expect(first(flow('+15550177'), ['192.0.2.10'])).toBe('/404/#did-unknown');
});

it('says nothing where nobody knows whose system it is, or a short number calls', () => {
  expect(first(flow('+15550177'), [])).not.toBe('/404/#did-unknown');
  expect(first(flow('4711'), ['192.0.2.10'])).not.toBe('/404/#did-unknown');
});
