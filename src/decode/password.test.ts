import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMessage } from '../sip/message.ts';
import { digestResponse, type DigestInput } from '../sip/digest.ts';
import { candidatesOf, checkPassword } from './password.ts';

const recorded: DigestInput = {
  algorithm: 'MD5',
  method: 'REGISTER',
  uri: 'sip:example.com',
  username: 'alice',
  realm: 'example.com',
  nonce: '84a4cc6f3082121f32b42a2187831a9e',
  nc: '00000001',
  cnonce: '0a4f113b',
  qop: 'auth',
  body: new Uint8Array(0),
};

/** The header that says `said` and carries the response to `used`. */
function header(used: Partial<DigestInput>, password: string, said: Partial<DigestInput> = {}): string {
  const shown = { ...recorded, ...said };
  const response = digestResponse({ ...shown, ...used }, password);
  const session =
    shown.qop === null && !shown.algorithm.endsWith('-sess')
      ? ''
      : `, nc=${shown.nc}, cnonce="${shown.cnonce}"`;
  const qop = shown.qop === null ? '' : `, qop=${shown.qop}`;
  return `Digest username="${shown.username}", realm="${shown.realm}", nonce="${shown.nonce}", uri="${shown.uri}", response="${response}", algorithm=${shown.algorithm}${session}${qop}`;
}

const check = (used: Partial<DigestInput>, password: string, candidates = {}, said = {}, body?: string) =>
  checkPassword({ header: header(used, password, said), method: 'REGISTER', body }, password, candidates);

describe('the worked examples of the RFCs', () => {
  it.each([
    [
      'RFC 2617 §3.5',
      'Circle Of Life',
      'username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    ],
    [
      'RFC 7616 §3.9.1, MD5',
      'Circle of Life',
      'username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="8ca523f5e9506fed4657c9700eebdbec"',
    ],
    [
      'RFC 7616 §3.9.1, SHA-256',
      'Circle of Life',
      'username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    ],
  ])('%s', (_, password, parameters) => {
    expect(checkPassword({ header: `Digest ${parameters}`, method: 'GET' }, password)).toMatchObject({
      kind: 'right',
    });
    expect(checkPassword({ header: `Digest ${parameters}`, method: 'GET' }, `${password}!`)).toMatchObject({
      kind: 'wrong',
    });
  });
});

describe('checkPassword', () => {
  it('agrees with another implementation of each hash, with and without session and qop', () => {
    const names = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('MD5', 'SHA-256', 'SHA-512-256'),
        fc.boolean(),
        fc.constantFrom('auth', 'auth-int', null),
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (name, session, qop, password, body) => {
          const hash = (text: string) => createHash(names[name]).update(text).digest('hex');
          const { username, realm, nonce, nc, cnonce, uri } = recorded;
          const stored = hash(`${username}:${realm}:${password}`);
          const ha1 = session ? hash(`${stored}:${nonce}:${cnonce}`) : stored;
          const ha2 = hash(`REGISTER:${uri}${qop === 'auth-int' ? `:${hash(body)}` : ''}`);
          const expected = hash(
            qop === null ? `${ha1}:${nonce}:${ha2}` : `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`,
          );
          const algorithm = `${name}${session ? '-sess' : ''}` as DigestInput['algorithm'];
          expect(
            digestResponse({ ...recorded, algorithm, qop, body: new TextEncoder().encode(body) }, password),
          ).toBe(expected);
        },
      ),
    );
  });

  it('says right for a right password and for its stored hash', () => {
    expect(check({}, 'secret')).toEqual({
      kind: 'right',
      algorithm: 'MD5',
      qop: 'auth',
      encoding: 'UTF-8',
      hashed: false,
    });
    const stored = createHash('md5').update('alice:example.com:secret').digest('hex');
    expect(checkPassword({ header: header({}, 'secret'), method: 'REGISTER' }, stored)).toMatchObject({
      kind: 'right',
      hashed: true,
    });
  });

  it('reads a header without algorithm and qop, as RFC 2069 has it', () => {
    const old = header({}, 'secret', { qop: null }).replace(', algorithm=MD5', '');
    expect(checkPassword({ header: old, method: 'REGISTER' }, 'secret')).toMatchObject({
      kind: 'right',
      qop: null,
    });
  });

  it.each([
    ['realm', { realm: 'asterisk' }, { realms: ['example.net', 'asterisk'] }, 'asterisk'],
    [
      'username',
      { username: 'alice@example.com' },
      { usernames: ['alice', 'alice@example.com'] },
      'alice@example.com',
    ],
    ['uri', { uri: 'sip:192.0.2.1' }, { uris: ['sip:192.0.2.1'] }, 'sip:192.0.2.1'],
    ['method', { method: 'INVITE' }, { methods: ['INVITE', 'REGISTER'] }, 'INVITE'],
    ['algorithm', { algorithm: 'MD5-sess' as const }, {}, 'MD5-sess'],
    ['qop', { qop: null }, {}, 'none'],
  ])('says right, but another %s', (what, used, candidates, expected) => {
    expect(check(used, 'secret', candidates)).toEqual({
      kind: 'right-but',
      differences: [{ what, recorded: what === 'qop' ? 'auth' : recorded[what as 'realm'], used: expected }],
    });
  });

  it('finds two things at once', () => {
    const verdict = check({ realm: 'asterisk', uri: 'sip:192.0.2.1' }, 'secret', {
      realms: ['asterisk'],
      uris: ['sip:192.0.2.1'],
    });
    expect(verdict).toMatchObject({ kind: 'right-but', differences: [{ what: 'realm' }, { what: 'uri' }] });
  });

  it('knows that an ACK has the credentials of its INVITE', () => {
    const ack = checkPassword({ header: header({ method: 'INVITE' }, 'secret'), method: 'ACK' }, 'secret');
    expect(ack).toEqual({
      kind: 'right-but',
      differences: [{ what: 'method', recorded: 'ACK', used: 'INVITE' }],
    });
  });

  it('tells of blanks that were typed with the password, and of its encoding', () => {
    const recordedHeader = { header: header({}, 'secret'), method: 'REGISTER' };
    expect(checkPassword(recordedHeader, ' secret\n')).toMatchObject({
      kind: 'right-but',
      differences: [{ what: 'blanks' }],
    });
    const latin1 = createHash('md5')
      .update(Buffer.from('alice:example.com:pässwort', 'latin1'))
      .digest('hex');
    const byHash = header({}, 'x').replace(/response="[^"]*"/, () => {
      const ha2 = createHash('md5').update('REGISTER:sip:example.com').digest('hex');
      const { nonce, nc, cnonce } = recorded;
      return `response="${createHash('md5').update(`${latin1}:${nonce}:${nc}:${cnonce}:auth:${ha2}`).digest('hex')}"`;
    });
    expect(checkPassword({ header: byHash, method: 'REGISTER' }, 'pässwort')).toMatchObject({
      kind: 'right',
      encoding: 'ISO-8859-1',
    });
  });

  it('takes the body into account for auth-int, and says where it is not known', () => {
    const body = 'v=0\r\n';
    const used = { body: new TextEncoder().encode(body) };
    expect(check(used, 'secret', {}, { qop: 'auth-int' }, body)).toMatchObject({
      kind: 'right',
      qop: 'auth-int',
    });
    expect(check(used, 'secret', {}, { qop: 'auth-int' })).toMatchObject({
      kind: 'wrong',
      unknown: [expect.stringContaining('body')],
    });
  });

  it('tries the users of the trace where the name is hashed (userhash)', () => {
    const hashed = createHash('sha256').update('alice:example.com').digest('hex');
    const text = `${header({}, 'secret', { algorithm: 'SHA-256' }).replace('username="alice"', `username="${hashed}"`)}, userhash=true`;
    expect(
      checkPassword({ header: text, method: 'REGISTER' }, 'secret', { usernames: ['bob', 'alice'] }),
    ).toMatchObject({ kind: 'right' });
    expect(checkPassword({ header: text, method: 'REGISTER' }, 'secret')).toMatchObject({
      kind: 'wrong',
      unknown: [expect.stringContaining('userhash')],
    });
  });

  it('never says right for a wrong password', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (password, other) => {
        fc.pre(password.trim().normalize('NFC') !== other.trim().normalize('NFC'));
        const candidates = { realms: ['a', 'b'], usernames: ['c'], uris: ['d'], methods: ['INVITE'] };
        expect(
          checkPassword({ header: header({}, password), method: 'REGISTER' }, other, candidates).kind,
        ).toBe('wrong');
      }),
    );
  });

  it.each([
    ['Basic YWxpY2U6c2VjcmV0', 'Basic'],
    ['Digest realm="x"', 'no username'],
    [header({}, 'x').replace('=MD5', '=AKAv1-MD5'), 'AKAv1-MD5'],
    [header({}, 'x').replace('qop=auth', 'qop=other'), 'other'],
    [header({}, 'x').replace(/response="[^"]*"/, 'response="zz"'), 'no digest'],
    ['', 'no scheme'],
  ])('says why it cannot check %s', (text, reason) => {
    const verdict = checkPassword({ header: text, method: 'REGISTER' }, 'secret');
    expect(verdict).toMatchObject({ kind: 'cannot-check', reason: expect.stringContaining(reason) });
  });
});

describe('candidatesOf', () => {
  it('collects what a trace offers', () => {
    const messages = [
      'REGISTER sip:192.0.2.1 SIP/2.0\nFrom: "Al <x>" <sip:alice@example.com>;tag=1\nCSeq: 1 REGISTER\nAuthorization: Digest username="a1", realm="r1", uri="sip:u1"\n\n',
      'SIP/2.0 401 Unauthorized\nTo: sip:alice@example.com;tag=2\nWWW-Authenticate: Digest realm="r2", nonce="n"\nCSeq: 1 INVITE\n\n',
    ].map(splitMessage);
    expect(candidatesOf(messages)).toEqual({
      realms: ['192.0.2.1', 'example.com', 'r1', 'r2'],
      usernames: ['alice', 'alice@example.com', 'a1'],
      uris: ['sip:192.0.2.1', 'sip:alice@example.com', 'sip:u1'],
      methods: ['REGISTER', 'INVITE'],
    });
  });
});
