import { expect, it } from 'vitest';
import { hostsOf, undocumented } from './addresses.ts';

it.each([
  '192.0.2.10, 198.51.100.7 and 203.0.113.255',
  '<sip:203.0.113.5;lr>',
  'sip:+15550142@sip.example.com',
  '+1 555 123 0199 and 0015550142',
  'sip:9015550199@example.com',
  '2001:db8::1 and the prefix fc00::',
  'RFC 3261 §21.4.24 and 3GPP TS 24.301, 9.9.3.9',
  '10.0.0.0/8',
  '0.0.0.0',
  '+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"',
  '20:14:05 and 1:2:3',
  '2026-11-20, 1234567890 bytes, 5060',
])('lets pass what is reserved, and what is no address: %s', (text) => {
  expect(undocumented(text)).toEqual([]);
});

it.each([
  ['8.8.8.8', '8.8.8.8'],
  ['10.1.2.3:5060', '10.1.2.3'],
  ['[2a00:1450:4001::200e]', '2a00:1450:4001::200e'],
  ['sip:bob@sip.provider.net;lr', 'sip.provider.net'],
  ['joe@gmail.com', 'gmail.com'],
  ['+493012345678', '+493012345678'],
  ['+49 (30) 123-4567', '+49 (30) 123-4567'],
  ['0049 30 1234567', '0049 30 1234567'],
  ['(212) 555-2368', '(212) 555-2368'],
  ['tel:02079460000', '02079460000'],
])('finds the address or number in %s', (text, found) => {
  expect(undocumented(text)).toEqual([found]);
});

it('finds hosts that stand alone, but no path, file or function', () => {
  expect(hostsOf('Ask sip.provider.net, not sip.example.com.')).toEqual(['sip.provider.net']);
  expect(hostsOf('res_pjsip.c, src/foo.io/bar, Array.from()')).toEqual([]);
});
