import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { noFacts } from './facts-types.ts';
import { callFlow } from './ladder-flow.ts';
import { ladderFile, ladderPicture } from './ladder-picture.ts';
import { shownCall } from './overview.ts';

const flowOf = (trace: string) => callFlow(shownCall(decodeTrace(trace), noFacts, 0));
const example = (file: string) => readFileSync(join(import.meta.dirname, 'examples', `${file}.txt`), 'utf8');

describe('flow', () => {
  const { flow, of } = flowOf(example('two-hops'));

  test('has a column for each host and marks the response that decided', () => {
    expect(flow.participants).toEqual([
      { name: '192.0.2.10', under: '' },
      { name: 'Proxy', under: '192.0.2.20' },
      { name: '203.0.113.5', under: '' },
    ]);
    expect(flow.steps.flatMap((step) => (step.kind === 'arrow' && step.marked ? [step.label] : []))).toEqual([
      '500 Server Internal Error',
    ]);
  });

  test('says what was sent again, and times from the first message', () => {
    expect(flow.steps[2]).toMatchObject({ from: 1, to: 2, note: 'SDP, sent 2 times in 0.5 s' });
    expect(of[2]?.time).toBe('0.006');
  });

  test('marks requests that carry credentials', () => {
    const notes = flowOf(example('caller-id')).flow.steps.map((step) =>
      step.kind === 'arrow' ? step.note : '',
    );
    expect(notes.filter((note) => note.startsWith('with credentials'))).toHaveLength(1);
  });

  test('draws a silence of more than three seconds', () => {
    const log = (second: number, text: string) =>
      `2026/11/20 09:00:${String(second).padStart(2, '0')}.000000 192.0.2.1:5060 -> 192.0.2.2:5060\n${text} sip:a@example.com SIP/2.0\nCall-ID: 1\nCSeq: ${second} ${text}\n\n`;
    expect(flowOf(log(1, 'INVITE') + log(33, 'CANCEL')).flow.steps[1]).toEqual({
      kind: 'gap',
      label: '32 s',
    });
  });
});

test('a file holds the text of a trace as text, whatever it is', () => {
  const file = ladderFile(
    ladderPicture(
      flowOf(
        'SIP/2.0 403 <script>"&\u0001\ud800\nCall-ID: 1\nCSeq: 1 INVITE\nVia: SIP/2.0/UDP 192.0.2.1\n\n',
      ),
    ),
    640,
  );
  expect(file).toContain('403 &lt;script&gt;&quot;&amp;');

  expect(file).not.toMatch(/<script|[\u0000-\u0008]/);
  expect(file.isWellFormed()).toBe(true);
});
