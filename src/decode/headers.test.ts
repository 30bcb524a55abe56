import { describe, expect, it } from 'vitest';
import {
  credentials,
  headerColon,
  readAddress,
  readReason,
  readUri,
  readVia,
  reasons,
  warnings,
} from './headers.ts';

const one = (name: string, value: string) => ({ headers: [{ name, written: name, value, line: 1 }] });

describe('headerColon', () => {
  it.each(['Via: x', 'v:x', 'Content-Length   : 150', 'X-Odd:value', 'Reason:'])(
    'sees the header in %j',
    (line) => {
      expect(headerColon(line)).toBeGreaterThan(0);
    },
  );

  it.each([
    'sip:bob@example.com',
    'sofia.c:7291 Channel',
    '14:02:11 x',
    'WARNING: no codec',
    'no colon',
    ' folded: x',
  ])('sees none in %j', (line) => {
    expect(headerColon(line)).toBe(-1);
  });
});

it('reads Via with the blanks the grammar allows', () => {
  expect(
    readVia('SIP  / 2.0  / TCP     spindle.example.com:5070   ; branch  =   z9hG4bK9ikj8 ;rport'),
  ).toMatchObject({
    transport: 'TCP',
    host: 'spindle.example.com',
    port: 5070,
    branch: 'z9hG4bK9ikj8',
  });
  expect(readVia('SIP/2.0/UDP [2001:db8::1]:5060;branch=z9hG4bKa')).toMatchObject({
    host: '2001:db8::1',
    port: 5060,
  });
});

it('keeps URI and header parameters apart', () => {
  expect(readAddress('"A <b>" <sip:a@example.com;lr>;tag=1')).toMatchObject({ params: { tag: '1' } });
  expect(readAddress('sip:a@example.com;tag=2')).toMatchObject({
    uri: 'sip:a@example.com',
    params: { tag: '2' },
  });
});

it('splits URIs', () => {
  expect(readUri('sip:+15550100;npdi@example.com:5062;user=phone')).toMatchObject({
    user: '+15550100',
    host: 'example.com',
    port: 5062,
  });
  expect(readUri('tel:+15550100;phone-context=x')).toMatchObject({ scheme: 'tel', user: '+15550100' });
  expect(readUri('no uri')).toBeNull();
});

it('reads several reasons of one header, commas and semicolons in the text', () => {
  expect(reasons(one('reason', 'SIP ;cause=438 ;text="a, b; \\"c\\"", Q.850;cause=31;text=plain'))).toEqual([
    { protocol: 'SIP', cause: 438, text: 'a, b; "c"' },
    { protocol: 'Q.850', cause: 31, text: 'plain' },
  ]);
  expect(readReason('Q.850')).toEqual({ protocol: 'Q.850', cause: null, text: null });
});

it('reads warnings, and nothing where the code is no code', () => {
  expect(warnings(one('warning', '305 gw "no, codec", 399 192.0.2.1:5060 "x"'))).toEqual([
    { code: 305, agent: 'gw', text: 'no, codec' },
    { code: 399, agent: '192.0.2.1:5060', text: 'x' },
  ]);
  expect(warnings(one('warning', '1812 overture "In Progress"'))).toEqual([]);
});

it('tells several challenges in one header apart', () => {
  const found = credentials(
    one('www-authenticate', 'Digest realm="a", nonce="n", stale=FALSE, Basic realm="b"'),
  );
  expect(found.map((entry) => [entry.scheme, entry.params['realm'], entry.params['stale']])).toEqual([
    ['digest', 'a', 'FALSE'],
    ['basic', 'b', undefined],
  ]);
});
