import { describe, expect, it } from 'vitest';
import { decodeTrace } from '../decode/index.ts';
import { Finder } from './finder.ts';
import { answersOfLog, linesText } from './log.ts';

const finder = new Finder({
  codes: [
    [100, 'Trying', '', '', 1],
    [200, 'OK', '', '', 1],
    [401, 'Unauthorized', '', '', 5],
    [400, 'Bad Request', '', '', 5],
    [503, 'Service Unavailable', '', '', 5],
  ],
  causes: [
    [16, 'Normal call clearing', ''],
    [41, 'Temporary failure', ''],
  ],
  programs: [],
  classes: [],
  docs: [{ k: 'warning', u: '/warning/#warning-370', t: 'Warning 370 Insufficient bandwidth', s: '606' }],
});
finder.addSymptoms([{ k: 'case', u: '/503/#crypto', t: 'Encryption is missing', w: 'crypto not negoti' }]);
const read = (text: string) => answersOfLog(text, decodeTrace(text), finder);
const paths = (text: string) => read(text).map(({ path }) => path);

const log = [
  'SIP/2.0 401 Unauthorized',
  'CSeq: 101 INVITE',
  'Content-Length: 486',
  '',
  'SIP/2.0 503 Service Unavailable',
  'CSeq: 102 INVITE',
  'Reason: Q.850;cause=41',
  'Warning: 370 gw.example.com "Insufficient Bandwidth"',
  '',
].join('\r\n');

describe('a pasted log', () => {
  it('leads to its outcome first, then to all it names, each once', () =>
    expect(paths(log)).toEqual(['/503/', '/401/', '/q850/41/', '/warning/#warning-370']));
  it('that ended well leads to what was refused on the way first, a challenge apart', () => {
    const answers = ['401 Unauthorized', '503 Service Unavailable', '200 OK'].map(
      (status, at) => `SIP/2.0 ${status}\r\nCSeq: ${at + 1} REGISTER\r\nCall-ID: a\r\n\r\n`,
    );
    expect(paths(answers.join(''))).toEqual(['/503/', '/200/', '/401/']);
  });
  it('is told by its lines', () => expect(read(log)[0]?.why).toMatch(/^line 5: SIP\/2\.0 503/));
  it('with one code is a log all the same', () =>
    expect(
      paths('INVITE sip:a@example.com SIP/2.0\nCSeq: 400 INVITE\n\nSIP/2.0 503 Service Unavailable\n'),
    ).toEqual(['/503/']));
  it('of a number that nobody registered names its page', () =>
    expect(paths('SIP/2.0 455 Odd\nCSeq: 1 INVITE\n')).toEqual(['/455/']));
  it('without a code is searched for by the words of its lines', () =>
    expect(read('all is well\nfreeswitch: Crypto not negotiated')[0]).toMatchObject({
      path: '/503/#crypto',
      why: 'line 2: freeswitch: Crypto not negotiated',
    }));
  it('of a few lines counts what is no more than likely', () =>
    expect(paths('hm\nno crypto in the answer')[0]).toBe('/503/#crypto'));
});

it.each([
  [[3], 'line 3'],
  [[9, 3, 9], 'lines 3, 9'],
  [[1, 2, 3, 4, 5], 'lines 1, 2, 3 and 2 more'],
])('lines %j are written %s', (lines, text) => expect(linesText(lines)).toBe(text));
