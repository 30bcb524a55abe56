import { describe, expect, it } from 'vitest';
import { findStart } from './start-line.ts';

describe('findStart', () => {
  it.each([
    ['SIP/2.0 486 Busy Here', 486, 'Busy Here'],
    ['SIP/2.0 100 ', 100, ''],
    ['SIP/2.0 200', 200, ''],
    ['sip/2.0 404 Not Found', 404, 'Not Found'],
    ["received 'SIP/2.0 478 Unresolvable destination (478/TM)", 478, 'Unresolvable destination (478/TM)'],
    ['E..x@.@.SIP/2.0 503 Service Unavailable', 503, 'Service Unavailable'],
  ])('reads the status line in %j', (line, code, phrase) => {
    expect(findStart(line)).toMatchObject({ kind: 'response', code, phrase });
  });

  it.each([
    'SIP/2.0 48',
    'SIP/2.0 4040 too long',
    'SIP/2.0 4294967301 better not break the receiver',
    'SIP/2.0 404.5 dotted',
    'SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK486',
    'SIP/2.0 ４８６ Busy',
    'HTTP/1.1 404 Not Found',
    'SIP 404 is what I got',
  ])('takes %j for no start line', (line) => {
    expect(findStart(line)).toBeNull();
  });

  it.each([
    ['INVITE sip:bob@example.com SIP/2.0', 'INVITE', 'sip:bob@example.com'],
    ['INVITE  sip:bob@example.com;x=1; lr  SIP/2.0  ', 'INVITE', 'sip:bob@example.com;x=1; lr'],
    ['RE%47IST%45R sip:registrar.example.com SIP/2.0', 'RE%47IST%45R', 'sip:registrar.example.com'],
    [
      "!interesting-Method0123456789_*+`.%indeed'~ sip:a@example.com SIP/2.0",
      "!interesting-Method0123456789_*+`.%indeed'~",
      'sip:a@example.com',
    ],
    ['OPTIONS sip:t1@example.com SIP/7.0', 'OPTIONS', 'sip:t1@example.com'],
    ['28:37 I/JainSipClient: BYE sip:bob@example.com SIP/2.0', 'BYE', 'sip:bob@example.com'],
    ['OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0', 'OPTIONS', 'soap.beep://192.0.2.103:3002'],
  ])('reads the request line in %j', (line, method, uri) => {
    expect(findStart(line)).toMatchObject({ kind: 'request', method, uri });
  });

  it.each(['Via: SIP/2.0/UDP 192.0.2.1', 'Subject: INVITE me to SIP/2.0', 'we speak SIP/2.0'])(
    'takes %j for no request line',
    (line) => {
      expect(findStart(line)).toBeNull();
    },
  );
});
