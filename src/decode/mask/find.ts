/**
 * Finds private data in one line of any kind of text: a SIP message, a log, Wireshark's text.
 * `FINDERS` has one entry for each way in which such data is written. Where two claim the same characters, the
 * earlier one has them. Every pattern is bounded, so that a line costs time linear in its length.
 */
import { ipv6Groups, isCommonV4, isCommonV6 } from './pools.ts';

export type Kind =
  | 'address'
  | 'number'
  | 'user'
  | 'name'
  | 'host'
  | 'realm'
  | 'secret'
  | 'fingerprint'
  | 'device'
  | 'uuid'
  | 'passport'
  | 'bytes'
  /** Not private; no other finder may take it. */
  | 'keep'
  /** Not private as a whole, but known values may stand in it. */
  | 'words';

export interface Span {
  from: number;
  to: number;
  kind: Kind;
  /** Also looked for where nothing around it says what it is. */
  spread: boolean;
}

/** What a first reading of the whole text has shown. */
export interface Known {
  /** Parts of Call-IDs before the `@`. */
  callIds: Set<string>;
  /** Addresses that stand somewhere other than in a product's version. */
  addresses: Set<string>;
}

/** Digits from which on a number is one of the telephone network, not an internal one. */
export const SHORTEST_NUMBER = 7;

/** Values that say nothing about anybody, or that a reader needs. */
const COMMON_USERS = new Set('- s h anonymous unknown unavailable restricted phone ip null none'.split(' '));
const COMMON_HOSTS = new Set(
  'localhost anonymous.invalid unknown.invalid invalid example.com example.net example.org asterisk'.split(
    ' ',
  ),
);

const AGENT_LINE = /^\W*(?:user-agent|server)\s*:/i;
const IPV4 = /(?<![A-Za-z0-9.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![A-Za-z0-9]|\.\d)/dg;

type Place = readonly [number, number] | undefined;

/** A line while its private data is being found. */
class Line {
  readonly text: string;
  readonly lower: string;
  readonly known: Known;
  /** The line names a product, so that four numbers are its version. */
  readonly agent: boolean;
  readonly spans: Span[] = [];
  #taken: Uint8Array | undefined;

  constructor(text: string, known: Known) {
    this.text = text;
    this.lower = text.toLowerCase();
    this.known = known;
    this.agent = AGENT_LINE.test(text);
  }

  at(place: Place): string {
    return place ? this.text.slice(place[0], place[1]) : '';
  }

  /** Claims a place unless part of it is claimed. */
  add(place: Place, kind: Kind, spread = false): void {
    if (!place || place[0] >= place[1]) return;
    const [from, to] = place;
    this.#taken ??= new Uint8Array(this.text.length);
    for (let at = from; at < to; at++) if (this.#taken[at]) return;
    this.#taken.fill(1, from, to);
    this.spans.push({ from, to, kind, spread });
  }

  /** Claims what is not claimed yet of a place. */
  addRest(place: Place, kind: Kind): void {
    if (!place) return;
    let from = place[0];
    for (let at = place[0]; at <= place[1]; at++) {
      if (at < place[1] && !this.#taken?.[at]) continue;
      this.add([from, at], kind);
      from = at + 1;
    }
  }

  /** A user part or user name: a number where it looks like one. */
  addUser(place: Place, spread = true): void {
    if (!place) return;
    const [from] = place;
    let [, to] = place;
    let value = this.at(place);
    // Parameters of the user part: `+15550142;phone-context=example.com`.
    const parameters = value.search(/[;,]|%3B/i);
    if (parameters >= 0) {
      to = from + parameters;
      value = value.slice(0, parameters);
    }
    if (value === '' || COMMON_USERS.has(value.toLowerCase())) return;
    this.add([from, to], isNumber(value) ? 'number' : 'user', spread);
  }

  /** A host name; addresses are claimed already. */
  addHost(place: Place): void {
    const value = this.at(place).toLowerCase();
    if (!/[a-z]/.test(value) || ipv6Groups(value)) return;
    if (COMMON_HOSTS.has(value)) this.add(place, 'keep');
    else this.add(place, 'host', true);
  }

  addName(place: Place): void {
    const value = this.at(place).trim();
    if (value === '' || COMMON_USERS.has(value.toLowerCase())) return;
    this.add(place, isNumber(value) ? 'number' : 'name', true);
  }
}

function isNumber(text: string): boolean {
  return /^\+?[\d ().\/-]{2,40}$/.test(text) && /\d.*\d/.test(text);
}

interface Finder {
  /** One of these stands in every line that can match, in lower case: saves trying the pattern. */
  hint: string | readonly string[];
  /** Flags `g` and `d`. */
  pattern: RegExp;
  take: (line: Line, match: RegExpExecArray) => void;
}

const group = (match: RegExpExecArray, number: number): Place => match.indices?.[number];
const claim =
  (kind: Kind, spread = false, number = 1) =>
  (line: Line, match: RegExpExecArray) =>
    line.add(group(match, number), kind, spread);
const claimUser = (line: Line, match: RegExpExecArray) => line.addUser(group(match, 1));
const claimHost = (line: Line, match: RegExpExecArray) => line.addHost(group(match, 1));
const claimName = (line: Line, match: RegExpExecArray) => line.addName(group(match, 1));

/** What a person wrote about a session (SDP `i=`) and his mail address (`e=`): hidden as a whole. */
const ABOUT: Finder[] = [
  { hint: ['i=', 'e='], pattern: /^\W{0,64}[ie]=([^\r\n]{1,256})\r?$/dg, take: claim('name') },
];

const ADDRESSES: Finder[] = [
  {
    hint: '.',
    pattern: IPV4,
    take(line, match) {
      const [value] = match;
      if (value.split('.').some((octet) => Number(octet) > 255)) return;
      if (isCommonV4(value)) line.add(group(match, 0), 'keep');
      else if (!line.agent || line.known.addresses.has(value)) line.add(group(match, 0), 'address');
    },
  },
  {
    hint: ':',
    pattern:
      /(?<![A-Za-z0-9.:])[0-9a-f:]{2,45}(?:(?<=:)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?![A-Za-z0-9:]|\.\d)/dgi,
    take(line, match) {
      if (!/:.*:/.test(match[0])) return;
      const groups = ipv6Groups(match[0]);
      if (groups) line.add(group(match, 0), isCommonV6(groups) ? 'keep' : 'address');
    },
  },
];

const DEVICES: Finder[] = [
  { hint: 'urn:uuid:', pattern: /urn:uuid:([0-9a-f-]{36})/dgi, take: claim('uuid') },
  {
    hint: ['imei', 'imsi'],
    pattern: /(?:imei|imsi|imeisv)"?\s{0,4}[:=]\s{0,4}"?([\d-]{10,20})/dgi,
    take: claim('secret'),
  },
  {
    hint: ':',
    pattern: /(?<![0-9a-f:])[0-9a-f]{2}(?::[0-9a-f]{2}){15,63}(?![0-9a-f:])/dgi,
    take: claim('fingerprint', false, 0),
  },
  {
    hint: [':', '-'],
    pattern: /(?<![\w:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![\w:-])/dgi,
    take(line, match) {
      if (!/^(?:00[:-]){5}00$|^(?:ff[:-]){5}ff$/i.test(match[0])) line.add(group(match, 0), 'device');
    },
  },
  {
    // Phones put their hardware address into the product's name.
    hint: ['user-agent', 'server'],
    pattern: /(?<!\w)(?=[0-9a-f]{0,11}[a-f])(?=[0-9a-f]{0,11}\d)[0-9a-f]{12}(?!\w)/dgi,
    take(line, match) {
      if (line.agent) line.add(group(match, 0), 'device');
    },
  },
];

const SECRETS: Finder[] = [
  {
    hint: 'eyj',
    pattern: /(?<![\w-])eyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/dg,
    take: claim('passport', false, 0),
  },
  {
    hint: ['basic', 'bearer', 'ntlm', 'kerberos', 'negotiate'],
    pattern: /(?<![\w-])(?:Basic|Bearer|NTLM|Kerberos|Negotiate)\s{1,8}([A-Za-z0-9+/=._~-]{8,})/dg,
    take: claim('secret'),
  },
  { hint: 'inline:', pattern: /inline:([A-Za-z0-9+/=]{8,512})/dg, take: claim('secret') },
  { hint: 'ice-', pattern: /ice-(?:pwd|ufrag):\s?([A-Za-z0-9+/]{1,256})/dg, take: claim('secret') },
  { hint: 'k=', pattern: /(?<!\w)k=(?:clear|base64|uri):(\S{1,512})/dg, take: claim('secret') },
  { hint: 'key-mgmt:', pattern: /key-mgmt:\S{1,32} (\S{1,4096})/dg, take: claim('secret') },
];

/** A parameter of a Digest header, or what Wireshark calls it. */
function takeDigest(line: Line, name: string, place: Place, quoted: boolean): void {
  const value = line.at(place);
  const start = place?.[0] ?? 0;
  if (name === 'username') {
    const at = value.indexOf('@');
    if (at < 0) return line.addUser(place);
    line.addUser([start, start + at]);
    line.addHost([start + at + 1, start + value.length]);
  } else if (name === 'realm') {
    if (/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(value)) line.addHost(place);
    else line.add(place, 'realm');
  } else if (/response|rspauth/.test(name)) {
    if (/^[0-9a-f]{16,128}$/i.test(value)) line.add(place, 'secret');
  } else if (quoted || value.length >= 4) line.add(place, 'secret');
}

const DIGEST: Finder[] = [
  {
    hint: '=',
    pattern:
      /(?<![\w-])(username|realm|nonce|cnonce|opaque|response|nextnonce|rspauth|auts|gssapi-data|targetname|crand|srand)\s{0,8}=\s{0,8}(?:(?:\\?"|&quot;)([^"\\&]{0,8192})|([^\s,;"'\\]{1,8192}))/dgi,
    take(line, match) {
      const quoted = group(match, 2);
      takeDigest(line, (match[1] ?? '').toLowerCase(), quoted ?? group(match, 3), quoted !== undefined);
    },
  },
  {
    hint: ['username: ', 'realm: ', ' value: ', 'authentication response: '],
    pattern:
      /(?<![\w-])(Username|Realm|C?Nonce Value|Opaque Value|(?:Digest |D-)?Authentication Response): "?([^"\r\n]{1,4096})/dg,
    take: (line, match) => takeDigest(line, (match[1] ?? '').toLowerCase(), group(match, 2), true),
  },
];

const CALL_IDS: Finder[] = [
  {
    hint: ['call', 'i'],
    pattern:
      /(?:^[\s>|]{0,64}i\s{0,8}:|call-?id(?:entifier)?"?\s{0,8}[:=])\s{0,8}\\?["'[]?([^\s"'\\\];,@]{1,255})(?:(?:@|%40)([a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?))?/dgi,
    take(line, match) {
      line.addRest(group(match, 1), 'words');
      line.addHost(group(match, 2));
    },
  },
  {
    hint: ['replaces', 'reply', 'dialog', 'session', 'join'],
    pattern:
      /(?:replaces|in-reply-to|target-dialog|same-session|join)\s{0,8}(?::|=|%3D)\s{0,8}([^\s"'\\;,@%&]{1,255})/dgi,
    take(line, match) {
      if (line.known.callIds.has(match[1] ?? '')) line.add(group(match, 1), 'words');
    },
  },
];

const NAMES: Finder[] = [
  {
    hint: ['"', '&quot;'],
    pattern:
      /(?:\\?"|&quot;)((?:[^"\\<>&]|\\.){1,128}?)(?:\\?"|&quot;)\s{0,8}(?:<|&lt;)\s{0,8}(?:sips?:|tel:|\+?\d{2,20}(?:>|&gt;))/dgi,
    take: claimName,
  },
  {
    hint: ['<', '&lt;'],
    pattern:
      /(?:^|[:,])[ \t]*([^\s"<>:;,=&\\][^"<>:;,=&\r\n\\]{0,100}?)[ \t]{0,8}(?:<|&lt;)(?:sips?|tel):/dgi,
    take: claimName,
  },
  {
    hint: ['<', '&lt;'],
    pattern: /(?:\\?"|&quot;)\s{0,8}(?:<|&lt;)(\+?\d{2,20})(?:>|&gt;)/dg,
    take: claim('number', true),
  },
  { hint: 'display info', pattern: /display info: "?([^"\r\n]{1,128})/dgi, take: claimName },
  {
    hint: 'name',
    pattern:
      /(?:caller|callee|display|from|to|connected)[_ -]?(?:id)?[_ -]?name\\?["']?\s{0,8}[:=]\s{0,8}\\?["']([^"'\\\r\n]{1,128})/dgi,
    take: claimName,
  },
];

const URIS: Finder[] = [
  {
    hint: 'sip',
    pattern:
      /(?<![A-Za-z0-9])sips?:(?:([^\s<>"@:]{1,255})(?::([^\s<>"@,]{0,255}))?(?:@|%40))?([a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?)?/dgi,
    take(line, match) {
      line.addUser(group(match, 1));
      line.add(group(match, 2), 'secret');
      line.addHost(group(match, 3));
    },
  },
  { hint: 'tel:', pattern: /(?<![A-Za-z0-9])tel:([+\d][\d().-]{1,40})/dgi, take: claim('number', true) },
  {
    hint: '://',
    pattern:
      /(?<![A-Za-z0-9])(?:https?|wss?|ldaps?|s?ftp):\/\/(?:[^\s/@"'<>]{1,255}@)?([a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?)/dgi,
    take: claimHost,
  },
];

const HOSTS: Finder[] = [
  {
    hint: 'sip',
    pattern:
      /SIP\s{0,8}\/\s{0,8}2\.0\s{0,8}\/\s{0,8}(?:UDP|TCP|TLS|WSS?|SCTP|TLS-SCTP)\s{1,8}([a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?)/dgi,
    take: claimHost,
  },
  {
    hint: ['=', ':'],
    pattern:
      /(?<![\w-])(?:received|maddr|orig-ioi|term-ioi|icid-generated-at|phone-context|(?:from|to|remote|local|sip)?_?host|hostname|domain|fqdn|srcip|dstip)\s{0,8}[=:]\s{0,8}\\?"?(\+?[a-z0-9](?:[a-z0-9_.-]{0,253}[a-z0-9])?)/dgi,
    take(line, match) {
      if (/^\+\d+$/.test(match[1] ?? '')) line.addUser(group(match, 1));
      else line.addHost(group(match, 1));
    },
  },
  {
    hint: 'warning',
    pattern: /\b\d{3}\s{1,8}([a-z_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?)(?::\d{1,5})?\s{1,8}"/dgi,
    take: claimHost,
  },
  {
    hint: 'o=',
    pattern: /^\W{0,64}o=(\S{1,255}) \S{1,40} \S{1,40} IN IP[46] ([a-z0-9_.-]{1,255})/dgi,
    take(line, match) {
      // Often the name of a product, so not looked for elsewhere.
      line.addUser(group(match, 1), false);
      line.addHost(group(match, 2));
    },
  },
  { hint: 'c=', pattern: /c=IN IP[46] ([a-z][a-z0-9_.-]{1,255})/dgi, take: claimHost },
  {
    hint: 'address',
    pattern: /address\\?["']\s{0,8}[:=]\s{0,8}\\?["']([a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?)/dgi,
    take: claimHost,
  },
  { hint: 'host part: ', pattern: /Host Part: (\S{1,255})/dgi, take: claimHost },
];

const USERS: Finder[] = [
  { hint: 'user part: ', pattern: /User Part: (\S{1,255})/dgi, take: claimUser },
  {
    // Asterisk: `[2001@from-internal:1]`. The name of a dial plan is not private.
    hint: '@',
    pattern: /\[([\w+*#.-]{1,64})(@[\w.-]{1,80}:[\w.-]{1,20})\]/dg,
    take(line, match) {
      line.addUser(group(match, 1));
      line.add(group(match, 2), 'keep');
    },
  },
  {
    hint: ['@', '%40'],
    pattern: /@|%40/dg,
    take: takeMailbox,
  },
  { hint: '+', pattern: /(?<![\w+.])\+\d{7,15}(?![\d.])/dg, take: claim('number', true, 0) },
  {
    hint: ['number', 'num', 'party', 'address'],
    pattern:
      /(?:calling|called|connected|redirect\w{0,8}|dialed|dialled)[\w ().-]{0,24}(?:number|num|party|address)[^'"\r\n]{0,80}?['"](\+?[\d*#]{2,20})['"]/dgi,
    take: claim('number', true),
  },
  {
    hint: 'number',
    pattern:
      /(?:calling|called|connected|redirect\w{0,8}|e\.164)[\w ]{0,20}number[\w ().-]{0,24}[=:]\s{0,8}(\+?[\d*#]{2,20})/dgi,
    take: claim('number', true),
  },
  {
    hint: ['=', ':'],
    pattern:
      /(?<![\w-])(from|to|caller|callee|called|calling|dialed|destination|(?<=["'])number|phone|msisdn|cli|ani|dnis|tn|src|dst|exten|extension|user|username|uname|user_?name|auth_?user|from_?user|to_?user|src_?user|dst_?o?user|account|aor|endpoint|peer|caller_?id(?:_?number)?|callerid(?:num)?|(?:caller|callee|from|to|source|destination|called|calling|phone)[_ ]?(?:number|num|id|user))\\?["']?\s{0,8}(?:=>|[=:])\s{0,8}(?:\[\s{0,8})?(\\?["'])?([+\w.*#-]{2,64})/dgi,
    take(line, match) {
      const value = match[3] ?? '';
      const explicit = match[2] !== undefined || match[0].includes('=');
      const digits = /^\+?\d{3,20}$/.test(value);
      const named = /user|account|aor|endpoint|peer|exten|name/i.test(match[1] ?? '');
      if (digits ? explicit || value.length >= SHORTEST_NUMBER : named && explicit)
        line.addUser(group(match, 3));
    },
  },
  {
    // libpri and Q.931 debugs: information elements with a number or a name, as bytes (Q.931 §4.5.1).
    hint: '[',
    pattern: /\[(?:28|4c|6c|6d|70|71|74) ((?:[0-9a-f]{2} ?){2,260})\]/dgi,
    take: claim('bytes'),
  },
  // Claims of a PASSporT.
  {
    hint: '"tn"',
    pattern: /"(\+?\d{3,20})"/dg,
    take: claim('number', true),
  },
  { hint: '"origid"', pattern: /"origid"\s{0,8}:\s{0,8}"([^"]{1,128})"/dg, take: claim('secret') },
  {
    // A channel: `PJSIP/alice-0000001a`, `sofia/internal/alice`.
    hint: '/',
    pattern:
      /(?<![\w/])(?:PJSIP|SIP|IAX2|Local|SCCP|DAHDI|sofia\/[\w.-]{1,64})\/(?!\d\.\d)([\w.+*#-]{2,64}?)(?=-[0-9a-f]{6,10}(?!\w)|[\s@/,:;)'"\]>]|$)/dg,
    take: claimUser,
  },
];

const FINDERS: readonly Finder[] = [
  ...ABOUT,
  ...ADDRESSES,
  ...DEVICES,
  ...SECRETS,
  ...DIGEST,
  ...CALL_IDS,
  ...NAMES,
  ...URIS,
  ...HOSTS,
  ...USERS,
];

const LOCAL_PART = /[\w.!~*'&+$#-]/;
const HOST_AFTER = /[a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?/dgiy;

/** `name@host` anywhere, also with the `@` written `%40`. The part before it may be that of a Call-ID. */
function takeMailbox(line: Line, match: RegExpExecArray): void {
  const end = match.index;
  let start = end;
  while (start > 0 && end - start < 128 && LOCAL_PART.test(line.text[start - 1] ?? '')) start -= 1;
  HOST_AFTER.lastIndex = end + match[0].length;
  const host = HOST_AFTER.exec(line.text);
  if (start === end || (!host && line.text[end + match[0].length] !== '[')) return;
  if (!line.known.callIds.has(line.text.slice(start, end))) line.addUser([start, end]);
  if (host) line.addHost(group(host, 0));
}

const HEX_DUMP =
  /^\s{0,64}(?:0x)?[0-9a-f]{4,8}:?\s{1,3}((?:[0-9a-f]{2}(?:[0-9a-f]{2})?\s{1,3}){4,}[^\r]*)\r?$/di;

/** Spans of a line, in order. */
export function spansOf(text: string, known: Known): Span[] {
  const line = new Line(text, known);
  const dump = HEX_DUMP.exec(text);
  if (dump) {
    line.add(group(dump, 1), 'bytes');
    return line.spans;
  }
  for (const { hint, pattern, take } of FINDERS) {
    const possible =
      typeof hint === 'string' ? line.lower.includes(hint) : hint.some((one) => line.lower.includes(one));
    if (!possible) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) take(line, match);
  }
  return line.spans.sort((a, b) => a.from - b.from);
}

/** IPv4 addresses of a line that is not a product's name, as candidates. */
export function addressesIn(text: string): string[] {
  return !text.includes('.') || AGENT_LINE.test(text) ? [] : (text.match(IPV4) ?? []);
}
