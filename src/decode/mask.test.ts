import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../tests/cpu-time.ts';
import { decodeTrace } from './decode.ts';
import { maskTrace } from './mask.ts';

const masked = (text: string) => maskTrace(text).text;

/** A call as a log may have it: messages, then lines of its own. `secrets` must not come through. */
interface Sample {
  text: string;
  secrets: string[];
}

const letters = 'bcdfghjklmnpqrtvwxz';
const word = (least: number) =>
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: least, maxLength: least + 6 })
    .filter((text) => !/^user|^host/.test(text));
const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'23456789'), minLength: least, maxLength: most });
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'123456789abcdef'), minLength: length, maxLength: length });
const publicV4 = fc
  .tuple(
    fc.integer({ min: 20, max: 99 }),
    fc.integer({ min: 3, max: 255 }),
    fc.integer({ min: 3, max: 255 }),
    fc.integer({ min: 3, max: 255 }),
  )
  .map((octets) => octets.join('.'));

const sample: fc.Arbitrary<Sample> = fc
  .record({
    user: word(5),
    contact: word(5),
    name: fc.tuple(word(4), word(4)).map((parts) => parts.join(' ')),
    number: digits(10, 13),
    callee: digits(10, 13),
    address: publicV4,
    inside: fc
      .tuple(fc.integer({ min: 3, max: 250 }), fc.integer({ min: 3, max: 250 }))
      .map(([a, b]) => `10.77.${a}.${b}`),
    v6: fc.tuple(hex(4), hex(4), hex(4)).map(([a, b, c]) => `2a${a.slice(2)}:${b}::${c}`),
    host: fc.tuple(word(4), word(5)).map(([a, b]) => `${a}.${b}.net`),
    realm: word(5),
    nonce: hex(24),
    response: hex(32),
    key: fc.string({ unit: fc.constantFrom(...'ABCDEFGHabcdefgh23456789+/'), minLength: 40, maxLength: 40 }),
    mac: hex(12).map((text) => text.match(/../g)?.join(':') ?? ''),
    callId: hex(10),
    // Words of a log; some look like what the pools give.
    junk: fc.array(
      fc.constantFrom(
        'user1',
        'user3 left',
        'Name 2',
        'host2.example.com',
        '15550101',
        '+15550103',
        '5550100',
        '403',
        '10.0.0.2',
        '198.51.100.7',
        'fd00::2',
      ),
      { maxLength: 5 },
    ),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .filter(({ number, callee, user, contact, name, realm }) => {
    const words = [user, contact, realm, ...name.split(' ')];
    return new Set(words).size === words.length && number !== callee;
  })
  .map(
    ({
      user,
      contact,
      name,
      number,
      callee,
      address,
      inside,
      v6,
      host,
      realm,
      nonce,
      response,
      key,
      mac,
      callId,
      junk,
      eol,
    }) => ({
      secrets: [
        user,
        contact,
        ...name.split(' '),
        number,
        callee,
        address,
        inside,
        v6,
        host,
        realm,
        nonce,
        response,
        key,
        mac,
      ],
      text: [
        `INVITE sip:+${callee}@${host};user=phone SIP/2.0`,
        `Via: SIP/2.0/UDP ${inside}:5060;branch=z9hG4bK77;received=${address}`,
        `From: "${name}" <sip:${user}@${host}>;tag=8`,
        `To: <sip:+${callee}@${host}>`,
        `Call-ID: ${callId}@${inside}`,
        `Contact: <sip:${contact}@[${v6}]:5060>;mac="${mac}"`,
        `P-Asserted-Identity: <tel:+${number}>`,
        `Authorization: Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="sip:${host}", response="${response}"`,
        'Content-Length: 60',
        '',
        `o=- 1 1 IN IP4 ${inside}`,
        `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${key}`,
        ...junk,
        `[Nov 20 13:50:40] NOTICE[1] chan_sip.c: Registration from '"${name}" <sip:${user}@${host}>' failed for '${address}:5060'`,
        `  -- Called PJSIP/${user}, then 00${number} and ${number}; ${name} was not there, ${host} knows`,
        `{"caller_id_number":"+${number}","toHost":"${host}"}`,
      ].join(eol),
    }),
  );

describe('maskTrace', () => {
  it('lets no private value through', () => {
    fc.assert(
      fc.property(sample, ({ text, secrets }) => {
        const result = masked(text);
        for (const secret of secrets) expect(result).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(sample, ({ text }) => {
        const once = masked(text);
        expect(masked(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same value for the same, different values for different', () => {
    fc.assert(
      fc.property(fc.uniqueArray(publicV4, { minLength: 2, maxLength: 40 }), fc.nat(), (addresses, pick) => {
        const again = addresses[pick % addresses.length] as string;
        const out = masked([...addresses, again].join(' ')).split(' ');
        expect(new Set(out).size).toBe(addresses.length);
        expect(out.at(-1)).toBe(out[pick % addresses.length]);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(digits(2, 12), { minLength: 2, maxLength: 150 }), (numbers) => {
        const forms = numbers.map((number, index) => `${['', '+', '00', '0'][index % 4]}${number}`);
        const out = masked(forms.map((number) => `<sip:${number}@example.com>`).join('\n')).split('\n');
        expect(new Set(out).size).toBe(new Set(forms).size);
      }),
    );
  });

  it('keeps what must stay equal equal: From user, digest user, log line, Call-ID', () => {
    const out = masked(
      [
        'REGISTER sip:pbx.example.net SIP/2.0',
        'From: <sip:carol.smith@pbx.example.net>;tag=1',
        'Call-ID: 77af@203.0.113.77',
        'Authorization: Digest username="carol.smith", realm="pbx.example.net", nonce="abcd1234", uri="sip:pbx.example.net", response="0123456789abcdef0123456789abcdef"',
        '',
        'log: call 77af@203.0.113.77 of carol.smith at PBX.EXAMPLE.NET',
      ].join('\n'),
    );
    expect(out).toBe(
      [
        'REGISTER sip:host1.example.com SIP/2.0',
        'From: <sip:user1@host1.example.com>;tag=1',
        'Call-ID: 77af@192.0.2.1',
        'Authorization: Digest username="user1", realm="host1.example.com", nonce="00000000", uri="sip:host1.example.com", response="00000000000000000000000000000001"',
        '',
        'log: call 77af@192.0.2.1 of user1 at host1.example.com',
      ].join('\n'),
    );
  });

  it.each([
    ['10.20.30.40', '10.0.0.1'],
    ['172.20.1.1', '172.16.0.1'],
    ['192.168.178.20', '192.168.0.1'],
    ['100.70.1.1', '100.64.0.1'],
    ['169.254.7.7', '169.254.0.1'],
    ['172.32.1.1', '192.0.2.1'],
    ['8.8.8.8', '192.0.2.1'],
    ['fd12:3456::7', 'fd00::1'],
    ['fe80::1ff:fe23:4567:890a', 'fe80::1'],
    ['2A02:908:0:0::1', '2001:db8::1'],
    ['::ffff:10.20.30.40', '::ffff:10.0.0.1'],
  ])('keeps the kind of an address visible: %s', (address, expected) => {
    expect(masked(`c=IN IP4 ${address}`)).toBe(`c=IN IP4 ${expected}`);
  });

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '224.0.1.75',
    '::1',
    '13:50:40',
    '1.2.3',
    'SIP/2.0',
    '00:00:00:00:00:00',
    'Foo::bar',
    '999.1.1.1',
  ])('leaves %s', (text) => {
    expect(masked(`a ${text} b`)).toBe(`a ${text} b`);
  });

  it('keeps the form of a number, and that two spellings are one number', () => {
    const out = masked(
      '<sip:+493012345678@example.com> <tel:00493012345678> <sip:03012345678@example.com> <sip:493012345678@example.com> <sip:222@example.com> <sip:+493012345679@example.com>',
    );
    expect(out).toBe(
      '<sip:+15550100@example.com> <tel:0015550100> <sip:05550100@example.com> <sip:15550100@example.com> <sip:100@example.com> <sip:+15550101@example.com>',
    );
  });

  it('leaves the version of a product that looks like an address, unless it is one', () => {
    expect(masked('User-Agent: Yealink SIP-T46U 66.84.0.15 805ec0aabb1c')).toBe(
      'User-Agent: Yealink SIP-T46U 66.84.0.15 00005e005300',
    );
    expect(masked('User-Agent: x 66.84.0.15\nc=IN IP4 66.84.0.15')).toBe(
      'User-Agent: x 192.0.2.1\nc=IN IP4 192.0.2.1',
    );
  });

  it('leaves what a trace is read for', () => {
    const text = [
      'SIP/2.0 403 Forbidden',
      'Via: SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bK-524287-1;rport',
      'From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=3f2',
      'Reason: Q.850;cause=21;text="call rejected"',
      'Allow: INVITE, ACK, BYE',
      'Warning: 399 localhost "account locked"',
      'WWW-Authenticate: Digest realm="asterisk", algorithm=MD5, qop="auth"',
      'User-Agent: Asterisk PBX 20.5.0',
      'a=rtpmap:101 telephone-event/8000',
      'CSeq: 1001043002 INVITE',
      '    Sequence Number: 1001043002',
      '[Nov 20 13:50:40] NOTICE[123]: res_pjsip/pjsip_distributor.c:688 log_failed_request: code 403, 1795182640',
    ].join('\n');
    expect(masked(text)).toBe(text);
  });

  it('masks the claims inside a PASSporT like the headers beside it', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = [
      part({ alg: 'ES256', ppt: 'shaken', typ: 'passport', x5u: 'https://cert.carrier.net/a.pem' }),
      part({ attest: 'A', dest: { tn: ['493012345678'] }, iat: 1795187561, orig: { tn: '493099999999' } }),
      'c2lnbmF0dXJl',
    ].join('.');
    const out = masked(
      `From: <sip:+493099999999@carrier.net>\nIdentity: ${token};info=<https://cert.carrier.net/a.pem>;alg=ES256`,
    );
    const [, payload] =
      /Identity: ([^;]+)/
        .exec(out)?.[1]
        ?.split('.')
        .map((text) => Buffer.from(text, 'base64url').toString()) ?? [];
    expect(out).toMatch(/^From: <sip:\+15550100@host1\.example\.com>/);
    expect(out).toContain('info=<https://host2.example.com/a.pem>');
    expect(JSON.parse(payload ?? '')).toEqual({
      attest: 'A',
      dest: { tn: ['15550101'] },
      iat: 1795187561,
      orig: { tn: '15550100' },
    });
  });

  it('changes Content-Length by what the body changes', () => {
    const message = (length: number, host: string) =>
      [
        'SIP/2.0 200 OK',
        `l: ${length}`,
        '',
        'v=0',
        `o=- 1 1 IN IP4 ${host}`,
        's=-',
        '',
        'SIP/2.0 180 Ringing',
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n');
    const right = 5 + 'o=- 1 1 IN IP4 '.length + '203.0.113.200'.length + 2 + 5;
    expect(masked(message(right, '203.0.113.200'))).toBe(message(right - 4, '192.0.2.1'));
    // A length that is wrong stays wrong by as much.
    expect(masked(message(right + 50, '203.0.113.200'))).toBe(message(right + 46, '192.0.2.1'));
  });

  it('hides hex dumps and the numbers of Q.931 elements, not the cause', () => {
    expect(masked('0x0010:  c000 0215 13c4 13c4 0221 4f2a 5349 502f  .........SIP/')).toBe(
      '0x0010:  (bytes hidden)',
    );
    expect(masked('> [6c 0c 21 80 34 39 33 30]\n> [08 02 81 90]')).toBe(
      '> [6c (bytes hidden)]\n> [08 02 81 90]',
    );
  });

  it('counts what it hid', () => {
    expect(
      maskTrace('From: "A B" <sip:+493012345678@carrier.net>\nc=IN IP4 8.8.8.8\nc=IN IP4 8.8.8.8').counts,
    ).toEqual({
      addresses: 1,
      hosts: 1,
      names: 1,
      numbers: 1,
    });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (lines) => {
        maskTrace(lines.join('\n'));
        maskTrace(lines.map((line) => `Identity: eyJhbGciOi.${line}\ud800`).join('\n'));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one long line', (n: number) => 'From: "a" <sip:alice@example.net>;x=10.0.0.1 '.repeat(n)],
    ['quotes', (n: number) => '"'.repeat(n * 40)],
    ['colons and digits', (n: number) => '1:'.repeat(n * 20)],
    ['blanks', (n: number) => `From:${' '.repeat(n * 40)}`],
    ['letters', (n: number) => 'a'.repeat(n * 40)],
    [
      'many users',
      (n: number) => Array.from({ length: n }, (_, at) => `<sip:u${at}x@h${at}.net>`).join('\n'),
    ],
  ])('takes linear time: %s', (_, text) => {
    expectLinear(text, maskTrace);
  });
});

describe('packets in digits', () => {
  it.each(['tcpdump-hex', 'tshark-json', 'tshark-ek', 'tshark-pdml'])(
    '%s: nothing of them is left',
    (name) => {
      const given = readFileSync(
        new URL(`../../tests/decode/${name}-wrong-password.txt`, import.meta.url),
        'utf8',
      );
      const { text, notes } = maskTrace(given);
      const digits = Buffer.from('5550140').toString('hex');
      expect(given).toMatch(new RegExp(`5550140|${digits}`));
      expect(text).not.toMatch(new RegExp(`5550140|${digits}|203\\.0\\.113\\.5|cb00 ?7105`));
      expect(notes[0]).toContain('SIP messages only');
      expect(decodeTrace(text).findings[0]?.case).toBe('/401/#wrong-password');
    },
  );
});
