import { describe, expect, it } from 'vitest';
import { decodeTrace } from './decode.ts';
import { rankCases, type RankedCase } from './rank.ts';
import { sampleTrace } from './sample-flow.ts';

const base: RankedCase = { permalink: '', title: '', signs: [], against: [], says: [], words: [] };
const cases: RankedCase[] = [
  { ...base, permalink: '/486/#a', signs: ['immediate'] },
  { ...base, permalink: '/486/#b', signs: ['after-ringing'] },
  { ...base, permalink: '/486/#c', signs: ['q850-reason:17'], says: [{ text: 'USER_BUSY' }] },
  { ...base, permalink: '/486/#d', words: ['queue is full'] },
];
const order = (text: string): string[] =>
  rankCases(decodeTrace(text), cases, undefined, (sign) => sign === 'immediate').map((rank) =>
    rank.permalink.slice(-1),
  );

describe('rankCases', () => {
  it('puts the case first whose sign the trace shows', () => {
    expect(order(sampleTrace('0 A>B INVITE 1\n1 B>A 180 1\n4 B>A 486 1'))[0]).toBe('b');
    expect(order(sampleTrace('0 A>B INVITE 1\n0.2 B>A 486 1'))[0]).toBe('a');
  });

  it('counts a sign with a number only with that number', () => {
    expect(order(sampleTrace('0 A>B INVITE 1\n0.2 B>A 486 1 | Reason: Q.850;cause=17'))[0]).toBe('c');
    expect(order(sampleTrace('0 A>B INVITE 1\n0.2 B>A 486 1 | Reason: Q.850;cause=16'))[0]).toBe('a');
  });

  it('counts a sign that separates little for less', () => {
    const both: RankedCase[] = [
      { ...base, permalink: '/486/#w', signs: ['immediate'] },
      { ...base, permalink: '/486/#s', signs: ['on-invite'] },
    ];
    const trace = decodeTrace(sampleTrace('0 A>B INVITE 1\n0.2 B>A 486 1'));
    const first = (weak: string) =>
      rankCases(trace, both, undefined, (sign) => sign === weak)[0]?.permalink.slice(-1);
    expect([first('immediate'), first('on-invite')]).toEqual(['s', 'w']);
  });

  it('reads phrases and words in log lines, also without any response', () => {
    expect(order('hangup sofia/external/1 [CS_EXECUTE] [USER_BUSY]')[0]).toBe('c');
    expect(order('app_queue.c: The queue is full.')[0]).toBe('d');
  });

  it('keeps the order of the page where nothing speaks for a case', () => {
    expect(order('nothing')).toEqual(['a', 'b', 'c', 'd']);
  });
});
