import { gzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../tests/cpu-time.ts';
import {
  block,
  bytesOf,
  CLIENT,
  enhanced,
  ethernet,
  FIN,
  frame,
  ipv4,
  ipv6,
  networkInterface,
  pcap,
  response,
  RST,
  section,
  SERVER,
  simple,
  START_TIME,
  SYN,
  tcp,
  u16,
  u32,
  udp,
} from './build-capture.ts';
import { captureKind, CaptureReader, captureText, readCapture, type CaptureRead } from './index.ts';

const busy = response(486, 'Busy Here');
const onWire = ethernet(ipv4(udp(busy)));
const texts = (read: CaptureRead) => read.messages.map(({ text }) => text);
const kinds = (read: CaptureRead) => read.problems.map(({ kind }) => kind);

/** Each packet of a TCP connection, from the client. */
const overTcp = (...segments: Uint8Array[]) =>
  readCapture(pcap(segments.map((segment) => ethernet(ipv4(segment, { protocol: 6 })))));

/** The packets that carry `text`, cut at the places given. */
function cutAt(text: string, places: number[], first = 1000): Uint8Array[] {
  const bytes = bytesOf(text);
  const edges = [0, ...places, bytes.length];
  return edges
    .slice(1)
    .map((to, index) => tcp(first + (edges[index] ?? 0), bytes.subarray(edges[index], to)));
}

describe('classic pcap', () => {
  it.each([
    ['microseconds, little-endian', { little: true }],
    ['microseconds, big-endian', { little: false }],
    ['nanoseconds, little-endian', { nanoseconds: true }],
    ['nanoseconds, big-endian', { nanoseconds: true, little: false }],
    ['the modified form of FRITZ!Box', { modified: true }],
  ])('reads %s', (_, options) => {
    const read = readCapture(pcap([onWire, onWire], options));
    expect(read).toMatchObject({ format: 'pcap', packets: 2, compressed: false, problems: [] });
    expect(read.messages[1]).toEqual({
      frame: 2,
      time: START_TIME + 1000,
      source: `${CLIENT}:5060`,
      destination: `${SERVER}:5060`,
      transport: 'UDP',
      text: busy,
      truncated: false,
    });
  });

  it('reads what stands before the end of a file that was cut', () => {
    const whole = pcap([onWire, onWire]);
    const read = readCapture(whole.subarray(0, whole.length - 5));
    expect(texts(read)).toEqual([busy]);
    expect(kinds(read)).toEqual(['file-cut']);
  });

  it('stops at a record that claims an impossible length', () => {
    const file = bytesOf(
      pcap([onWire]),
      u32(1),
      u32(0),
      u32(0xffffffff),
      u32(0xffffffff),
      new Uint8Array(99),
    );
    const read = readCapture(file);
    expect(texts(read)).toEqual([busy]);
    expect(read.problems).toMatchObject([{ kind: 'record-length', frame: 2 }]);
    expect(read.problems[0]?.message).toContain('4294967295');
  });

  it('marks a message that was cut by the snap length', () => {
    const read = readCapture(pcap([{ data: onWire.subarray(0, 200), original: onWire.length }]));
    expect(read.messages).toMatchObject([{ truncated: true, text: busy.slice(0, 200 - 42) }]);
    expect(kinds(read)).toEqual(['packet-cut']);
  });
});

describe('pcapng', () => {
  it.each([true, false])('reads sections with interfaces of their own (little-endian: %s)', (little) => {
    const file = bytesOf(
      section(little),
      networkInterface({ linkType: 228, little }),
      networkInterface({ resolution: 9, offset: 100, little }),
      block(5, bytesOf(u32(0, little), new Uint8Array(8)), little),
      enhanced(ipv4(udp(busy)), BigInt(START_TIME), 0, little),
      enhanced(onWire, BigInt(START_TIME) * 1000n, 1, little),
      section(!little),
      networkInterface({ linkType: 101, resolution: 0x80 | 20, little: !little }),
      enhanced(ipv6(udp(busy)), 3n << 19n, 0, !little),
    );
    const read = readCapture(file);
    expect(read).toMatchObject({ format: 'pcapng', packets: 3, problems: [] });
    expect(read.messages.map(({ time, source }) => [time, source])).toEqual([
      [START_TIME, `${CLIENT}:5060`],
      [START_TIME + 100_000_000, `${CLIENT}:5060`],
      [1_500_000, '[2001:db8::1]:5060'],
    ]);
  });

  it('reads simple packets, which have no time, up to the snap length', () => {
    const file = bytesOf(
      section(),
      networkInterface({ snapLength: 100 }),
      simple(onWire.subarray(0, 100), onWire.length),
      simple(onWire.subarray(0, 99)),
    );
    const read = readCapture(file);
    expect(read.messages).toMatchObject([
      { time: null, truncated: true, text: busy.slice(0, 58) },
      { time: null, truncated: true, text: busy.slice(0, 57) },
    ]);
  });

  it.each([
    ['too short', bytesOf(u32(6, true), u32(8, true), u32(8, true))],
    ['not a multiple of four', bytesOf(u32(6, true), u32(33, true), new Uint8Array(40))],
    ['longer than any packet', bytesOf(u32(6, true), u32(0xfffffffc, true), new Uint8Array(40))],
  ])('stops at a block whose length is %s', (_, broken) => {
    const read = readCapture(bytesOf(section(), networkInterface(), enhanced(onWire, 1n), broken));
    expect(texts(read)).toEqual([busy]);
    expect(kinds(read)).toEqual(['block-broken']);
  });

  it('passes over a packet whose length or interface does not fit', () => {
    const packet = enhanced(onWire, 1n);
    const lying = packet.slice();
    lying.set(u32(0x7fffffff, true), 20);
    const read = readCapture(bytesOf(section(), networkInterface(), lying, enhanced(onWire, 1n, 7), packet));
    expect(texts(read)).toEqual([busy]);
    expect(read.problems).toMatchObject([{ kind: 'packet-broken', count: 2, frame: 1 }]);
  });
});

describe('link layers', () => {
  const v4 = ipv4(udp(busy));
  const v6 = ipv6(udp(busy));
  it.each([
    ['Ethernet with padding', 1, bytesOf(onWire, new Uint8Array(9))],
    ['a VLAN tag', 1, ethernet(v4, [0x8100])],
    ['QinQ', 1, ethernet(v4, [0x88a8, 0x8100])],
    ['IPv6 on Ethernet', 1, ethernet(v6)],
    [
      'PPPoE',
      1,
      bytesOf(new Uint8Array(12), u16(0x8864), [0x11, 0], u16(1), u16(v4.length + 2), u16(0x21), v4),
    ],
    ['Linux cooked version 1', 113, bytesOf(new Uint8Array(14), u16(0x0800), v4)],
    [
      'Linux cooked version 1 with a VLAN tag',
      113,
      bytesOf(new Uint8Array(14), u16(0x8100), u16(5), u16(0x86dd), v6),
    ],
    ['Linux cooked version 2', 276, bytesOf(u16(0x86dd), new Uint8Array(18), v6)],
    [
      'Linux cooked version 2 with a VLAN tag',
      276,
      bytesOf(u16(0x8100), new Uint8Array(18), u16(5), u16(0x0800), v4),
    ],
    ['raw IP', 101, v4],
    ['raw IP by its old number', 12, v6],
    ['IPv4', 228, v4],
    ['IPv6', 229, v6],
    ['BSD loopback, little-endian', 0, bytesOf(u32(2, true), v4)],
    ['BSD loopback, big-endian', 0, bytesOf(u32(30), v6)],
    ['OpenBSD loopback', 108, bytesOf(u32(24), v6)],
    ['PPP with its address bytes', 9, bytesOf([0xff, 3], u16(0x57), v6)],
    ['PPP with a short protocol number', 9, bytesOf([0x21], v4)],
    ['IP in IP', 101, ipv4(v4, { protocol: 4 })],
  ])('reads %s', (_, linkType, data) => {
    const read = readCapture(pcap([data], { linkType }));
    expect(texts(read)).toEqual([busy]);
    expect(read.problems).toEqual([]);
  });

  it('reads the decrypted messages that Wireshark exports', () => {
    const tag = (number: number, value: Uint8Array) => bytesOf(u16(number), u16(value.length), value);
    const tags = bytesOf(
      tag(12, bytesOf('sip\0')),
      tag(20, bytesOf([192, 0, 2, 10])),
      tag(21, bytesOf([198, 51, 100, 20])),
      tag(24, bytesOf(u32(2))),
      tag(25, bytesOf(u32(5061))),
      tag(26, bytesOf(u32(40000))),
      tag(0, bytesOf()),
    );
    const read = readCapture(pcap([bytesOf(tags, busy)], { linkType: 252 }));
    expect(read.messages).toMatchObject([
      { transport: 'TLS', source: `${CLIENT}:5061`, destination: `${SERVER}:40000`, text: busy },
    ]);
  });

  it('says which link type it does not read, and how often', () => {
    const read = readCapture(pcap([v4, v4], { linkType: 105 }));
    expect(read.problems).toMatchObject([{ kind: 'link-type', count: 2, frame: 1 }, { kind: 'no-sip' }]);
    expect(read.problems[0]?.message).toContain('105');
  });
});

describe('IP', () => {
  const datagram = udp(response(404, 'Not Found', 'x'.repeat(3000)));
  const pieces = (more: boolean, from: number, to: number) => ({
    offset: from,
    more,
    data: datagram.subarray(from, to),
  });
  const fragments = [pieces(true, 0, 1000), pieces(true, 1000, 2000), pieces(false, 2000, datagram.length)];
  const message = response(404, 'Not Found', 'x'.repeat(3000));

  it.each([
    ['in order', [0, 1, 2]],
    ['in reverse', [2, 1, 0]],
    ['with repeats', [2, 2, 0, 0, 1]],
  ])('puts IPv4 fragments together %s', (_, order) => {
    const packets = order.map((index) => {
      const { data, ...place } = fragments[index] as (typeof fragments)[number];
      return ethernet(ipv4(data, { id: 7, ...place }));
    });
    const read = readCapture(pcap(packets));
    expect(texts(read)).toEqual([message]);
    expect(read.messages[0]?.frame).toBe(order.length);
    expect(read.problems).toEqual([]);
  });

  it('puts IPv6 fragments behind other extension headers together', () => {
    const packets = fragments.map(({ offset, more, data }) => {
      const hopByHop = bytesOf([44, 0], new Uint8Array(6));
      const fragment = bytesOf([60, 0], u16(offset | (more ? 1 : 0)), u32(99));
      // The destination options are part of what is fragmented; they stand in the first piece.
      const first = offset === 0 ? bytesOf([17, 0], new Uint8Array(6)) : bytesOf();
      const shift = offset === 0 ? fragment : bytesOf([60, 0], u16((offset + 8) | (more ? 1 : 0)), u32(99));
      return ethernet(ipv6(bytesOf(hopByHop, shift, first, data), 0));
    });
    expect(texts(readCapture(pcap(packets)))).toEqual([message]);
  });

  it('tells of fragments that are missing, and why that happens', () => {
    const [first] = fragments;
    const read = readCapture(pcap([ethernet(ipv4(first?.data ?? bytesOf(), { more: true }))]));
    expect(kinds(read)).toEqual(['fragments-missing', 'no-sip']);
  });

  it('does not join fragments of two packets that have the same number', () => {
    const [first, second, third] = fragments;
    const at = (piece: typeof first, time: number) => ({
      data: ethernet(ipv4(piece?.data ?? bytesOf(), { id: 7, offset: piece?.offset, more: piece?.more })),
      time: START_TIME + time * 1e6,
    });
    const read = readCapture(pcap([at(first, 0), at(second, 0), at(third, 90)]));
    expect(read.messages).toEqual([]);
    expect(read.problems).toMatchObject([{ kind: 'fragments-missing', count: 2 }, { kind: 'no-sip' }]);
  });

  it('reads a packet whose length was left to the network card', () => {
    const packet = ipv4(udp(busy));
    packet.set([0, 0], 2);
    expect(texts(readCapture(pcap([packet], { linkType: 101 })))).toEqual([busy]);
  });

  it.each([
    ['an IPv4 header longer than the packet', bytesOf([0x4f], ipv4(udp(busy)).subarray(1, 30))],
    ['an IPv6 header that is cut', ipv6(udp(busy)).subarray(0, 30)],
    ['an extension header beyond the packet', ipv6(bytesOf([17, 255], new Uint8Array(6)), 0)],
    ['a UDP header that is cut', ipv4(bytesOf([1, 2, 3]))],
    [
      'a TCP header beyond the segment',
      ipv4(bytesOf(new Uint8Array(12), [0xf0], new Uint8Array(7)), { protocol: 6 }),
    ],
  ])('tells of %s', (_, packet) => {
    expect(kinds(readCapture(pcap([packet], { linkType: 101 })))).toEqual(['packet-broken', 'no-sip']);
  });
});

describe('UDP', () => {
  it.each([
    ['a keep-alive', '\r\n\r\n'],
    ['an HTTP response', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['SSDP', 'NOTIFY * HTTP/1.1\r\n\r\n'],
    ['syslog that quotes a response', '<134>kamailio: SIP/2.0 403 Forbidden\r\n'],
    ['RTP', '\x80\x00SIP/2.0 200 OK'],
  ])('takes no message from %s', (_, payload) => {
    expect(readCapture(pcap([ethernet(ipv4(udp(payload)))])).messages).toEqual([]);
  });

  it.each([
    ['after empty lines', `\r\n\r\n${busy}`, busy],
    ['with line feeds alone', busy.replaceAll('\r\n', '\n'), busy.replaceAll('\r\n', '\n')],
    ['without a phrase', 'SIP/2.0 404 \r\n\r\n', 'SIP/2.0 404 \r\n\r\n'],
    [
      'with an unknown method',
      'BREW sip:pot@example.com SIP/2.0\r\n\r\n',
      'BREW sip:pot@example.com SIP/2.0\r\n\r\n',
    ],
    [
      'with a phrase in UTF-8',
      'SIP/2.0 403 Verboten für Sie\r\n\r\n',
      'SIP/2.0 403 Verboten für Sie\r\n\r\n',
    ],
  ])('takes a message %s', (_, payload, expected) => {
    expect(texts(readCapture(pcap([ethernet(ipv4(udp(payload)))])))).toEqual([expected]);
  });
});

describe('SCTP', () => {
  const packet = (...chunks: Uint8Array[]) =>
    ethernet(ipv4(bytesOf(u16(5060), u16(5062), u32(1), u32(0), ...chunks), { protocol: 132 }));
  const chunk = (flags: number, number: number, data: string) => {
    const body = bytesOf(u32(number), u16(3), u16(0), u32(0), data);
    return bytesOf([0, flags], u16(4 + body.length), body, new Uint8Array(-body.length & 3));
  };

  it('finds whole messages behind each other', () => {
    const read = readCapture(pcap([packet(chunk(3, 7, busy), chunk(3, 8, response(180, 'Ringing')))]));
    expect(read.messages).toMatchObject([
      { text: busy, transport: 'SCTP', source: `${CLIENT}:5060`, destination: `${SERVER}:5062` },
      { text: response(180, 'Ringing') },
    ]);
  });

  it('puts fragments together, and nothing where one is missing', () => {
    const [a, b, c] = [busy.slice(0, 40), busy.slice(40, 90), busy.slice(90)];
    const parts = [chunk(2, 0xffffffff, a), chunk(0, 0, b), chunk(1, 1, c)] as const;
    expect(texts(readCapture(pcap(parts.map((part) => packet(part)))))).toEqual([busy]);
    expect(texts(readCapture(pcap([packet(parts[0]), packet(parts[2])])))).toEqual([]);
  });
});

describe('HEP', () => {
  const chunk = (type: number, value: Uint8Array | number[] | string, vendor = 0) => {
    const data = bytesOf(value);
    return bytesOf(u16(vendor), u16(type), u16(6 + data.length), data);
  };
  const hep = (...chunks: Uint8Array[]) => {
    const data = bytesOf(...chunks);
    return ethernet(ipv4(udp(bytesOf('HEP3', u16(6 + data.length), data), 45000, 9060)));
  };
  const ends = [
    chunk(1, [2]),
    chunk(2, [17]),
    chunk(3, [203, 0, 113, 5]),
    chunk(4, [192, 0, 2, 10]),
    chunk(7, u16(5060)),
    chunk(8, u16(5080)),
  ];
  const when = [chunk(9, u32(1_795_176_000)), chunk(10, u32(250_000))];

  it('takes the message with the addresses and the time of the copy', () => {
    const read = readCapture(
      pcap([hep(...ends, ...when, chunk(11, [1]), chunk(3, 'other', 7), chunk(15, busy))]),
    );
    expect(read.messages).toMatchObject([
      { text: busy, source: '203.0.113.5:5060', destination: '192.0.2.10:5080', time: 1_795_176_000_250_000 },
    ]);
  });

  it('takes version 2, whose header is fixed', () => {
    const header = bytesOf(
      [2, 28, 2, 6],
      u16(5060),
      u16(5061),
      [203, 0, 113, 5],
      [192, 0, 2, 10],
      new Uint8Array(12),
    );
    const read = readCapture(pcap([ethernet(ipv4(udp(bytesOf(header, busy), 45000, 9060)))]));
    expect(read.messages).toMatchObject([{ text: busy, source: '203.0.113.5:5060', transport: 'TCP' }]);
  });

  it.each([
    ['another protocol', hep(...ends, chunk(11, [5]), chunk(15, busy))],
    ['a length that lies', hep(...ends, bytesOf(u16(0), u16(15), u16(60_000), busy))],
    ['no payload', hep(...ends, chunk(11, [1]))],
  ])('takes nothing from %s', (_, packet) => {
    expect(readCapture(pcap([packet])).messages).toEqual([]);
  });
});

it('takes no harm from any bytes in SCTP and HEP', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('HEP3', '\x02\x1c\x02', ''),
      (bytes, magic) => {
        const packets = [
          ethernet(ipv4(bytes, { protocol: 132 })),
          ethernet(ipv4(udp(bytesOf(magic, bytes), 1, 9060))),
        ];
        expect(Array.isArray(readCapture(pcap(packets)).messages)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

describe('TCP', () => {
  const ringing = response(180, 'Ringing');
  const answer = response(200, 'OK', 'v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\n');
  const both = ringing + answer;

  it('finds several messages in one segment', () => {
    const read = overTcp(tcp(999, [], SYN), ...cutAt(both, []));
    expect(read.messages).toMatchObject([
      { text: ringing, frame: 2, transport: 'TCP', source: `${CLIENT}:40000` },
      { text: answer, frame: 2 },
    ]);
  });

  it('puts any order of any cuts together, with repeats and overlaps', () => {
    const length = both.length;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: length - 1 }), { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(length), fc.nat(length), fc.nat(20)), { maxLength: 6 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.func(fc.nat()),
        (places, repeats, first, rank) => {
          const parts = cutAt(
            both,
            [...places].sort((a, b) => a - b),
            first + 1,
          );
          parts.sort((a, b) => rank(parts.indexOf(a)) - rank(parts.indexOf(b)));
          const bytes = bytesOf(both);
          for (const [a, b, at] of repeats) {
            const [from, to] = [Math.min(a, b), Math.max(a, b)];
            parts.splice(at, 0, tcp(first + 1 + from, bytes.subarray(from, to)));
          }
          const read = overTcp(tcp(first, [], SYN), ...parts, tcp(first + 1 + length, [], FIN));
          expect(texts(read)).toEqual([ringing, answer]);
          expect(read.problems).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the frame and the time of the segment that completes a message', () => {
    const [first, second, third] = cutAt(both, [100, ringing.length + 5]);
    const read = overTcp(tcp(999, [], SYN), third as Uint8Array, first as Uint8Array, second as Uint8Array);
    expect(read.messages.map(({ frame, time }) => [frame, time])).toEqual([
      [4, START_TIME + 3000],
      [4, START_TIME + 3000],
    ]);
    expect(texts(read)).toEqual([ringing, answer]);
  });

  it('starts in the middle of a connection, in the middle of a message', () => {
    const read = overTcp(tcp(5000, answer.slice(80) + busy));
    expect(texts(read)).toEqual([busy]);
  });

  it('starts in the middle of a connection whose last line is not complete', () => {
    const read = overTcp(tcp(5000, 'no line end'), tcp(5011, ringing));
    expect(texts(read)).toEqual([ringing]);
  });

  it('goes on after a segment that the capture lost', () => {
    const segments = [...Array(5)].map((_, index) => tcp(1000 + index * ringing.length, ringing));
    segments.splice(1, 1);
    const read = overTcp(tcp(999, [], SYN), ...segments, tcp(1000 + 5 * ringing.length, [], FIN));
    expect(texts(read)).toEqual([ringing, ringing, ringing, ringing]);
    expect(read.problems).toMatchObject([{ kind: 'stream-gap', count: 1 }]);
  });

  it('hands out the start of a message whose rest is lost', () => {
    const [first, , third] = cutAt(answer + busy, [150, answer.length]);
    const read = overTcp(tcp(999, [], SYN), first as Uint8Array, third as Uint8Array);
    expect(read.messages).toMatchObject([
      { text: answer.slice(0, 150), truncated: true },
      { text: busy, truncated: false },
    ]);
    expect(kinds(read)).toEqual(['stream-gap', 'stream-message']);
  });

  it('keeps two connections on the same ports apart', () => {
    const read = overTcp(
      tcp(999, [], SYN),
      tcp(1000, ringing.slice(0, 50)),
      tcp(0, [], RST),
      tcp(700_000, [], SYN),
      tcp(700_001, busy, FIN),
      tcp(700_001, busy, FIN),
    );
    expect(read.messages).toMatchObject([
      { text: ringing.slice(0, 50), truncated: true },
      { text: busy, truncated: false },
    ]);
  });

  it('keeps the directions apart', () => {
    const read = readCapture(
      pcap([
        ethernet(ipv4(tcp(1000, ringing.slice(0, 30)), { protocol: 6 })),
        ethernet(ipv4(tcp(1030, busy, 0, 5060, 40000), { protocol: 6, from: SERVER, to: CLIENT })),
        ethernet(ipv4(tcp(1030, ringing.slice(30)), { protocol: 6 })),
      ]),
    );
    expect(texts(read)).toEqual([busy, ringing]);
  });

  it.each([
    ['the compact form', answer.replace('Content-Length', 'l')],
    ['other case and blanks', answer.replace('Content-Length:', 'CONTENT-LENGTH \t: ')],
  ])('reads Content-Length in %s', (_, text) => {
    expect(texts(overTcp(tcp(1000, text + busy)))).toEqual([text, busy]);
  });

  it('takes the rest of the segment where Content-Length is missing', () => {
    const bare = answer.replace(/Content-Length: \d+\r\n/, '');
    expect(texts(overTcp(tcp(1000, bare), tcp(1000 + bare.length, busy)))).toEqual([bare, busy]);
    expect(texts(overTcp(tcp(1000, bare + busy)))).toEqual([bare, busy]);
  });

  it('finds what a false Content-Length swallowed', () => {
    const lying = ringing.replace(/Content-Length: \d+/, 'Content-Length: 5000');
    const read = overTcp(
      tcp(1000, lying + busy + answer),
      tcp(1000 + (lying + busy + answer).length, [], FIN),
    );
    expect(read.messages.map(({ text, truncated }) => [text, truncated])).toEqual([
      [lying, true],
      [busy, false],
      [answer, false],
    ]);
    const huge = ringing.replace(/Content-Length: \d+/, 'Content-Length: 99999999999999');
    expect(texts(overTcp(tcp(1000, huge + busy)))).toEqual([huge, busy]);
  });

  it('takes no response from a status line in the body of another message', () => {
    const notify = response(202, 'Accepted', `SIP/2.0 503 Service Unavailable\r\nReason: Q.850;cause=42\r\n`);
    expect(texts(overTcp(tcp(1000, notify + busy)))).toEqual([notify, busy]);
  });

  it.each([
    ['HTTP', `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${busy}`],
    ['mail', `220 mail.example.com ESMTP\r\n${busy}`],
  ])('takes no message from a connection that starts as %s', (_, text) => {
    expect(overTcp(tcp(999, [], SYN), tcp(1000, text)).messages).toEqual([]);
  });

  it('tells of TLS on a SIP port, and elsewhere only where there is no SIP', () => {
    const hello = bytesOf([0x16, 3, 1, 0, 100, 1], new Uint8Array(99));
    expect(kinds(overTcp(tcp(999, [], SYN, 40000, 5061), tcp(1000, hello, 0, 40000, 5061)))).toEqual([
      'encrypted',
      'no-sip',
    ]);
    const web = tcp(1000, hello, 0, 40000, 443);
    expect(kinds(overTcp(web))).toEqual(['encrypted', 'no-sip']);
    expect(kinds(overTcp(web, tcp(1000, busy)))).toEqual([]);
  });
});

describe('WebSocket', () => {
  const request =
    'GET / HTTP/1.1\r\nHost: example.com\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: sip\r\n\r\n';
  const accepted = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\n\r\n';
  const mask = [1, 200, 3, 77];
  const long = response(488, 'Not Acceptable Here', 'x'.repeat(70_000));
  const stream = (...parts: (string | Uint8Array)[]) => {
    const bytes = bytesOf(...parts);
    const segments = [tcp(999, [], SYN)];
    for (let at = 0; at < bytes.length; at += 1400)
      segments.push(tcp(1000 + at, bytes.subarray(at, at + 1400)));
    return overTcp(...segments);
  };

  it('reads masked and unmasked messages of every length', () => {
    for (const [head, options] of [
      [request, { mask }],
      [accepted, {}],
    ] as const) {
      const read = stream(
        head,
        frame(busy, options),
        frame(long, options),
        frame('hi', options),
        frame(busy, { ...options, opcode: 2 }),
      );
      expect(texts(read)).toEqual([busy, long, busy]);
      expect(read.messages[0]?.transport).toBe('WS');
      expect(read.problems).toEqual([]);
    }
  });

  it('puts a message in several frames together, also with a ping between them', () => {
    const read = stream(
      request,
      frame(busy.slice(0, 40), { mask, final: false }),
      frame('', { mask, opcode: 9 }),
      frame(busy.slice(40), { mask, opcode: 0 }),
    );
    expect(texts(read)).toEqual([busy]);
  });

  it('reads a connection whose upgrade is not in the capture', () => {
    expect(
      texts(
        overTcp(tcp(5000, frame(busy, { mask })), tcp(5000 + busy.length + 8, frame(long).subarray(0, 50))),
      ),
    ).toEqual([busy]);
  });

  it('says that compressed messages are not read', () => {
    const read = stream(accepted, frame('\x8b\x00', { rsv1: true }), frame(busy));
    expect(texts(read)).toEqual([busy]);
    expect(kinds(read)).toEqual(['websocket-compressed']);
  });

  it('gives up on a frame that claims an impossible length', () => {
    const read = stream(
      accepted,
      frame(busy),
      bytesOf([0x81, 127], new Uint8Array(8).fill(255)),
      frame(busy),
    );
    expect(texts(read)).toEqual([busy]);
    expect(kinds(read)).toEqual(['websocket-broken']);
  });
});

describe('gzip', () => {
  it('reads a compressed capture', () => {
    const read = readCapture(gzipSync(pcap([onWire])));
    expect(read).toMatchObject({ compressed: true, format: 'pcap', problems: [] });
    expect(texts(read)).toEqual([busy]);
  });

  it('stops unpacking at its limit', () => {
    const bomb = gzipSync(bytesOf(pcap([onWire]), pcap([{ data: new Uint8Array(3_000_000) }]).subarray(24)));
    const read = readCapture(bomb, { inflated: 1_000_000 });
    expect(texts(read)).toEqual([busy]);
    expect(read.problems).toMatchObject([{ kind: 'gzip-limit' }]);
  });

  it('reads what stands before the damage', () => {
    const packed = gzipSync(
      pcap([...Array(200)].map((_, index) => ethernet(ipv4(udp(response(400 + index, 'X')))))),
    );
    const read = readCapture(packed.subarray(0, packed.length / 2));
    expect(read.messages.length).toBeGreaterThan(0);
    expect(kinds(read)).toEqual(['gzip-broken']);
  });
});

describe('what is no capture', () => {
  it.each([
    ['nothing', bytesOf(), 'empty'],
    ['three bytes', bytesOf('abc'), 'other-file'],
    ['a log', bytesOf('SIP/2.0 403 Forbidden'), 'other-file'],
    ['a zip archive', bytesOf('PK\x03\x04', new Uint8Array(20)), 'other-file'],
    ['gzip in gzip', gzipSync(gzipSync(pcap([onWire]))), 'other-file'],
    ['a compressed log', gzipSync(bytesOf('SIP/2.0 403 Forbidden')), 'other-file'],
    ['binary', bytesOf(new Uint8Array(40)), 'not-a-capture'],
  ])('is told for %s', (_, bytes, kind) => {
    const read = readCapture(bytes);
    expect(read).toMatchObject({ format: null, messages: [] });
    expect(kinds(read)).toEqual([kind]);
  });

  it('is seen from the first bytes', () => {
    expect(
      [pcap([]), section(), gzipSync(bytesOf('')), bytesOf('SIP/'), bytesOf()].map((start) =>
        captureKind(start),
      ),
    ).toEqual(['pcap', 'pcapng', 'gzip', null, null]);
  });
});

describe('CaptureReader', () => {
  const file = gzipSync(
    bytesOf(
      section(),
      networkInterface(),
      ...[401, 407, 486].map((code) => enhanced(ethernet(ipv4(udp(response(code, 'X')))), 1n)),
    ),
  );

  it('gives the same whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 50 }), (sizes) => {
        const reader = new CaptureReader();
        const found = [];
        for (let at = 0, turn = 0; at < file.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          found.push(...reader.push(file.subarray(at, at + size)));
          at += size;
        }
        found.push(...reader.end());
        expect(found).toEqual(readCapture(file).messages);
        expect(reader.status()).toMatchObject({ bytes: file.length, packets: 3, messages: 3, problems: [] });
      }),
      { numRuns: 50 },
    );
  });

  it('stops at its limit of text', () => {
    const reader = new CaptureReader({ text: 600 });
    const found = reader.push(pcap([onWire, onWire, onWire]));
    expect(found.length).toBe(2);
    expect(reader.done).toBe(true);
    reader.end();
    expect(reader.status().problems).toMatchObject([{ kind: 'too-much', frame: 3 }]);
  });
});

describe('hostile files', () => {
  /** A capture with something of everything, to be damaged. */
  const sample = bytesOf(
    section(),
    networkInterface({ resolution: 9 }),
    networkInterface({ linkType: 113 }),
    enhanced(onWire, 5n),
    enhanced(ethernet(ipv4(tcp(1000, busy), { protocol: 6 })), 6n),
    enhanced(ethernet(ipv6(bytesOf([17, 0], u16(1), u32(9), udp(busy)), 44)), 7n),
    enhanced(bytesOf(new Uint8Array(14), u16(0x0800), ipv4(udp(busy))), 8n, 1),
    simple(onWire),
  );
  const classic = pcap([onWire, ethernet(ipv4(tcp(1000, busy), { protocol: 6 }))], { nanoseconds: true });

  it('never makes the reader throw', () => {
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(sample, classic), damage, fc.nat(2000), (file, changes, end) => {
        const damaged = file.slice(0, file.length - (end % file.length));
        for (const [at, value] of changes) if (damaged.length > 0) damaged[at % damaged.length] = value;
        const read = readCapture(damaged);
        for (const { message } of read.problems) expect(message).not.toMatch(/undefined|NaN/);
        captureText(read.messages);
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes the reader throw, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(section(), pcap([]), bytesOf([31, 139, 8, 0])),
        fc.uint8Array({ maxLength: 500 }),
        (start, rest) => {
          readCapture(bytesOf(start, rest));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each<[string, (n: number) => Uint8Array[], number?]>([
    [
      'a message byte by byte',
      (n: number) => [...Array(n)].map((_, at) => tcp(1000 + at, at < 60 ? (busy[at] ?? 'x') : 'x')),
    ],
    ['segments that all wait', (n: number) => [...Array(n)].map((_, at) => tcp(9_000_000 - at * 2, 'x'))],
    [
      'a first line without end',
      (n: number) => [...Array(n)].map((_, at) => tcp(1000 + at * 10, 'INVITE sip')),
    ],
    [
      'first lines alone',
      (n: number) => [
        ...[...Array(n)].map((_, at) => tcp(1000 + at * 21, 'SIP/2.0 200 OK\r\na:b\r\n')),
        tcp(1000 + n * 21, [], FIN),
      ],
    ],
    [
      'connections that begin',
      (n: number) => [...Array(n)].map((_, at) => tcp(at, 'INVITE ', 0, at & 0xffff, at >> 3)),
      // Of more than 20,000 the oldest are closed.
      2000,
    ],
  ])('cost linear time: %s', (_, segments, most) => {
    expectLinear(
      (n) =>
        pcap(
          segments(n).map((segment) => ipv4(segment, { protocol: 6 })),
          { linkType: 101 },
        ),
      (file) => readCapture(file),
      most,
    );
  });
});

describe('captureText', () => {
  it('writes what sngrep would save', () => {
    const { text, firstLines } = captureText(readCapture(pcap([onWire, onWire])).messages);
    const lines = text.split('\n');
    expect(lines[0]).toBe(`2026/11/20 13:50:40.177163 ${CLIENT}:5060 -> ${SERVER}:5060`);
    expect(firstLines.map((line) => lines[line - 1])).toEqual([
      'SIP/2.0 486 Busy Here',
      'SIP/2.0 486 Busy Here',
    ]);
  });
});
