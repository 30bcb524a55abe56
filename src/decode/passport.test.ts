import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMessage } from '../sip/message.ts';
import { canonicalNumber, compareClaims, readIdentity, rebuildCompact, verifyPassport } from './passport.ts';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signatures below were made once with the key of this certificate, which was then thrown away. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIB0DCCAXWgAwIBAgIBBzAKBggqhkjOPQQDAjA9MQswCQYDVQQGEwJVUzEYMBYG
A1UECgwPRXhhbXBsZSBDYXJyaWVyMRQwEgYDVQQDDAtTSEFLRU4gMTIzQTAgFw0y
NjExMjYwNzM1MjRaGA8yMDgxMDgyOTA3MzUyNFowPTELMAkGA1UEBhMCVVMxGDAW
BgNVBAoMD0V4YW1wbGUgQ2FycmllcjEUMBIGA1UEAwwLU0hBS0VOIDEyM0EwWTAT
BgcqhkjOPQIBBggqhkjOPQMBBwNCAATkR7W6J1c1G8QlcImafKi5H3VS3qlGiBuo
tToUCKXTMx2xq4EjurHwlcExowrJR44s29NyKFgPDJMA2bVv/jULo2QwYjAMBgNV
HRMBAf8EAjAAMDMGCCsGAQUFBwEaBCcwJaAGFgQxMjNBoQ8wDRYIMTU1NTAxMDAC
ATKiChYIMTU1NTAxNDIwHQYDVR0OBBYEFHAsYZSHGFPjCPte5HEBIhePyFTUMAoG
CCqGSM49BAMCA0kAMEYCIQCIwSKDpiug7mYi4w0E8QftJkXGhAKk4ynu7qqo7GbY
DQIhALKyKLiDLbsqDxxPXnwmB5VyOappwRrW2qwPZyJunFd8
-----END CERTIFICATE-----`;
const RSA_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIC/zCCAeegAwIBAgIUa/Av5PCnPFevL7AjWGUonQeY1WkwDQYJKoZIhvcNAQEL
BQAwDjEMMAoGA1UEAwwDcnNhMCAXDTI2MTEyNjA3MzUyNVoYDzIwNTEwNzE4MDcz
NTI1WjAOMQwwCgYDVQQDDANyc2EwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEK
AoIBAQC++1Qzwp86FDUPuxCqiRtzdfVHzG1qQVw10nh2Do8hgoGIVIjtFlfql82o
8SERscTuLHVTyq2SfjlFrglTV21pu7fkwD9DBJP1GNomRwM+zemaLyylnpLb6Fz6
hR+QIejXIeVRfxuZIuKHw7C0QJC+KAYOxYxshXi23mmEcpvVn8FaBkd4Uxhm8NEj
Ve48w+m4xb42OCeeZJCxs2YqQqWRCjB3U5nnr94xWcnQFd6b9+KoOk0Dp81qOfoz
YHnogqI1QrQoW21B/Ht5ENLAOwyF+maWfzocVxBOeFNLCYRrwLlhIT6b6mCE0kzU
/IjFUQTF94X5WLDdy0lFWLlBJ/BhAgMBAAGjUzBRMB0GA1UdDgQWBBStXKUoEnWy
jrUs84OuElJHceRmKTAfBgNVHSMEGDAWgBStXKUoEnWyjrUs84OuElJHceRmKTAP
BgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBgWK6QM2DhKvRekW33
9kg0dAKfCaXQFF9bvJy4DN1hP2B7yo/5YYKHwCDRbKoGrtC4umhApfFEDr2ayEBj
cTQZniDq0WGw8pa2vbW4fhDyGy2F3baGIjr8isP/p37cF7gh2O2bHIyKQgosWQqp
VdZe9sF9fFS0q/OebcNrGXslX3533fHgjW1RDR0vfUQ1W62LJZGq7nGzqDxO4o07
FZAUI40nma8ymR66QDpDZQ2WoT0dJwXZGXNMFq2l1S8YQnixxV7W6X9dUl7ewSma
yImmkKwZdJiK1j7BUzTrvqiqxbfVC8rIubfAin5Vj3GwRBF6npP0MskcAGHkIjSS
o0//
-----END CERTIFICATE-----`;
const SIGNATURE = 'wtA-wj7OS-hYmHvnKCSkuGhjctycClHJWJE7PU6Zj42BaFr2OvEqe-cHOhIIGV9Ur4DdgX6aYsc6aXFBd21Bog';
/** Of the same claims, six days before the certificate is valid. */
const EARLY_SIGNATURE =
  'DXmRhQOVBuuHkflRToy8wL3bwMGsTkKULQDv0O_FcyChPI6fpwDzzclxUl-Om-mL1HURBOh0CH-jeKorLnyTJw';
const COMPACT_SIGNATURE =
  'W2b3AnqzcPPNgT5XVc0w0RriuhVsw0CJ7ltvQcD_zlFeKUXzsixin4x15qDgUzwYm1HvUieQCrKDpAxCU5mjSQ';

const shakenHeader = {
  alg: 'ES256',
  ppt: 'shaken',
  typ: 'passport',
  x5u: 'https://cert.example.com/shaken.pem',
};
const shakenClaims = {
  attest: 'A',
  dest: { tn: ['15550199'] },
  iat: 1796000000,
  orig: { tn: '15550142' },
  origid: '5b0e6c1f-9d24-4c37-8a51-2f6e40b7d918',
};
const identity = (claims: object = shakenClaims, signature = SIGNATURE, header: object = shakenHeader) =>
  `${encode(header)}.${encode(claims)}.${signature};info=<https://cert.example.com/shaken.pem>;alg=ES256;ppt=shaken`;

const invite = (changes: Record<string, string> = {}) => {
  const headers = {
    From: '"Alice" <sip:+1-555-0142@example.com>;tag=1',
    To: '<sip:+15550199@example.com>',
    Date: 'Mon, 30 Nov 2026 00:53:20 GMT',
    ...changes,
  };
  return splitMessage(
    `INVITE sip:+15550199@192.0.2.1 SIP/2.0\n${Object.entries(headers)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('')}\n`,
  );
};

const results = (value: string, message = invite()) =>
  Object.fromEntries(compareClaims(readIdentity(value), message).map(({ claim, result }) => [claim, result]));

/** Header and claims of RFC 8225, appendix A. */
const RFC_HEADER =
  'eyJhbGciOiJFUzI1NiIsInR5cCI6InBhc3Nwb3J0IiwieDV1IjoiaHR0cHM6Ly9jZXJ0LmV4YW1wbGUub3JnL3Bhc3Nwb3J0LmNlciJ9';
const RFC_CLAIMS =
  'eyJkZXN0Ijp7InVyaSI6WyJzaXA6YWxpY2VAZXhhbXBsZS5jb20iXX0sImlhdCI6MTQ3MTM3NTQxOCwib3JpZyI6eyJ0biI6IjEyMTU1NTUxMjEyIn19';

/** RFC 7515, appendix A.3: ES256 in general. The key is given there as a JWK. */
const JWS_TOKEN = [
  'eyJhbGciOiJFUzI1NiJ9',
  'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
  'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
].join('.');
const JWS_KEY = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV7
6e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0s2ldbqkLJK2KRiMohYjlrQ==
-----END PUBLIC KEY-----`;

describe('readIdentity', () => {
  it('reads the full form', () => {
    expect(readIdentity(identity())).toMatchObject({
      form: 'full',
      header: shakenHeader,
      payload: shakenClaims,
      parameters: { info: 'https://cert.example.com/shaken.pem', alg: 'ES256', ppt: 'shaken' },
      problems: [],
    });
  });

  it('reads the compact form', () => {
    expect(readIdentity(`..${COMPACT_SIGNATURE};info=<https://cert.example.com/a.pem>`)).toMatchObject({
      form: 'compact',
      header: null,
      payload: null,
      problems: [],
    });
  });

  it.each([
    ['a token that was cut', identity().slice(0, 60), 'instead of three'],
    ['a token with a blank', identity().replace('.', '. '), 'blanks'],
    ['a header that is no JSON', `bm8.${encode({})}.${SIGNATURE}`, 'header of the token is no JSON'],
    [
      'claims that are a list',
      `${encode(shakenHeader)}.${encode([])}.${SIGNATURE}`,
      'payload of the token is no JSON',
    ],
    ['a signature of another length', identity(shakenClaims, 'AAAA'), '3 bytes'],
    ['no signature', identity(shakenClaims, ''), 'no signature'],
    ['a time that is a text', identity({ ...shakenClaims, iat: '1796000000' }), 'number'],
  ])('tells of %s', (_, value, problem) => {
    expect(readIdentity(value).problems.join(' ')).toContain(problem);
  });

  it('never throws, nor does the comparison', () => {
    const claims = fc
      .anything()
      .map((value) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(claims, claims, fc.string()).map((parts) => parts.join('.')),
        ),
        (value) => {
          const read = readIdentity(value);
          compareClaims(read, invite());
          rebuildCompact(read, invite());
        },
      ),
    );
    for (const orig of [null, 3, [], { tn: {} }, { tn: [null] }, { uri: 'x' }])
      compareClaims(
        readIdentity(identity({ ...shakenClaims, orig, dest: orig, iat: orig, attest: orig })),
        invite(),
      );
  });
});

describe('rebuildCompact', () => {
  it('gives header and claims of RFC 8225, appendix A, to the byte', () => {
    const message = invite({
      From: '<sip:+1(215)555-1212@example.com;user=phone>;tag=1',
      To: '<sip:alice@example.com>',
      Date: 'Tue, 16 Aug 2016 19:23:38 GMT',
    });
    const rebuilt = rebuildCompact(
      readIdentity('..AAAA;info=<https://cert.example.org/passport.cer>;alg=ES256'),
      message,
    );
    expect(Buffer.from(rebuilt?.header ?? '').toString('base64url')).toBe(RFC_HEADER);
    expect(Buffer.from(rebuilt?.payload ?? '').toString('base64url')).toBe(RFC_CLAIMS);
  });

  it.each([
    ['Date', '..AAAA;info=<https://cert.example.com/>', { Date: '' }],
    ['info', '..AAAA', {}],
    ['claims that only the signer knows', '..AAAA;info=<https://cert.example.com/>;ppt=shaken', {}],
  ])('gives nothing without %s', (_, value, changes) => {
    expect(rebuildCompact(readIdentity(value), invite(changes as Record<string, string>))).toBeNull();
  });
});

describe('compareClaims', () => {
  it('finds that all fits', () => {
    expect(results(identity())).toEqual({
      typ: 'same',
      alg: 'same',
      ppt: 'same',
      x5u: 'same',
      orig: 'same',
      dest: 'same',
      iat: 'same',
      attest: 'alone',
      origid: 'alone',
    });
  });

  it.each([
    ['the caller in From', { From: '<sip:+15550143@example.com>' }, { orig: 'differs' }],
    ['the caller in another form', { From: '<sip:015550142@example.com>' }, { orig: 'form' }],
    [
      'the caller in P-Asserted-Identity alone',
      { From: '<sip:anonymous@anonymous.invalid>', 'P-Asserted-Identity': '<tel:+15550142>' },
      { orig: 'same' },
    ],
    ['the called', { To: '<sip:+15550177@example.com>' }, { dest: 'differs' }],
    ['the time', { Date: 'Mon, 30 Nov 2026 00:55:20 GMT' }, { iat: 'differs' }],
    ['no Date', { Date: '' }, { iat: 'alone' }],
  ])('sees %s', (_, changes, expected) => {
    expect(results(identity(), invite(changes as Record<string, string>))).toMatchObject(expected);
  });

  it('says how far iat and Date are apart, and whether that matters', () => {
    const message = (date: string) =>
      compareClaims(readIdentity(identity()), invite({ Date: date })).find(({ claim }) => claim === 'iat')
        ?.message;
    expect(message('Mon, 30 Nov 2026 00:53:50 GMT')).toBe(
      'iat is 30 seconds before Date: a verifier goes by iat.',
    );
    expect(message('Mon, 30 Nov 2026 00:51:20 GMT')).toContain(
      '120 seconds after Date, more than the recommended 60',
    );
  });

  it.each([
    [
      'another x5u',
      identity(shakenClaims, SIGNATURE, { ...shakenHeader, x5u: 'https://other.example.com/' }),
      { x5u: 'differs' },
    ],
    ['another type', identity(shakenClaims, SIGNATURE, { ...shakenHeader, typ: 'JWT' }), { typ: 'differs' }],
    ['no attest', identity({ ...shakenClaims, attest: undefined }), { attest: 'missing' }],
    ['an unknown level', identity({ ...shakenClaims, attest: 'D' }), { attest: 'differs' }],
    ['no orig', identity({ ...shakenClaims, orig: undefined }), { orig: 'missing' }],
    ['no iat', identity({ ...shakenClaims, iat: undefined }), { iat: 'missing' }],
  ])('sees %s in the token', (_, value, expected) => {
    expect(results(value)).toMatchObject(expected);
  });

  it('compares the destination of a diverted call with the Request-URI', () => {
    const claims = {
      dest: { tn: ['15550199'] },
      div: { tn: '15550177' },
      iat: 1796000000,
      orig: { tn: '15550142' },
    };
    const diverted = identity(claims, SIGNATURE, { ...shakenHeader, ppt: 'div' }).replace(
      'ppt=shaken',
      'ppt=div',
    );
    expect(results(diverted, invite({ To: '<sip:+15550177@example.com>' }))).toMatchObject({
      dest: 'same',
      div: 'same',
    });
  });
});

describe('canonicalNumber', () => {
  it.each([
    ['tel:+1-555-0142', '15550142'],
    ['sip:+1(555)0142;phone-context=x@example.com;user=phone', '15550142'],
    ['sip:*43@example.com', '*43'],
    ['sip:alice@example.com', null],
    ['sip:example.com', null],
  ])('of %s is %s', (uri, number) => {
    expect(canonicalNumber(uri)).toBe(number);
  });
});

describe('verifyPassport', () => {
  it('accepts the example of RFC 7515, appendix A.3, and refuses it where a claim is changed', async () => {
    expect(await verifyPassport(readIdentity(JWS_TOKEN), JWS_KEY)).toMatchObject({ kind: 'valid' });
    const changed = JWS_TOKEN.replace('eyJpc3MiOiJqb2Ui', 'eyJpc3MiOiJqb2Yi');
    expect(await verifyPassport(readIdentity(changed), JWS_KEY)).toMatchObject({ kind: 'invalid' });
  });

  it('reads from the certificate who may sign, and until when', async () => {
    const verified = await verifyPassport(
      readIdentity(identity()),
      `The file:\n${CERTIFICATE}\n${RSA_CERTIFICATE}`,
    );
    expect(verified).toMatchObject({
      kind: 'valid',
      certificate: {
        subject: 'SHAKEN 123A',
        notBefore: Date.UTC(2026, 10, 26, 7, 35, 24),
        notAfter: Date.UTC(2081, 7, 29, 7, 35, 24),
        authority: ['SPC 123A', '15550100 and 50 in all', '15550142'],
      },
    });
  });

  it('says that the certificate was not valid at the time of the token', async () => {
    const early = identity({ ...shakenClaims, iat: 1795187561 }, EARLY_SIGNATURE);
    const verified = await verifyPassport(readIdentity(early), CERTIFICATE);
    expect(verified).toMatchObject({
      kind: 'valid',
      notes: expect.arrayContaining([expect.stringContaining('not valid yet')]),
    });
  });

  it('checks the compact form with the headers of its message', async () => {
    const read = readIdentity(`..${COMPACT_SIGNATURE};info=<https://cert.example.com/a.pem>`);
    const message = invite({ To: '<sip:bob@example.com>' });
    expect(await verifyPassport(read, CERTIFICATE, message)).toMatchObject({ kind: 'valid' });
    expect(await verifyPassport(read, CERTIFICATE, invite())).toMatchObject({ kind: 'invalid' });
    expect(await verifyPassport(read, CERTIFICATE)).toMatchObject({ kind: 'cannot-check' });
  });

  it.each([
    ['no certificate', 'hello', 'No certificate is here'],
    ['half a certificate', CERTIFICATE.replace(/\n[^\n]*\n(?=-----END)/, '\n'), 'damaged'],
    ['a certificate of another kind', RSA_CERTIFICATE, 'P-256'],
  ])('says why it cannot check with %s', async (_, pem, reason) => {
    expect(await verifyPassport(readIdentity(identity()), pem)).toMatchObject({
      kind: 'cannot-check',
      reason: expect.stringContaining(reason),
    });
  });

  it('survives a certificate with any byte changed', async () => {
    const der = Buffer.from(CERTIFICATE.replace(/-----[^-]+-----/g, ''), 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Buffer.from(der);
        damaged[at] = value;
        await verifyPassport(
          readIdentity(identity()),
          `-----BEGIN CERTIFICATE-----\n${damaged.toString('base64')}\n-----END CERTIFICATE-----`,
        );
      }),
      { numRuns: 300 },
    );
  });
});
