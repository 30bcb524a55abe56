import { describe, expect, it } from 'vitest';
import { digestParameters, digestResponse } from './digest.ts';

describe('digestResponse', () => {
  it('gives the value of the worked MD5 example in RFC 2617 §3.5', () => {
    const header = digestParameters(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", response="x"',
    );
    expect(digestResponse(header, 'GET', 'Circle Of Life')).toBe('6629fae49393a05397450978507c4ef1');
  });

  it('gives the value of the SHA-256 example in RFC 7616 §3.9.1', () => {
    const header = digestParameters(
      'Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth',
    );
    expect(digestResponse(header, 'GET', 'Circle of Life')).toBe(
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    );
  });
});
