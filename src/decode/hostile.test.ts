/** Whatever is pasted: no crash, no hang, nothing taken for a code that is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../tests/cpu-time.ts';
import { decodeTrace } from './decode.ts';
import { sampleMessages, sampleTrace } from './sample-flow.ts';
import type { DecodedTrace } from './types.ts';

const flow =
  '0 A>B INVITE 1 sdp=pcma\n1 B>A 180 1\n4 B>A 486 1 | Reason: Q.850;cause=17 | Warning: 399 x "y"';
const good = sampleTrace(flow);

/** What always has to hold. */
function isSound(trace: DecodedTrace, text: string): void {
  const lines = text.split('\n').length;
  for (const response of trace.responses) {
    expect(response.code).toBeGreaterThanOrEqual(100);
    expect(response.code).toBeLessThan(1000);
    expect(response.line).toBeLessThanOrEqual(lines);
  }
  for (const finding of trace.findings) for (const line of finding.evidence) expect(line).toBeGreaterThan(0);
  for (const hop of trace.hops) {
    expect(trace.participants.some((participant) => participant.id === hop.from)).toBe(true);
    expect(trace.participants.some((participant) => participant.id === hop.to)).toBe(true);
  }
  // It has to go from a worker to a page.
  structuredClone(trace);
}

describe('fuzz', { timeout: 60_000 }, () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        isSound(decodeTrace(text), text);
      }),
      { numRuns: 150 },
    );
  });

  it('takes pieces of SIP in any order', () => {
    const piece = fc.constantFrom(
      'SIP/2.0 486 Busy Here',
      'SIP/2.0 48',
      'INVITE sip:a@example.com SIP/2.0',
      'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
      'Call-ID: x',
      'CSeq: 1 INVITE',
      'CSeq: 99999999999999999999 INVITE',
      'Content-Length: 99999999999',
      'Content-Length: -1',
      'Content-Type: message/sipfrag',
      'Content-Type: multipart/mixed;boundary=b',
      'v=0',
      'm=audio 0 RTP/AVP',
      '--b--',
      '',
      ' folded',
      '> SIP/2.0 404 Not Found',
      '"SIP/2.0 500 x\\r\\nCSeq: 1 BYE\\r\\n',
      'Reason: Q.850;cause=',
      'Reason: ;;,,"',
      'WWW-Authenticate: Digest ,,=,"',
      'Contact: <sip:;>,"',
      'Session Initiation Protocol (404)',
      '    Status-Line: SIP/2.0 404 Not Found',
      '    Message Header',
      '{"log":"x\\n"}',
      '  INVITE sip:a@example.com SIP/2.0..Via: x..',
      'Retry-After: x',
      'To: <sip:a',
      'From: "',
      '__proto__: x',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
        (pieces, end) => {
          const text = pieces.join(end);
          isSound(decodeTrace(text), text.replaceAll('\r', '\n'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes a good trace with damage anywhere', () => {
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.nat(60),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (at, cut, put) => {
          const text = good.slice(0, at) + put + good.slice(at + cut);
          isSound(decodeTrace(text), text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds nothing under the names that every object has', () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
    for (const name of names) {
      const text = good
        .replaceAll('branch=', `${name}=1;branch=`)
        .replace(/RTP\/AVP [\d ]+/g, `RTP/AVP ${name} 8`)
        .replace(
          /\n(?=CSeq)/,
          `\n${name}: ${name}\nReason: ${name};cause=${name};${name}\nWarning: ${name}\n`,
        )
        .replaceAll('realm=', `${name}=x,realm=`)
        .replaceAll('algorithm=MD5', `algorithm=${name}`);
      isSound(decodeTrace(`${text}\n&${name};\n${name}\n`), text);
    }
  });

  it('takes no code from a text in which no program speaks of SIP', () => {
    const word = fc.constantFrom(
      '404',
      '486',
      '503 ms',
      'error',
      'CSeq: 486',
      'call',
      'cause',
      'code',
      '10.4.0.3',
      '+14045550123',
      'port 5060',
      'HTTP/1.1 404',
      '[404]',
      '(486)',
      'x=503',
      '0x1F4',
      'took 200',
      'expecting 401',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        expect(decodeTrace(words.join(' ')).responses).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Characters of one line: eight times as many are still fewer than a start line is searched in. */
const oneLine = 240_000;

describe('linear time', () => {
  const busy = sampleMessages(flow)[2]?.text ?? '';
  it.each<[string, (size: number) => string, number?]>([
    ['one line of letters', (size) => 'x'.repeat(size), oneLine],
    ['one line of codes', (size) => 'SIP/2.0 404 '.repeat(size), oneLine / 12],
    ['one line of escapes', (size) => '\\r\\nSIP/2.0 '.repeat(size), oneLine / 12],
    ['one line of quotes', (size) => `"SIP/2.0 404 x\\r\\n${'\\"'.repeat(size)}`, oneLine / 2],
    ['blanks', (size) => `${busy.trimEnd()}\r\nX: ${' '.repeat(size)}y\r\n\r\n`],
    ['deep folding', (size) => `${busy.trimEnd()}\r\nX: a\r\n${' b\r\n'.repeat(size)}\r\n`],
    // Of more than 5000 the rest is left out.
    ['many headers', (size) => `${busy.trimEnd()}\r\n${'X: y\r\n'.repeat(size)}\r\n`, 600],
    [
      'many Via values',
      (size) =>
        `SIP/2.0 404 x\r\nVia: ${'SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1,'.repeat(size)}\r\nCSeq: 1 INVITE\r\nCall-ID: x\r\n\r\n`,
    ],
    [
      'escaped quotes in a Reason',
      (size) =>
        `SIP/2.0 404 x\r\nReason: Q.850;cause=1;text="${'\\"'.repeat(size)}"\r\nCSeq: 1 INVITE\r\nCall-ID: x\r\n\r\n`,
    ],
    [
      'angle brackets',
      (size) => `SIP/2.0 404 x\r\nContact: ${'<'.repeat(size)}\r\nCSeq: 1 INVITE\r\nCall-ID: x\r\n\r\n`,
    ],
    ['one call of many messages', (size) => busy.repeat(size)],
    [
      'many calls',
      (size) => Array.from({ length: size }, (_, call) => busy.replace('call-1@', `call-${call}@`)).join(''),
    ],
    [
      'one call of many transactions',
      (size) =>
        Array.from({ length: size }, (_, n) =>
          sampleTrace(
            `${n} A>B REGISTER ${n + 1} | Authorization: Digest username="a", realm="r", nonce="n${n}"\n${n}.1 B>A 401 ${n + 1} REGISTER | WWW-Authenticate: Digest realm="r", nonce="n${n}"`,
          ),
        ).join(''),
    ],
    [
      'many hosts that all register with each other',
      (size) =>
        Array.from({ length: size }, (_, n) =>
          sampleTrace(`0 A>B REGISTER 1 id=r${n}\n0.1 B>A 200 1 REGISTER id=r${n}`)
            .replaceAll('192.0.2.10', `10.0.${n >> 8}.${n & 255}`)
            .replaceAll('203.0.113.5', `10.0.${(n + 1) >> 8}.${(n + 1) & 255}`),
        ).join(''),
    ],
    [
      'messages run together',
      (size) => 'SIP/2.0 486 Busy Here Via: SIP/2.0/UDP x;branch=1 '.repeat(size),
      oneLine / 50,
    ],
    ['fields of Wireshark without an end', (size) => `<pdml>${'<field name="ip.src" x'.repeat(size)}/>`],
    ['hex rows', (size) => `0000  ${'53 '.repeat(16)}  SIP/2.0 486 Busy\n`.repeat(size)],
    ['digits', (size) => `code=${'4'.repeat(size)}`, oneLine],
    [
      'log lines',
      (size) => 'Nov 20 12:00:00 host app[404]: INFO: nothing to see, code 404 reply 503\n'.repeat(size),
    ],
    ['times', (size) => '12:00:00 '.repeat(size), oneLine / 9],
    ['addresses', (size) => `${'192.0.2.1:5060 -> '.repeat(size)}SIP/2.0 404 Not Found`, oneLine / 18],
    ['HTML', (size) => '&lt;br/&gt;<br/>'.repeat(size), oneLine / 16],
    ['a summary without an end', (size) => `Status: 404 ${'('.repeat(size)} SIP `, oneLine],
  ])('%s', (_name, make, most) => {
    expectLinear(make, decodeTrace, most);
  });
});

it('keeps markup as text', () => {
  const trace = decodeTrace(good.replace('Busy Here', '<script>alert(1)</script>'));
  expect(trace.responses.at(-1)?.reasonPhrase).toBe('<script>alert(1)</script>');
});
