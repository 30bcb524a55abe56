import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../tests/cpu-time.ts';
import { digestParameters, responseFor } from './digest.ts';

describe('responseFor', () => {
  it('gives the value of the worked MD5 example in RFC 2617 §3.5', () => {
    const header =
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", response="x"';
    expect(responseFor(header, 'GET', 'Circle Of Life')).toBe('6629fae49393a05397450978507c4ef1');
  });

  it('gives the value of the SHA-256 example in RFC 7616 §3.9.1', () => {
    const header =
      'Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth';
    expect(responseFor(header, 'GET', 'Circle of Life')).toBe(
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    );
  });

  it.each(['algorithm=SHA-1', 'algorithm=MD5, qop=auth-int'])('says that it cannot do %s', (part) => {
    expect(() => responseFor(`Digest username="a", realm="b", ${part}`, 'INVITE', 'x')).toThrow(/digest/);
  });
});

describe('digestParameters', () => {
  it('reads quotes, commas inside them, blanks and any order', () => {
    expect(digestParameters('Digest  nc=00000001 , realm="a, \\"b\\"=c", URI = "sip:x" ,qop=auth')).toEqual({
      scheme: 'Digest',
      params: { nc: '00000001', realm: 'a, \\"b\\"=c', uri: 'sip:x', qop: 'auth' },
    });
  });

  it.each(['a', '=', '"', 'a="', ' '])('costs linear time: %j again and again', (text) => {
    expectLinear((n) => `Digest ${text.repeat(n)}`, digestParameters);
  });
});
