import { describe, expect, it } from 'vitest';
import { decodeTrace } from './decode.ts';
import { sampleMessages } from './sample-flow.ts';

const busy = sampleMessages('0 B>A 486 1 | Reason: Q.850;cause=17')[0]?.text ?? '';
const invite = sampleMessages('0 A>B INVITE 1 sdp=pcma')[0]?.text ?? '';
const codes = (text: string): number[] => decodeTrace(text).responses.map((response) => response.code);

describe('where a message starts and ends', () => {
  it('knows the lines of messages and headers', () => {
    const trace = decodeTrace(`note\n${busy.replaceAll('\r\n', '\n')}`);
    expect(trace.messages[0]).toMatchObject({ line: 2, endLine: 9 });
    expect(trace.messages[0]?.headers.find((header) => header.name === 'reason')?.line).toBe(8);
  });

  it('reads messages that follow without an empty line', () => {
    expect(
      codes(
        invite.trimEnd() + '\n' + busy.trimEnd() + '\n' + busy.replace('486 Busy Here', '487 Gone').trimEnd(),
      ),
    ).toEqual([486, 487]);
  });

  it('joins folded lines with one blank', () => {
    const text = busy.replace('Reason: Q.850;cause=17', 'Reason:\r\n Q.850;cause=17;\r\n\ttext="a b"');
    expect(decodeTrace(text).responses[0]?.reasons).toEqual([{ protocol: 'Q.850', cause: 17, text: 'a b' }]);
  });

  it('reads a message whose lines are doubled with empty ones', () => {
    const trace = decodeTrace(busy.replaceAll('\r\n', '\n\n'));
    expect(trace.responses).toHaveLength(1);
    expect(trace.messages[0]?.callId).toBe('call-1@192.0.2.10');
  });

  it('reads old line ends without any line feed', () => {
    expect(codes(busy.replaceAll('\r\n', '\r'))).toEqual([486]);
  });

  it('takes a session description with the message, whatever Content-Length says', () => {
    const trace = decodeTrace(invite.replace(/Content-Length: \d+/, 'Content-Length: 999999') + busy);
    expect(trace.messages.map((message) => message.body.includes('m=audio'))).toEqual([true, false]);
    expect(trace.responses).toHaveLength(1);
  });

  it('does not take the text of a MESSAGE for a response', () => {
    const text = `MESSAGE sip:b@example.com SIP/2.0\r\nCall-ID: m\r\nCSeq: 1 MESSAGE\r\nContent-Type: text/plain\r\nContent-Length: 33\r\n\r\nSIP/2.0 503 Service Unavailable\r\n`;
    expect(codes(text + busy)).toEqual([486]);
  });

  it('keeps a message inside a multipart body inside', () => {
    const body = `--b\r\nContent-Type: message/sip\r\n\r\n${busy}--b--\r\n`;
    const text = `INVITE sip:b@example.com SIP/2.0\r\nCall-ID: m\r\nCSeq: 1 INVITE\r\nContent-Type: multipart/mixed;boundary=b\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    expect(codes(text)).toEqual([]);
    expect(codes(`${text}${busy.replace('486 Busy Here', '487 Gone')}`)).toEqual([487]);
  });

  it('takes a status line in sipfrag for the result of a transfer', () => {
    const notify = sampleMessages('0 B>A NOTIFY 2 R D sdp=busy | Event: refer')[0]?.text ?? '';
    const trace = decodeTrace(notify + busy);
    expect(trace.transfers.map((transfer) => transfer.code)).toEqual([486]);
    expect(trace.responses).toHaveLength(1);
  });
});

describe('what stands around a message', () => {
  it('takes off a prefix whose digits change', () => {
    const text = busy
      .split('\r\n')
      .map((line, index) => `Nov 20 12:00:0${index % 10} host sip[${90 + index}]: ${line}`)
      .join('\n');
    expect(decodeTrace(text).messages[0]).toMatchObject({ callId: 'call-1@192.0.2.10', complete: true });
  });

  it('takes off a column of marks', () => {
    const text = busy
      .split('\r\n')
      .map((line, index) => `${index === 0 ? '0120|sip |<<< ' : '0120|sip |    '}${line}`)
      .join('\n');
    expect(decodeTrace(text).messages[0]?.callId).toBe('call-1@192.0.2.10');
  });

  it('joins a quoted line that a mail program broke', () => {
    const text = busy
      .replaceAll('\r\n', '\n')
      .replace('Reason: Q.850;cause=17', 'Reason: Q.850;cause=17;text="a\nb"')
      .split('\n')
      .map((line) => (line === 'b"' ? line : `> ${line}`))
      .join('\n');
    expect(decodeTrace(text).responses[0]?.reasons[0]?.text).toBe('a b');
  });

  it('does not repeat a message that a log line names as well', () => {
    expect(
      codes(
        `nta: received 486 Busy Here for INVITE (1)\n${busy}\n-- Got SIP response 486 "Busy Here" back from 203.0.113.5`,
      ),
    ).toEqual([486]);
  });

  it('keeps a log line about another request', () => {
    expect(codes(`${busy}\nnta: received 486 Busy Here for INVITE (77)`)).toEqual([486, 486]);
  });

  it('names an echo without Call-ID only once', () => {
    expect(codes(`${busy}SIP/2.0 486 Busy Here\nTo: <sip:5550123@example.com>;tag=b\nServer: x\n\n`)).toEqual(
      [486],
    );
  });

  it('marks copies that went the same way', () => {
    const trace = decodeTrace(`${busy}${busy}`);
    expect(trace.responses.map((response) => response.retransmission)).toEqual([false, true]);
  });

  it('reads code and phrase of an object printed over several lines, where it is about SIP', () => {
    const object = '  "event": "hangup",\n  "code": 486,\n  "reason": "Busy Here"\n}';
    expect(codes(`{\n  "sip": "event",\n${object}`)).toEqual([486]);
    expect(codes(`{\n  "url": "https://example.com",\n${object}`)).toEqual([]);
  });

  it('cuts the phrase of a status in a sentence', () => {
    const trace = decodeTrace('We see SIP/2.0 403 Forbidden from the provider. Is 404 right?');
    expect(trace.responses).toMatchObject([{ code: 403, reasonPhrase: 'Forbidden', where: 'status line' }]);
  });

  it('takes no code from HTTP', () => {
    expect(codes('HTTP/1.1 404 Not Found\nStatus: 404 Not Found\n')).toEqual([]);
  });
});

it('gives the same result whatever the pieces', async () => {
  const { TraceReader } = await import('./reader.ts');
  const text = `${invite}${busy}`;
  const reader = new TraceReader();
  for (const char of text) reader.push(char);
  expect(reader.end().messages).toEqual(decodeTrace(text).messages.map((message) => ({ ...message })));
});
