import { expect, it } from 'vitest';
import { decodeTrace } from './decode.ts';
import { sampleTrace } from './sample-flow.ts';
import { decodeStream, piecesOf } from './stream.ts';

const text = sampleTrace('0 A>B INVITE 1\n1 B>A 180 1\n4 B>A 486 1').repeat(500);

it('decodes in pieces as in one, and reports how far it is', async () => {
  const seen: number[] = [];
  const trace = await decodeStream(piecesOf(text), { onProgress: ({ characters }) => seen.push(characters) });
  expect(trace).toEqual(decodeTrace(text));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toBe(text.length);
});

it('stops when told to', async () => {
  const controller = new AbortController();
  const reading = decodeStream(piecesOf(text), {
    signal: controller.signal,
    onProgress: () => {
      controller.abort();
    },
  });
  await expect(reading).rejects.toThrow(/abort/i);
});
