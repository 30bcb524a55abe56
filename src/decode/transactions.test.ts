import { describe, expect, it } from 'vitest';
import { decodeTrace } from './decode.ts';
import { sampleTrace } from './sample-flow.ts';

const decode = (flow: string) => decodeTrace(sampleTrace(flow));

describe('transactions', () => {
  it('are told by branch, on each hop', () => {
    const { transactions } = decode(`
      0 A>B INVITE 1
      0.1 B>A 100 1
      0.2 B>C INVITE 1
      1 C>B 486 1
      1.1 B>C ACK 1
      1.2 B>A 486 1
      1.3 A>B ACK 1
    `);
    expect(
      transactions.map(({ method, finalCode, provisionalCodes, acks }) => ({
        method,
        finalCode,
        provisionalCodes,
        acks: acks.length,
      })),
    ).toEqual([
      { method: 'INVITE', finalCode: 486, provisionalCodes: [100], acks: 1 },
      { method: 'INVITE', finalCode: 486, provisionalCodes: [], acks: 1 },
    ]);
  });

  it('count copies of the request, and final answers that differ', () => {
    const { transactions } = decode(
      '0 A>B REGISTER 1\n0.5 A>B REGISTER 1\n0.6 B>A 503 1 REGISTER\n0.7 B>A 500 1 REGISTER',
    );
    expect(transactions).toMatchObject([{ requestCopies: [1], finalCode: 503, moreFinalCodes: [500] }]);
  });

  it('keep CANCEL apart from the INVITE it ends', () => {
    const { transactions } = decode('0 A>B INVITE 1\n1 A>B CANCEL 1\n1.1 B>A 200 1 CANCEL\n1.2 B>A 487 1');
    expect(transactions.map((entry) => [entry.method, entry.finalCode])).toEqual([
      ['INVITE', 487],
      ['CANCEL', 200],
    ]);
  });
});

describe('the outcome', () => {
  it.each([
    [
      'a challenge that was answered is none',
      '0 A>B INVITE 1\n0.1 B>A 407 1\n0.2 A>B INVITE 2\n0.3 B>A 486 2',
      486,
    ],
    [
      'nor is the answer to CANCEL',
      '0 A>B INVITE 1\n1 A>B CANCEL 1\n1.2 B>A 487 1\n1.3 B>A 200 1 CANCEL',
      487,
    ],
    ['nor the answer to BYE', '0 A>B INVITE 1\n1 B>A 200 1\n9 A>B BYE 2 D\n9.1 B>A 481 2 BYE', 200],
    ['a challenge alone is one', '0 A>B REGISTER 1\n0.1 B>A 401 1 REGISTER', 401],
    [
      'what the caller got counts, not a branch',
      '0 A>B INVITE 1\n0.1 B>C INVITE 1\n5 B>A 408 1\n5.1 C>B 487 1',
      408,
    ],
  ])('%s', (_name, flow, code) => {
    expect(decode(flow).finalCode).toBe(code);
  });
});

describe('calls', () => {
  it('know how long it rang, how long it lasted and who ended it', () => {
    const call = decode(
      '0 A>B INVITE 1\n1 B>A 180 1\n6 B>A 200 1\n6.1 A>B ACK 1 D br=z9hG4bKa\n66 B>A BYE 1 R D',
    ).calls[0];
    expect(call).toMatchObject({
      kind: 'call',
      from: '5550140@example.com',
      ringAfter: 1,
      rang: 5,
      talked: 60,
      endedBy: 'called',
    });
  });
});

it('tells dialogs by both tags', () => {
  const { dialogs } = decode(
    '0 A>B INVITE 1\n1 B>A 180 1 tag=x\n1.1 B>A 180 1 tag=y\n5 B>A 200 1 tag=x\n9 A>B BYE 2 D tag=x',
  );
  expect(dialogs.map((dialog) => dialog.state)).toEqual(['ended', 'early']);
});

describe('the ladder', () => {
  it('takes ends from packets', () => {
    const trace = decode('0 A>B INVITE 1\n0.1 B>A 486 1');
    expect(trace.participants.map((participant) => participant.label)).toEqual([
      '192.0.2.10:5060',
      '203.0.113.5:5060',
    ]);
    expect(trace.hops).toMatchObject([
      { from: '192.0.2.10:5060', to: '203.0.113.5:5060' },
      { from: '203.0.113.5:5060', to: '192.0.2.10:5060' },
    ]);
  });

  it('works ends out where no packet names them', () => {
    const text = sampleTrace('0 A>B INVITE 1\n0.1 B>A 486 1').replace(/^\d{4}\/.*\n/gm, '');
    const trace = decodeTrace(text);
    expect(trace.participants.map((participant) => [participant.label, participant.inferred])).toEqual([
      ['192.0.2.10:5060', true],
      ['example.com', true],
    ]);
    expect(trace.hops[1]).toMatchObject({ from: trace.hops[0]?.to, to: trace.hops[0]?.from });
  });
});

it('says in one sentence what happened', () => {
  const login =
    'Proxy-Authorization: Digest username="5550140", realm="r", nonce="n", uri="sip:x", response="0"';
  const refused = decode(
    `0 A>B INVITE 1\n0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="r", nonce="n"\n0.2 A>B INVITE 2 | ${login}\n0.3 B>A 403 2`,
  );
  expect(refused.summary).toMatchObject({
    by: '203.0.113.5:5060',
    finalCode: 403,
    sentence:
      '203.0.113.5 refused the call with 403 Forbidden after it had asked for credentials and got them.',
  });
  expect(decode('0 A>B INVITE 1').summary.sentence).toBe('The call got no response in this trace.');
  expect(decodeTrace('nothing').summary.sentence).toBe('No SIP message or response found in this text.');
});
