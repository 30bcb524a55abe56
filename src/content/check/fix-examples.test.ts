import { expect, it } from 'vitest';
import { Refused } from '../arguments.ts';
import { fixed } from './fix-examples.ts';

const file = 'content/examples/401-request-a.sip';
const request = (algorithm: string) => `REGISTER sip:example.com SIP/2.0
Authorization: Digest username="a", realm="b", nonce="1", uri="sip:example.com", algorithm=${algorithm}, response="x"
Content-Length: 7

Hello
`;

it('writes the length and the response, with LF line ends', () => {
  const text = fixed({ file, message: request('MD5').replaceAll('\n', '\r\n') });
  expect(text).toBe(request('MD5').replace('response="x"', /response="[^"]*"/.exec(text)?.[0] ?? ''));
  expect(text).toMatch(/response="[0-9a-f]{32}"/);
});

it('names the file of a digest that cannot be computed', () => {
  const fix = () => fixed({ file, message: request('SHA-1').replaceAll('\n', '\r\n') });
  expect(fix).toThrow(Refused);
  expect(fix).toThrow(`${file}: the digest algorithm SHA-1 is unknown; take one of MD5, `);
});
