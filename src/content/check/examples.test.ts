import { expect, it } from 'vitest';
import { checkExample } from './examples.ts';

const busy = `SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1@192.0.2.10
CSeq: 1 INVITE
Content-Length: 0

`;
const said = (text: string, required: string[] = []) =>
  checkExample(
    { file: 'content/examples/486-busy.sip', id: '486-busy', message: text.replaceAll('\n', '\r\n') },
    required,
  ).map(({ line, key }) => `${line} ${key}`);

it('finds nothing wrong with a right message', () => expect(said(busy)).toEqual([]));

it('asks for the headers that the code requires', () => {
  expect(said(busy, ['Retry-After'])).toEqual(['1 Retry-After']);
});

it('reads compact headers as their long form', () => {
  const compact = busy
    .replace('Via:', 'v:')
    .replace('From:', 'f:')
    .replace('To:', 't:')
    .replace('Call-ID:', 'i:');
  expect(said(compact.replace('Content-Length:', 'l:'))).toEqual([]);
  expect(said(compact.replace('t: <sip:bob@example.com>;tag=b1', 't: <sip:bob@example.com>'))).toEqual([
    '4 To',
  ]);
});

it('counts the body in bytes with the line ends of the wire', () => {
  const body = busy.replace('Content-Length: 0\n\n', 'Content-Type: text/plain\nContent-Length: 6\n\nä\nb\n');
  expect(said(body)).toEqual(['8 Content-Length']);
  expect(said(body.replace('Length: 6', 'Length: 7'))).toEqual([]);
});
