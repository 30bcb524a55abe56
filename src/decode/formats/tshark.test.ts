import { describe, expect, it } from 'vitest';
import { listedPacket, sdpLine } from './tshark.ts';

describe('lines of a packet list', () => {
  it.each([
    [
      '653\t8.0\t192.0.2.10\t198.51.100.10\tSIP\t531\tRequest: REGISTER sip:example.com  (1 binding) | ',
      'request',
      null,
      'REGISTER',
    ],
    [
      '"654","8.1","198.51.100.10","192.0.2.10","SIP","568","Status: 401 Unauthorized | "',
      'response',
      401,
      null,
    ],
    [
      '   12   1.5 192.0.2.1 → 192.0.2.2 SIP/SDP 900 Status: 183 Session Progress, with session description | ',
      'response',
      183,
      null,
    ],
    ['13 1.6 2001:db8::1 → 2001:db8::2 SIP 400 Status: 200 OK (INVITE) | ', 'response', 200, 'INVITE'],
  ])('%s', (line, kind, code, method) => {
    expect(listedPacket(line)).toMatchObject({ kind, code, method });
  });

  it.each([
    '14 1.7 192.0.2.1 192.0.2.2 HTTP 404 Status: 404 Not Found',
    'SIP is fine. Status: good',
    '15 SIP Status: 40 x',
  ])('none in %s', (line) => {
    expect(listedPacket(line)).toBeNull();
  });

  it('takes what Wireshark adds off the phrase', () => {
    expect(
      listedPacket('1 1.0 192.0.2.1 192.0.2.2 SIP 9 Status: 200 OK (REGISTER)    (1 binding) | ')?.phrase,
    ).toBe('OK');
  });
});

it('reads lines of a session description from details', () => {
  expect(sdpLine('            Media Description, name and address (m): audio 6000 RTP/AVP 4 98')).toBe(
    'm=audio 6000 RTP/AVP 4 98',
  );
  expect(sdpLine('                Media Type: audio')).toBeNull();
});
