import { expect, it } from 'vitest';
import { readPreamble } from './preamble.ts';

const a = '192.0.2.10:5060';
const b = '198.51.100.20:5061';
const show = (address: { host: string; port: number | null } | null) =>
  address ? `${address.host}:${address.port ?? ''}` : null;

it.each([
  [`2025/11/20 11:20:36.861404 ${a} -> ${b}`, a, b, null],
  [`U 2025/11/20 14:00:22.044214 ${a} -> ${b} #1`, a, b, null],
  [`UDP ${a} -> ${b}`, a, b, null],
  ['12:00:00.1 IP 192.0.2.10.5060 > 198.51.100.20.5061: SIP: INVITE', a, b, null],
  [' 16:19:30 2179115091mS SIP Rx: UDP 192.0.2.10:5060 -> 198.51.100.20:5061', a, b, 'in'],
  ['recv 581 bytes from udp/[192.0.2.10]:5060 at 19:34:40.657063:', a, null, 'in'],
  ['send 443 bytes to udp/[198.51.100.20]:5061 at 19:34:41.6:', null, b, 'out'],
  [`<--- SIP read from UDP:${a} --->`, a, null, 'in'],
  [`<--- Transmitting SIP response (356 bytes) to WSS:${b} --->`, null, b, 'out'],
  [`Reliably Transmitting (NAT) to ${b}:`, null, b, 'out'],
  [
    '12:33:44.123 pjsua_core.c .TX 500 bytes Request msg INVITE/cseq=1 (tdta0x1) to UDP 198.51.100.20:5061:',
    null,
    b,
    'out',
  ],
  ['MESSAGE channel [0x1]: received [852] new bytes from [UDP://192.0.2.10:5060]:', a, null, 'in'],
  ['Send to: udp:198.51.100.20:5061', null, b, 'out'],
  ['On [0:0]198.51.100.20:5061 received from 192.0.2.10:5060', a, null, 'in'],
  ['proto:UDP 2025-11-20T12:00:00Z 192.0.2.10:5060 ---> 198.51.100.20:5061', a, b, null],
  ['{"srcIp":"192.0.2.10","srcPort":5060,"dstIp":"198.51.100.20","dstPort":5061', a, b, null],
  ['srcip: 192.0.2.10\nsrcport: 5060\ndstip: 198.51.100.20\ndstport: 5061', a, b, null],
  ['RECEIVED', null, null, 'in'],
  ['I sent him the log from yesterday, what can I do?', null, null, null],
])('%s', (text, source, destination, direction) => {
  const found = readPreamble(text.split('\n'));
  expect([show(found.source), show(found.destination), found.direction]).toEqual([
    source,
    destination,
    direction,
  ]);
});
