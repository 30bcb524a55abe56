import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { examples } from './examples.ts';
import { noFacts, type Facts } from './facts-types.ts';
import { labelOf } from './ladder-flow.ts';
import { most, overviewOf, responsesFrom, shownCall } from './overview.ts';
import { ticketTexts } from './ticket.ts';

const example = (file: string) => readFileSync(join(import.meta.dirname, 'examples', `${file}.txt`), 'utf8');
const facts: Facts = {
  ...noFacts,
  codes: { 403: ['Forbidden', 'Refused.'] },
  cases: [
    {
      permalink: '/403/#caller-id-mismatch',
      title: 'Other number',
      sign: '',
      signs: [],
      against: [],
      says: [],
      words: [],
    },
    {
      permalink: '/403/#after-login',
      title: 'After the login',
      sign: 'Refused after a challenge',
      signs: ['after-credentials'],
      against: [],
      says: [],
      words: [],
    },
  ],
  signs: { 'after-credentials': 'It follows a login' },
};
const alone = { name: null, masked: null };

describe('what turns the direction of text', () => {
  const turned = example('caller-id')
    .replaceAll('403 Forbidden', '403 \u202eForbidden\u2066')
    .replaceAll('+15550142', '\u202d+15550142\u202c');
  const trace = decodeTrace(turned);
  const turns = /[\u202a-\u202e\u2066-\u2069]/;

  test('is marked wherever it would stand in a sentence', () => {
    const overview = overviewOf(trace, facts, alone);
    expect(overview.responses.at(-1)?.phrase).toBe('[U+202E]Forbidden[U+2066]');
    const { messages, participants, ...call } = shownCall(trace, facts, overview.summary.call ?? 0);
    expect(
      JSON.stringify([
        overview,
        call,
        participants.map(({ label }) => label),
        responsesFrom(trace, facts, 0),
      ]),
    ).not.toMatch(turns);
    expect(messages.map(labelOf).join(' ')).not.toMatch(turns);
    const texts = ticketTexts({
      overview,
      call: call.call.index,
      roles: call.roles,
      address: (path) => path,
      date: '',
    });
    expect(Object.values(texts).join(' ')).not.toMatch(turns);
  });

  test('stays in the message itself, which is copied as it was sent', () =>
    expect(JSON.stringify(shownCall(trace, facts, 0).messages)).toMatch(turns));
});

describe('one transaction of a call', () => {
  const trace = decodeTrace(example('caller-id'));
  const { transactions } = shownCall(trace, noFacts, 0);

  test('is listed with its code', () => {
    expect(transactions.map(({ title, code }) => `${title} ${code}`)).toEqual([
      'CSeq 101 INVITE 401',
      'CSeq 102 INVITE 403',
    ]);
  });

  test('shows its own messages only, ACK included, and the answer that ended it', () => {
    const { messages, deciding } = shownCall(trace, noFacts, 0, 0);
    expect(messages.map(({ method, code }) => code ?? method)).toEqual(['INVITE', 401, 'ACK']);
    expect(trace.messages[deciding ?? -1]?.code).toBe(401);
  });
});

test('systems to choose one’s own from: by host, with the role that is sure', () => {
  const overview = overviewOf(decodeTrace(example('caller-id'), { own: ['self'] }), noFacts, alone);
  expect(overview.systems).toEqual([
    { value: 'self', label: 'the system that wrote this log (PBX)', own: true },
    { value: '203.0.113.5', label: '203.0.113.5 (provider)', own: false },
  ]);
});

describe('overview', () => {
  const trace = decodeTrace(example('caller-id'));
  const overview = overviewOf(trace, facts, alone);

  test('names calls by method and both users, with the code that ended them', () => {
    expect(overview.calls).toMatchObject([
      { index: 0, title: 'INVITE +15550142 → +15550199', code: 403, messages: 7 },
    ]);
  });

  test('gives findings the title of their case and the text of the lines that show them', () => {
    const [finding] = overview.findings;
    expect(finding?.title).toBe('Other number');
    expect(finding?.lines.map(({ text }) => text?.slice(0, 14))).toEqual([
      'From: "Anna Ex',
      'Authorization:',
      'SIP/2.0 403 Fo',
    ]);
  });

  // The facts of these tests know 403 only.
  test('says what a code means, and of a number without a meaning how it counts', () => {
    expect(overview.responses.map(({ code, hasPage, meaning }) => [code, hasPage, meaning])).toEqual([
      [401, true, 'Not registered: treat it as 400'],
      [100, true, 'Not registered: treat it as 183'],
      [403, true, 'Refused.'],
    ]);
  });
});

test('offers cases whose signs fit, without those that a rule names', () => {
  const { fitting } = shownCall(decodeTrace(example('caller-id')), facts, 0);
  expect(fitting).toEqual([
    {
      permalink: '/403/#after-login',
      title: 'After the login',
      sign: 'Refused after a challenge',
      because: ['It follows a login'],
    },
  ]);
});

test('folds retransmissions into the first message', () => {
  const { messages } = shownCall(decodeTrace(example('two-hops')), facts, 0);
  expect(
    messages.map(({ copies, lastCopyAfter }) => [copies, lastCopyAfter]).filter(([copies]) => copies),
  ).toEqual([[1, 0.5]]);
});

test('sends a long list of responses in parts', () => {
  const one = (at: number) =>
    `SIP/2.0 404 Not Found\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK${at}\nCall-ID: c${at}@192.0.2.10\nCSeq: 1 INVITE\n\n`;
  const trace = decodeTrace(Array.from({ length: most.responses + 5 }, (_, at) => one(at)).join('\n'));
  const overview = overviewOf(trace, noFacts, alone);
  expect(overview.responses).toHaveLength(most.responses);
  expect(overview.responseCount).toBe(most.responses + 5);
  expect(responsesFrom(trace, noFacts, most.responses).map(({ call }) => call)).toEqual(
    [0, 1, 2, 3, 4].map((more) => most.responses + more),
  );
});

test('cuts what is too long to show', () => {
  const trace = decodeTrace(
    `INVITE sip:a@example.com SIP/2.0\nCall-ID: 1\nX-Long: ${'a'.repeat(100_000)}\n\n`,
  );
  const { messages } = shownCall(trace, noFacts, 0);
  expect(messages[0]?.headers.at(-1)?.value).toHaveLength(most.value + 1);
});

test.each(examples)('the example "$title" leads to a case', ({ file }) => {
  expect(decodeTrace(example(file)).findings.length).toBeGreaterThan(0);
});
