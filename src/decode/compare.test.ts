import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../tests/cpu-time.ts';
import { splitMessage } from '../sip/message.ts';
import { compareCalls, compareHop, compareMessages, firstThatMatters } from './compare.ts';

const OFFER = `v=0
o=- 1 1 IN IP4 192.0.2.10
s=-
c=IN IP4 192.0.2.10
t=0 0
m=audio 10000 RTP/AVP 8 0 101
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-16
a=ptime:20`;

const HEADERS = {
  Via: 'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1',
  'Max-Forwards': '70',
  From: '"Alice" <sip:+15550142@example.com>;tag=a1',
  To: '<sip:+15550199@example.com>',
  'Call-ID': 'one@192.0.2.10',
  CSeq: '1 INVITE',
  Contact: '<sip:alice@192.0.2.10:5060>',
  Allow: 'INVITE, ACK, BYE',
  'Content-Type': 'application/sdp',
  'Proxy-Authorization':
    'Digest username="+15550142", realm="example.com", nonce="n1", uri="sip:+15550199@example.com", response="r1", algorithm=MD5',
};

/** An INVITE with some headers changed; an empty value takes the header out. */
function invite(changes: Record<string, string> = {}, body = OFFER, uri = 'sip:+15550199@example.com') {
  const headers = Object.entries({ ...HEADERS, ...changes }).filter(([, value]) => value !== '');
  return splitMessage(
    `INVITE ${uri} SIP/2.0\n${headers.map(([name, value]) => `${name}: ${value}\n`).join('')}\n${body}`,
  );
}

const message = (startLine: string, cseq = '1 INVITE', more = '') =>
  splitMessage(`${startLine}\nCSeq: ${cseq}\nCall-ID: x\n${more}\n`);

const inCalls = (changes: Record<string, string>, body?: string, uri?: string) =>
  compareMessages(invite(), invite(changes, body, uri)).map(({ name, weight }) => `${name}: ${weight}`);
const onTheWay = (changes: Record<string, string>, body?: string, uri?: string) =>
  compareHop(invite(), invite(changes, body, uri)).differences.map(
    ({ name, weight }) => `${name}: ${weight}`,
  );

describe('compareMessages, two calls', () => {
  it('finds nothing between a message and itself', () => {
    expect(compareMessages(invite(), invite())).toEqual([]);
  });

  it('expects what is new in every call', () => {
    expect(
      inCalls({
        Via: 'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK2',
        From: HEADERS.From.replace('a1', 'a2'),
        'Call-ID': 'two@192.0.2.10',
        CSeq: '9 INVITE',
        'Proxy-Authorization': HEADERS['Proxy-Authorization'].replace('n1', 'n2').replace('r1', 'r2'),
      }),
    ).toEqual([
      'From tag: expected',
      'Call-ID: expected',
      'CSeq: expected',
      'Proxy-Authorization: nonce: expected',
      'Proxy-Authorization: response: expected',
    ]);
  });

  it.each([
    [
      'the order of headers and of what they list, compact names, blanks',
      { Allow: 'BYE,INVITE,  ACK', 'Content-Type': '', c: 'application/sdp' },
    ],
    ['the order of URI parameters', { Contact: '<SIP:alice@192.0.2.10:5060>' }],
  ])('takes no notice of %s', (_, changes) => {
    expect(inCalls(changes)).toEqual([]);
  });

  it.each([
    [
      'the form of the caller’s number',
      { From: '<sip:015550142@example.com>;tag=a1' },
      ['From: matters', 'Proxy-Authorization: username: matters'],
    ],
    [
      'another caller in the same form',
      { From: '<sip:+15550143@example.com>;tag=a1', 'Proxy-Authorization': '' },
      ['From: minor', 'Proxy-Authorization: matters'],
    ],
    ['another domain', { To: '<sip:+15550199@example.net>' }, ['To: matters']],
    ['a private Contact', { Contact: '<sip:alice@10.0.0.5:5060>' }, ['Contact: matters']],
    ['another phone', { Contact: '<sip:bob@192.0.2.77:5060>' }, ['Contact: minor']],
    ['TCP', { Via: 'SIP/2.0/TCP 192.0.2.10:5060;branch=z9hG4bK1' }, ['Via: matters']],
    ['a Require', { Require: '100rel' }, ['Require: matters']],
    ['one method less', { Allow: 'INVITE, ACK' }, ['Allow: minor']],
    ['another product', { 'User-Agent': 'B' }, ['User-Agent: minor']],
    [
      'another algorithm',
      { 'Proxy-Authorization': HEADERS['Proxy-Authorization'].replace('MD5', 'SHA-256') },
      ['Proxy-Authorization: algorithm: matters'],
    ],
    [
      'a digest user who is not in From',
      { 'Proxy-Authorization': HEADERS['Proxy-Authorization'].replace('+15550142', 'trunk7') },
      ['Proxy-Authorization: username: matters'],
    ],
    [
      'a digest uri that is not the target',
      { 'Proxy-Authorization': HEADERS['Proxy-Authorization'].replace('uri="sip:+15550199@', 'uri="sip:') },
      ['Proxy-Authorization: uri: matters'],
    ],
  ])('weighs %s', (_, changes, expected) => {
    expect(inCalls(changes as Record<string, string>)).toEqual(expected);
  });

  it('says what the difference is about', () => {
    const differences = compareMessages(invite(), invite({ From: '<sip:015550142@example.com>;tag=a1' }));
    expect(firstThatMatters(differences)).toEqual({
      part: 'header',
      name: 'From',
      kind: 'changed',
      a: HEADERS.From,
      b: '<sip:015550142@example.com>;tag=a1',
      weight: 'matters',
      note: 'The first has a number with +, the second a national number.',
    });
  });
});

describe('session descriptions', () => {
  const sdp = (change: (offer: string) => string) =>
    compareMessages(invite(), invite({}, change(OFFER))).map(({ name, weight, note }) => [
      name,
      weight,
      note,
    ]);

  it('compares codecs by name, whatever their number', () => {
    expect(sdp((offer) => offer.replace('8 0 101', '8 0 96').replaceAll(':101 ', ':96 '))).toEqual([
      ['audio: telephone-event/8000 payload type', 'minor', null],
    ]);
    expect(sdp((offer) => offer.replace('a=ptime', 'a=rtpmap:8 pcma/8000\na=ptime'))).toEqual([]);
  });

  it.each([
    ['no codec in common', (offer: string) => offer.replace('8 0 101', '9 18'), 'audio: codecs', 'matters'],
    [
      'another order',
      (offer: string) => offer.replace('8 0 101', '0 8 101'),
      'audio: order of codecs',
      'minor',
    ],
    ['SRTP', (offer: string) => offer.replace('RTP/AVP', 'RTP/SAVP'), 'audio: profile', 'matters'],
    ['hold', (offer: string) => `${offer}\na=sendonly`, 'audio: direction', 'matters'],
    [
      'hold for the whole session',
      (offer: string) => offer.replace('t=0', 'a=inactive\nt=0'),
      'audio: direction',
      'matters',
    ],
    ['a refused stream', (offer: string) => offer.replace('10000', '0'), 'audio: port', 'matters'],
    ['another port', (offer: string) => offer.replace('10000', '10002'), 'audio: port', 'expected'],
    [
      'a private address',
      (offer: string) => offer.replaceAll('192.0.2.10', '192.168.1.5'),
      'audio: address',
      'matters',
    ],
    [
      'another address',
      (offer: string) => offer.replaceAll('192.0.2.10', '203.0.113.5'),
      'audio: address',
      'expected',
    ],
    ['a second stream', (offer: string) => `${offer}\nm=image 10002 udptl t38`, 'm= lines', 'matters'],
    [
      'a key',
      (offer: string) => `${offer}\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x`,
      'audio: crypto suites',
      'matters',
    ],
    ['packet time', (offer: string) => offer.replace('ptime:20', 'ptime:30'), 'audio: packet time', 'minor'],
  ])('weighs %s', (_, change, name, weight) => {
    expect(sdp(change)[0]?.slice(0, 2)).toEqual([name, weight]);
  });

  it('names the case of no common codec', () => {
    expect(sdp((offer) => offer.replace('8 0 101', '9 101'))).toContainEqual([
      'audio: codecs',
      'matters',
      'They have no codec in common.',
    ]);
  });

  it('tells of a body that is missing', () => {
    expect(compareMessages(invite(), invite({}, ''))).toMatchObject([
      { part: 'body', kind: 'removed', weight: 'matters' },
    ]);
  });
});

describe('compareHop', () => {
  it('expects what every proxy does', () => {
    const relayed = invite({
      Via: 'SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK9, SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1;received=203.0.113.7;rport=5060',
      'Max-Forwards': '69',
      'Record-Route': '<sip:198.51.100.1;lr>',
    });
    const { relation, differences } = compareHop(invite(), relayed);
    expect(relation).toBe('same');
    expect(differences.map(({ name, weight }) => [name, weight])).toEqual([
      ['Via', 'expected'],
      ['Max-Forwards', 'expected'],
      ['Record-Route', 'expected'],
    ]);
  });

  it.each([
    ['another Contact', { Contact: '<sip:alice@203.0.113.7:1024>' }, undefined, ['Contact: matters']],
    [
      'another From',
      { From: '<sip:anonymous@anonymous.invalid>;tag=a1' },
      undefined,
      ['From: matters', 'Proxy-Authorization: username: matters'],
    ],
    ['a Via of others', { Via: 'SIP/2.0/UDP 203.0.113.7;branch=z9hG4bK1' }, undefined, ['Via: matters']],
    ['no hop counted', {}, undefined, []],
    [
      'an asserted identity',
      { 'P-Asserted-Identity': '<sip:+15550142@example.com>' },
      undefined,
      ['P-Asserted-Identity: matters'],
    ],
    ['credentials taken off', { 'Proxy-Authorization': '' }, undefined, ['Proxy-Authorization: minor']],
    [
      'the body',
      {},
      OFFER.replaceAll('192.0.2.10', '203.0.113.9').replace('8 0 101', '0 101'),
      ['audio: codecs: matters', 'audio: address: minor'],
    ],
    ['the port of a relay', {}, OFFER.replace('10000', '20000'), ['audio: port: minor']],
  ])('weighs %s', (_, changes, body, expected) => {
    expect(onTheWay(changes as Record<string, string>, body)).toEqual(expected);
  });

  it('tells a new leg of the same call, and another request of it, from the same message', () => {
    expect(
      compareHop(invite(), invite({ 'Call-ID': 'b2bua', From: '<sip:+15550142@example.com>;tag=z' }))
        .relation,
    ).toBe('leg');
    expect(compareHop(invite(), invite({ CSeq: '2 INVITE' })).relation).toBe('other');
    expect(compareHop(invite(), message('SIP/2.0 486 Busy Here')).relation).toBe('other');
  });
});

describe('compareCalls', () => {
  const good = [
    invite({ 'Proxy-Authorization': '' }),
    message('SIP/2.0 100 Trying'),
    message(
      'SIP/2.0 407 Proxy Authentication Required',
      '1 INVITE',
      'Proxy-Authenticate: Digest realm="example.com", nonce="n1"\n',
    ),
    message('ACK sip:+15550199@example.com SIP/2.0', '1 ACK'),
    invite({ CSeq: '2 INVITE' }),
    message('SIP/2.0 180 Ringing', '2 INVITE'),
    message('SIP/2.0 200 OK', '2 INVITE'),
  ];

  it('finds no parting between a call and itself, copies and ringing apart', () => {
    const ringsTwice = [
      ...good.slice(0, 6),
      message('SIP/2.0 183 Session Progress', '2 INVITE'),
      good[4],
      good[6],
    ];
    for (const other of [good, ringsTwice, good.filter(({ startLine }) => !startLine.includes('180'))]) {
      const { parting, first } = compareCalls(good, other as typeof good);
      expect([parting, first]).toEqual([null, null]);
    }
  });

  it('finds where the calls part, and the difference before it that can be why', () => {
    const bad = [
      ...good.slice(0, 4),
      invite({ CSeq: '2 INVITE', From: '<sip:015550142@example.com>;tag=b' }),
      message('SIP/2.0 403 Forbidden', '2 INVITE'),
    ];
    const { steps, parting, first } = compareCalls(good, bad);
    expect(parting).toBe(4);
    expect(steps[4]).toMatchObject({
      a: 6,
      b: 5,
      differences: [{ name: 'Start line', a: 'SIP/2.0 200 OK', b: 'SIP/2.0 403 Forbidden' }],
    });
    expect(first).toMatchObject({ step: 3, difference: { name: 'From', weight: 'matters' } });
  });

  it('points to the parting where nothing before it differs', () => {
    const bad = [...good.slice(0, 5), message('SIP/2.0 480 Temporarily Unavailable', '2 INVITE')];
    expect(compareCalls(good, bad).first).toMatchObject({
      step: 4,
      difference: { b: 'SIP/2.0 480 Temporarily Unavailable' },
    });
    expect(compareCalls(good, good.slice(0, 3)).first).toMatchObject({
      difference: { name: 'Message', kind: 'removed' },
    });
    expect(compareCalls([], []).first).toBeNull();
  });
});

describe('hostile messages', () => {
  it('never make it throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Digest a="', '<sip:', 'm=audio', '"', ';tag=', 'v=0\n', 'm=a 1 b 1 1\na=rtpmap:1'),
    );
    const hostile = fc
      .tuple(
        text,
        fc.array(
          fc.tuple(
            fc.constantFrom(
              'Via',
              'From',
              'To',
              'Contact',
              'CSeq',
              'Allow',
              'Authorization',
              'Call-ID',
              '__proto__',
            ),
            text,
          ),
        ),
        text,
      )
      .map(([startLine, headers, body]) => ({
        startLine,
        headers: headers.map(([name, value]) => ({ name, value })),
        body,
      }));
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        compareMessages(a, b);
        compareHop(a, b);
        compareCalls([a, b], [b, a]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      'many headers',
      (n: number) => `SIP/2.0 200 OK\n${Array.from({ length: n }, (_, at) => `X${at}: 1\n`).join('')}\n`,
    ],
    [
      'a long list',
      (n: number) => `SIP/2.0 200 OK\nAllow: ${'A,'.repeat(n)}\nVia: ${'SIP/2.0/UDP x,'.repeat(n)}\n\n`,
    ],
    ['many payload types', (n: number) => `SIP/2.0 200 OK\n\nv=0\nm=audio 1 RTP/AVP ${'9 '.repeat(n)}\n`],
    ['many streams', (n: number) => `SIP/2.0 200 OK\n\nv=0\n${'m=audio 1 RTP/AVP 9\n'.repeat(n)}`],
    [
      'a long display name',
      (n: number) =>
        `SIP/2.0 200 OK\nFrom: "${'\\"'.repeat(n)}" <sip:a@example.com>\nTo: ${'<'.repeat(n)}\n\n`,
    ],
  ])('cost linear time: %s', (_, text) => {
    expectLinear(
      (n) => [splitMessage(text(n)), splitMessage(text(n + 1))] as const,
      ([a, b]) => compareMessages(a, b),
    );
  });

  it('takes more headers than a call takes arguments', () => {
    const many = (n: number) => ({
      startLine: 'OPTIONS sip:example.com SIP/2.0',
      headers: Array.from({ length: 150_000 }, () => ({
        name: 'Authorization',
        value: `Digest nonce="${n}"`,
      })),
      body: '',
    });
    expect(compareMessages(many(1), many(2))).toHaveLength(150_000);
  });
});
