/**
 * Traces for tests, written as one line a message:
 *
 *     0.5 A>B INVITE 2 | Proxy-Authorization: … | Supported: timer
 *     0.6 B>A 407 2 INVITE
 *
 * Time, hop, method or code, CSeq number, for responses the CSeq method, then headers.
 * `D` as a word makes a request one of the dialog (To has a tag); `tag=x`, `id=x`, `br=x`, `uri=x`, `phrase=x_y`,
 * `sdp=x` set tag, Call-ID, branch, Request-URI, phrase and body. A is the caller, B a proxy, C and E phones.
 */

const hosts: Record<string, string> = {
  A: '192.0.2.10:5060',
  B: '203.0.113.5:5060',
  C: '198.51.100.20:5060',
  E: '198.51.100.21:5060',
};

const phrases: Record<number, string> = {
  100: 'Trying',
  180: 'Ringing',
  183: 'Session Progress',
  200: 'OK',
  202: 'Accepted',
  302: 'Moved Temporarily',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  407: 'Proxy Authentication Required',
  486: 'Busy Here',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
};

/** Bodies by name. */
export const bodies: Record<string, string> = {
  pcma: sdp('RTP/AVP 8 0 101', [
    'rtpmap:8 PCMA/8000',
    'rtpmap:0 PCMU/8000',
    'rtpmap:101 telephone-event/8000',
  ]),
  g729: sdp('RTP/AVP 18 101', ['rtpmap:18 G729/8000', 'rtpmap:101 telephone-event/8000']),
  savp: sdp('RTP/SAVP 8 101', ['rtpmap:8 PCMA/8000', 'crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x']),
  webrtc: sdp('UDP/TLS/RTP/SAVPF 111 0', [
    'rtpmap:111 opus/48000/2',
    'fingerprint:sha-256 AA:BB',
    'ice-ufrag:x',
  ]),
  hold: sdp('RTP/AVP 8 101', ['rtpmap:8 PCMA/8000', 'sendonly']),
  private: sdp('RTP/AVP 8', ['rtpmap:8 PCMA/8000'], '192.168.1.10'),
  t38: 'v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=image 6000 udptl t38\r\n',
  ringing: 'SIP/2.0 180 Ringing\r\n',
  busy: 'SIP/2.0 486 Busy Here\r\n',
};

function sdp(media: string, attributes: string[], host = '192.0.2.10'): string {
  return [
    'v=0',
    `o=- 1 1 IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio 6000 ${media}`,
    ...attributes.map((attribute) => `a=${attribute}`),
    '',
  ].join('\r\n');
}

/** One message as text with CRLF, and where it goes. */
export interface SampleMessage {
  time: number;
  from: string;
  to: string;
  text: string;
}

export function sampleMessages(flow: string): SampleMessage[] {
  return flow
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(sampleMessage);
}

function sampleMessage(line: string): SampleMessage {
  const [head = '', ...extra] = line.split(' | ');
  const words = head.split(/\s+/);
  const [time = '0', hop = 'A>B', what = 'INVITE', cseq = '1', ...rest] = words;
  const [from = 'A', to = 'B'] = hop.split('>');
  const set = new Map(
    rest.filter((word) => word.includes('=')).map((word) => word.split(/=(.*)/s, 2) as [string, string]),
  );
  const flags = rest.filter((word) => !word.includes('='));
  const isResponse = /^\d{3}$/.test(what);
  const method = isResponse ? (flags.find((word) => /^[A-Z]{3,}$/.test(word)) ?? 'INVITE') : what;
  const ends = isResponse ? `${to}${from}` : `${from}${to}`;
  const owner = method === 'ACK' || method === 'CANCEL' ? 'INVITE' : method;
  const branch = set.get('br') ?? `z9hG4bK${ends}${cseq}${owner}`;
  const inDialog = flags.includes('D');
  const backwards = flags.includes('R');
  const toTag = set.get('tag') ?? (isResponse ? (what === '100' ? '' : 'b') : inDialog ? 'b' : '');
  const callId = set.get('id') ?? 'call-1@192.0.2.10';
  const tagged = (tag: string): string => (tag ? `;tag=${tag}` : '');
  const caller = '<sip:5550140@example.com>';
  const called = '<sip:5550123@example.com>';
  const own = (name: string): string | undefined =>
    extra.find((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const sender = isResponse ? to : from;
  const body = bodies[set.get('sdp') ?? ''] ?? '';
  const type = /^(?:ringing|busy)$/.test(set.get('sdp') ?? '') ? 'message/sipfrag' : 'application/sdp';
  const start = isResponse
    ? `SIP/2.0 ${what} ${(set.get('phrase') ?? phrases[Number(what)] ?? 'Other').replaceAll('_', ' ')}`
    : `${what} ${set.get('uri') ?? (what === 'REGISTER' ? 'sip:example.com' : 'sip:5550123@example.com')} SIP/2.0`;
  const headers = [
    own('Via') ?? `Via: SIP/2.0/UDP ${hosts[sender] ?? sender};branch=${branch}`,
    own('From') ?? `From: ${backwards ? called + tagged('b') : caller + tagged('a')}`,
    own('To') ??
      `To: ${backwards ? caller + tagged('a') : (method === 'REGISTER' ? caller : called) + tagged(toTag)}`,
    `Call-ID: ${callId}`,
    own('CSeq') ?? `CSeq: ${cseq} ${method}`,
    ...(isResponse || own('Max-Forwards') ? [] : ['Max-Forwards: 70']),
    ...extra.filter((header) => !/^(?:Via|From|To|CSeq|Content-Length):/i.test(header)),
    ...(body ? [`Content-Type: ${type}`] : []),
    own('Content-Length') ?? `Content-Length: ${body.length}`,
  ];
  return {
    time: Number(time),
    from: hosts[from] ?? from,
    to: hosts[to] ?? to,
    text: `${start}\r\n${headers.join('\r\n')}\r\n\r\n${body}`,
  };
}

/** The flow as a text with times and addresses, as sngrep saves it. */
export function sampleTrace(flow: string): string {
  return sampleMessages(flow)
    .map(({ time, from, to, text }) => {
      const clock = new Date(Date.UTC(2026, 10, 20, 12) + time * 1000).toISOString();
      return `${clock.slice(0, 10).replaceAll('-', '/')} ${clock.slice(11, 23)}000 ${from} -> ${to}\n${text}\n`;
    })
    .join('\n');
}
