/**
 * Compares calls and messages: the call that works with the one that does not, and one message before and after a hop.
 * A difference carries its weight, since two calls never have the same tags, branches and nonces: the reader is shown
 * the first that matters, and may see the rest. `a` is the good call, or the message before the hop.
 */
import { headerName } from '../sip/message.ts';
import { compareSdp } from './compare-sdp.ts';
import { headerValues, requestLine, uriOf, uriParts, type MessageLike } from './message-like.ts';
import { isPrivate } from './network.ts';
import { digestParameters } from '../sip/digest.ts';
import { table } from '../sip/table.ts';

/** `expected`: always so. `minor`: may be a trace of the cause. `matters`: can be the cause. */
export type Weight = 'expected' | 'minor' | 'matters';

export interface Difference {
  part: 'start-line' | 'header' | 'sdp' | 'digest' | 'body';
  /** Header name as it is usually written, or what in the body: `audio: codecs`. */
  name: string;
  kind: 'changed' | 'added' | 'removed';
  a: string | null;
  b: string | null;
  weight: Weight;
  /** Why it matters, one sentence. */
  note: string | null;
}

/** Two calls, or one message at two places. */
type How = 'calls' | 'hops';

/** Headers whose values are sets: order and grouping into lines mean nothing (RFC 3261 §7.3.1). */
const SETS = new Set(
  'accept accept-encoding accept-language allow allow-events proxy-require require supported unsupported privacy'.split(
    ' ',
  ),
);
/** Headers that name somebody. */
const ADDRESSES = new Set(
  (
    'from to contact p-asserted-identity p-preferred-identity remote-party-id diversion refer-to referred-by ' +
    'reply-to p-called-party-id history-info'
  ).split(' '),
);
const CREDENTIALS = new Set(
  'authorization proxy-authorization www-authenticate proxy-authenticate'.split(' '),
);

/** Headers that two calls never share, or whose difference follows from another. */
const EXPECTED_IN_CALLS = new Set(
  (
    'call-id date timestamp content-length session-id identity max-forwards p-charging-vector record-route rseq rack ' +
    'cseq authentication-info in-reply-to'
  ).split(' '),
);
/** Headers that every proxy changes. */
const EXPECTED_IN_HOPS = new Set('content-length timestamp'.split(' '));

/** Headers whose difference can be the cause, with the reason where it is short. */
const MATTERS: Record<string, string | null> = table({
  require: 'What is required and not known is refused with 420.',
  'proxy-require': 'What is required and not known is refused with 420.',
  'content-type': null,
  'content-encoding': null,
  'content-disposition': null,
  'session-expires': 'Too short an interval is refused with 422.',
  'min-se': null,
  expires: 'Too short an interval is refused with 423.',
  'min-expires': null,
  privacy: 'A hidden caller is refused by some (433).',
  reason: null,
  warning: null,
  'retry-after': null,
  event: 'An event that is not known is refused with 489.',
  'subscription-state': null,
  unsupported: null,
  'p-asserted-identity': null,
  'p-preferred-identity': null,
  'remote-party-id': null,
  diversion: null,
  'call-id': null,
  cseq: null,
  from: null,
  to: null,
  contact: null,
});

/** Compares two messages. */
export function compareMessages(a: MessageLike, b: MessageLike, how: How = 'calls'): Difference[] {
  return [...startLines(a, b, how), ...headers(a, b, how), ...bodies(a, b, how)];
}

/** The first difference that can be the cause; undefined where there is none. */
export function firstThatMatters(differences: readonly Difference[]): Difference | undefined {
  return differences.find(({ weight }) => weight === 'matters');
}

function startLines(a: MessageLike, b: MessageLike, how: How): Difference[] {
  const [one, other] = [requestLine(a), requestLine(b)];
  const base = { part: 'start-line' as const, kind: 'changed' as const };
  if (!one || !other || one.method !== other.method) {
    if (a.startLine.trim() === b.startLine.trim()) return [];
    const [code, otherCode] = [a, b].map(({ startLine }) => /^SIP\/\S+\s+(\d{3})/i.exec(startLine)?.[1]);
    const phraseOnly = code !== undefined && code === otherCode;
    return [
      {
        ...base,
        name: phraseOnly ? 'Reason phrase' : 'Start line',
        a: a.startLine.trim(),
        b: b.startLine.trim(),
        weight: phraseOnly && how === 'calls' ? 'minor' : 'matters',
        note: null,
      },
    ];
  }
  if (one.uri === other.uri) return [];
  if (how === 'hops')
    return [
      {
        ...base,
        name: 'Request-URI',
        a: one.uri,
        b: other.uri,
        weight: 'minor',
        note: 'The hop gave the request another destination.',
      },
    ];
  const { weight, note } = weighIdentities(one.uri, other.uri);
  return [{ ...base, name: 'Request-URI', a: one.uri, b: other.uri, weight, note }];
}

function headers(a: MessageLike, b: MessageLike, how: How): Difference[] {
  const all = new Map<string, { name: string; values: [string[], string[]] }>();
  for (const [side, message] of [a, b].entries())
    for (const { name, value } of message.headers) {
      const key = headerName(name);
      const entry = all.get(key) ?? { name: '', values: [[], []] };
      // The long name where one of the two has it.
      if (name.trim().length > entry.name.length) entry.name = name.trim();
      entry.values[side as 0 | 1].push(value);
      all.set(key, entry);
    }
  return [...all].flatMap(([key, { name, values }]) => {
    const [one, other] = values;
    if (CREDENTIALS.has(key)) return digests(name, one, other, a, b, how);
    if (key === 'via') return vias(one, other, how);
    if (SETS.has(key)) return sets(key, name, one, other, how);
    if (ADDRESSES.has(key)) return addresses(key, name, one, other, how);
    return plain(key, name, one, other, how);
  });
}

function difference(
  name: string,
  a: string | null,
  b: string | null,
  weight: Weight,
  note: string | null = null,
  part: Difference['part'] = 'header',
): Difference {
  return { part, name, kind: a === null ? 'added' : b === null ? 'removed' : 'changed', a, b, weight, note };
}

const joined = (values: readonly string[]) => (values.length > 0 ? values.join('\n') : null);
const squeezed = (value: string) => value.trim().replace(/\s+/g, ' ');

function weigh(key: string, how: How): { weight: Weight; note: string | null } {
  if ((how === 'calls' ? EXPECTED_IN_CALLS : EXPECTED_IN_HOPS).has(key))
    return { weight: 'expected', note: null };
  return key in MATTERS ? { weight: 'matters', note: MATTERS[key] ?? null } : { weight: 'minor', note: null };
}

function plain(key: string, name: string, a: string[], b: string[], how: How): Difference[] {
  const [one, other] = [a.map(squeezed), b.map(squeezed)];
  if (one.join('\n') === other.join('\n')) return [];
  const shown = (weight: Weight, note: string | null) => [
    difference(name, joined(a), joined(b), weight, note),
  ];
  if (key === 'cseq' && how === 'calls') {
    const method = (values: string[]) => values[0]?.split(' ')[1];
    return method(one) === method(other) ? shown('expected', null) : shown('matters', null);
  }
  if (how === 'hops') {
    if (key === 'call-id')
      return shown(
        'matters',
        'A back-to-back user agent stands between the two: these are two calls, not one message.',
      );
    if (key === 'max-forwards') {
      const fewer = Number(one[0] ?? NaN) - Number(other[0] ?? NaN);
      return fewer >= 1
        ? shown('expected', null)
        : shown('minor', 'A proxy takes one off; this hop did not.');
    }
    if (key === 'record-route' && endsWith(other, one)) return shown('expected', null);
    if (key === 'route' && endsWith(one, other)) return shown('expected', null);
  }
  const { weight, note } = weigh(key, how);
  return shown(weight, note);
}

function endsWith(longer: string[], shorter: string[]): boolean {
  return (
    longer.length >= shorter.length &&
    shorter.every((value, at) => longer[longer.length - shorter.length + at] === value)
  );
}

function sets(key: string, name: string, a: string[], b: string[], how: How): Difference[] {
  const members = (values: string[]) =>
    new Set(
      values
        .flatMap((value) => value.split(/[,;]/))
        .map((one) => one.trim().toLowerCase())
        .filter(Boolean),
    );
  const [one, other] = [members(a), members(b)];
  const missing = [...one].filter((member) => !other.has(member));
  const more = [...other].filter((member) => !one.has(member));
  if (missing.length === 0 && more.length === 0 && (a.length === 0) === (b.length === 0)) return [];
  const { weight, note } = weigh(key, how);
  const details = [
    missing.length > 0 ? `without ${missing.join(', ')}` : '',
    more.length > 0 ? `with ${more.join(', ')}` : '',
  ].filter(Boolean);
  return [
    difference(
      name,
      joined(a),
      joined(b),
      weight,
      note ?? (a.length > 0 && b.length > 0 ? `The second is ${details.join(' and ')}.` : null),
    ),
  ];
}

/** A name-addr without its tag, in one spelling. */
interface Identity {
  uri: string;
  display: string;
  parameters: string;
}

function identityOf(value: string): Identity {
  const uri = uriOf(value);
  const at = value.indexOf('<');
  const close = value.indexOf('>', at);
  const display = at > 0 ? value.slice(0, at).trim().replace(/^"|"$/g, '') : '';
  const rest = at < 0 ? value.trim().slice(uri.length) : value.slice(close + 1);
  const parameters = rest
    .split(';')
    .map((parameter) => parameter.trim())
    .filter((parameter) => parameter && !/^(?:tag|\+sip\.instance|reg-id|received)=/i.test(parameter))
    .sort()
    .join(';');
  return { uri, display, parameters };
}

function addresses(key: string, name: string, a: string[], b: string[], how: How): Difference[] {
  const { weight, note } = weigh(key, how);
  if (a.length !== b.length || a.length > 1)
    return a.map(squeezed).join('\n') === b.map(squeezed).join('\n')
      ? []
      : [difference(name, joined(a), joined(b), weight, note)];
  const [one, other] = [identityOf(a[0] ?? ''), identityOf(b[0] ?? '')];
  const differences: Difference[] = [];
  if (!sameUri(one.uri, other.uri)) {
    const weighed =
      how === 'hops'
        ? {
            weight: 'matters' as const,
            note:
              key === 'contact'
                ? 'The hop wrote another Contact: a B2BUA, NAT help, or a SIP ALG in a router.'
                : 'The hop wrote another name; replies and checks of identity go by the new one.',
          }
        : weighIdentities(one.uri, other.uri, key === 'contact');
    differences.push(difference(name, a[0] ?? '', b[0] ?? '', weighed.weight, weighed.note));
  } else if (one.display !== other.display || one.parameters !== other.parameters)
    differences.push(difference(name, a[0] ?? '', b[0] ?? '', 'minor'));
  const tags = [a, b].map((values) => /;\s*tag\s*=\s*([^;,\s]+)/i.exec(values[0] ?? '')?.[1] ?? null);
  if (differences.length === 0 && tags[0] !== tags[1]) {
    // A tag in To says that the request is inside a dialog.
    const dialog = (tags[0] === null) !== (tags[1] === null);
    differences.push(
      difference(
        `${name} tag`,
        tags[0] ?? null,
        tags[1] ?? null,
        dialog || how === 'hops' ? 'matters' : 'expected',
        dialog
          ? 'With a tag, the message belongs to a dialog.'
          : how === 'hops'
            ? 'Another tag is another dialog: a back-to-back user agent.'
            : null,
      ),
    );
  }
  return differences;
}

/** URIs are the same where scheme, user, host and parameters are, in any order (RFC 3261 §19.1.4, without its rarer rules). */
function sameUri(a: string, b: string): boolean {
  const normal = (uri: string) => {
    const { scheme, user, host } = uriParts(uri);
    const rest = uri.slice(uri.lastIndexOf('@') + 1).toLowerCase();
    const port = /^(?:\[[^\]]*\]|[^:;?]*):(\d+)/.exec(rest)?.[1] ?? '';
    const parameters = rest
      .replace(/^[^;?]*/, '')
      .split(/[;?]/)
      .filter(Boolean)
      .sort()
      .join(';');
    return [
      scheme,
      user,
      scheme === 'tel' ? '' : host,
      port,
      scheme === 'tel' ? uri.replace(/^[^;]*/, '') : parameters,
    ].join(' ');
  };
  return normal(a) === normal(b);
}

/** How somebody is named. */
function formOf(user: string): string {
  if (user === '') return 'no user';
  if (/^anonymous$/i.test(user)) return 'anonymous';
  const digits = user.replace(/[().\s-]/g, '');
  if (/^\+\d+$/.test(digits)) return 'a number with +';
  if (/^00\d{5,}$/.test(digits)) return 'a number with 00';
  if (/^0\d{5,}$/.test(digits)) return 'a national number';
  if (/^[\d*#]{1,6}$/.test(digits)) return 'an internal number';
  return /^\d+$/.test(digits) ? 'a number without prefix' : 'a name';
}

/**
 * Two calls have other numbers; what matters is another form, another domain, another kind of URI.
 * @param device the URI is that of a phone: another address and another name are another phone.
 */
function weighIdentities(a: string, b: string, device = false): { weight: Weight; note: string | null } {
  const [one, other] = [uriParts(a), uriParts(b)];
  if (device && isPrivate(one.host) === isPrivate(other.host))
    return { weight: 'minor', note: 'Another phone, or another address of it.' };
  const forms = [formOf(one.user), formOf(other.user)];
  if (forms[0] !== forms[1])
    return { weight: 'matters', note: `The first has ${forms[0]}, the second ${forms[1]}.` };
  if (one.host !== other.host)
    return isPrivate(one.host) !== isPrivate(other.host)
      ? { weight: 'matters', note: 'One address is private: it leads nowhere outside of its network.' }
      : { weight: 'matters', note: 'Another domain or address: another server may be responsible.' };
  if (one.scheme !== other.scheme) return { weight: 'matters', note: 'Another kind of URI.' };
  return { weight: 'minor', note: one.user === other.user ? null : 'Somebody else is named.' };
}

function vias(a: string[], b: string[], how: How): Difference[] {
  const split = (values: string[]) =>
    values.flatMap((value) => value.split(/,(?=\s*SIP\s*\/)/i)).map(squeezed);
  const [one, other] = [split(a), split(b)];
  const shown = (weight: Weight, note: string | null) => [
    difference('Via', joined(one), joined(other), weight, note),
  ];
  // What a hop adds to a line that is not its own (RFC 3261 §18.2.1, RFC 3581).
  const bare = (via: string) => via.replace(/;\s*(?:received|rport)(?:\s*=\s*[^;]*)?/gi, '');
  if (how === 'hops') {
    if (one.join('\n') === other.join('\n')) return [];
    const [from, to] = [one.map(bare), other.map(bare)];
    if (endsWith(to, from) || endsWith(from, to)) return shown('expected', null);
    return shown(
      'matters',
      'The hop wrote the lines of others anew, as a back-to-back user agent or a SIP ALG does.',
    );
  }
  const transport = (via: string | undefined) =>
    /\/\s*([a-z-]+)\s/i.exec(via ?? '')?.[1]?.toUpperCase() ?? null;
  const [first, second] = [transport(one[0]), transport(other[0])];
  if (first !== second)
    return shown(
      'matters',
      `The first goes over ${first ?? 'nothing'}, the second over ${second ?? 'nothing'}.`,
    );
  const hosts = (values: string[]) => values.map((via) => via.split(/\s+/)[1]?.split(';')[0] ?? '').join(' ');
  return hosts(one) === hosts(other)
    ? []
    : shown('minor', one.length === other.length ? null : 'Another number of hops.');
}

/** Parameters that are new in each challenge or answer. */
const FRESH = new Set('nonce cnonce response nc opaque nextnonce rspauth'.split(' '));

function digests(
  name: string,
  a: string[],
  b: string[],
  from: MessageLike,
  to: MessageLike,
  how: How,
): Difference[] {
  const add = (
    what: string,
    one: string | null,
    other: string | null,
    weight: Weight,
    note: string | null = null,
  ) => (one === other ? [] : [difference(what, one, other, weight, note, 'digest')]);
  if ((a.length === 0) !== (b.length === 0)) {
    const answer = /authorization$/i.test(name);
    return add(
      name,
      joined(a),
      joined(b),
      how === 'hops' && answer ? 'minor' : 'matters',
      how === 'hops' && answer
        ? 'A proxy may take off what was meant for it.'
        : answer
          ? 'One carries credentials, the other does not.'
          : 'One asks for credentials, the other does not.',
    );
  }
  const differences: Difference[] = [];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [one, other] = [digestParameters(a[index] ?? ''), digestParameters(b[index] ?? '')];
    differences.push(...add(`${name}: scheme`, one.scheme || null, other.scheme || null, 'matters'));
    for (const parameter of new Set([...Object.keys(one.params), ...Object.keys(other.params)])) {
      const [value, otherValue] = [one.params[parameter] ?? null, other.params[parameter] ?? null];
      if (parameter === 'uri' || parameter === 'username') continue;
      const fresh = FRESH.has(parameter) && (value === null) === (otherValue === null);
      differences.push(
        ...add(
          `${name}: ${parameter}`,
          value,
          otherValue,
          fresh && how === 'calls' ? 'expected' : 'matters',
          parameter === 'stale' ? 'stale=true: the password was right, only the nonce was too old.' : null,
        ),
      );
    }
    if (one.params['username'] !== undefined || other.params['username'] !== undefined)
      differences.push(...relations(name, one.params, other.params, from, to, how));
  }
  return differences;
}

/** What the credentials have to do with the rest of the request: that is what servers check. */
function relations(
  name: string,
  a: Record<string, string>,
  b: Record<string, string>,
  from: MessageLike,
  to: MessageLike,
  how: How,
): Difference[] {
  const differences: Difference[] = [];
  const caller = (message: MessageLike) => uriParts(uriOf(headerValues(message, 'from')[0] ?? '')).user;
  const asFrom = (params: Record<string, string>, message: MessageLike) =>
    params['username']?.split('@', 1)[0] === caller(message);
  const asTarget = (params: Record<string, string>, message: MessageLike) =>
    params['uri'] === requestLine(message)?.uri;
  const push = (parameter: string, weight: Weight, note: string | null) =>
    differences.push(
      difference(`${name}: ${parameter}`, a[parameter] ?? null, b[parameter] ?? null, weight, note, 'digest'),
    );
  if (asFrom(a, from) !== asFrom(b, to))
    push(
      'username',
      'matters',
      'In one the user name is that of From, in the other it is not: some providers refuse that with 403.',
    );
  else if (a['username'] !== b['username'])
    push('username', how === 'hops' ? 'matters' : 'minor', how === 'hops' ? null : 'Another account.');
  if (asTarget(a, from) !== asTarget(b, to))
    push(
      'uri',
      how === 'hops' ? 'minor' : 'matters',
      'In one the digest’s uri is the Request-URI, in the other it is not.',
    );
  else if (a['uri'] !== b['uri']) push('uri', how === 'hops' ? 'matters' : 'expected', null);
  return differences;
}

function bodies(a: MessageLike, b: MessageLike, how: How): Difference[] {
  const [one, other] = [a.body.replace(/\r\n/g, '\n').trim(), b.body.replace(/\r\n/g, '\n').trim()];
  if (one === other) return [];
  const sdp = (body: string) => /(?:^|\n)v=0\n/.test(body);
  if (sdp(one) && sdp(other)) return compareSdp(one, other, how === 'hops');
  const kind = (body: string) => (body === '' ? null : sdp(body) ? 'a session description' : body);
  const note = one === '' || other === '' ? 'One has a body, the other has none.' : null;
  return [difference('Body', kind(one), kind(other), 'matters', note, 'body')];
}

/** One step of two calls. */
export interface Step {
  /** Places in the lists of messages; null where that call has no such message. */
  a: number | null;
  b: number | null;
  differences: Difference[];
}

export interface CallComparison {
  /** As far as both calls go the same way, and the step where they part. */
  steps: Step[];
  /** The step where they part; null where they do not. */
  parting: number | null;
  /** Where the reader is to look: the first difference that can be the cause, or the parting itself. */
  first: { step: number; difference: Difference } | null;
}

/**
 * Compares the call that works (`a`) with the one that does not (`b`), each as seen on one hop, in order.
 * Retransmissions and 100 Trying are passed over.
 */
export function compareCalls(a: readonly MessageLike[], b: readonly MessageLike[]): CallComparison {
  const [one, other] = [outline(a), outline(b)];
  const steps: Step[] = [];
  let parting: number | null = null;
  for (let i = 0, j = 0; i < one.length || j < other.length; i++, j++) {
    // One call may ring, or ring twice, where the other does not.
    while (isRinging(one[i]) && one[i]?.sign !== other[j]?.sign && !isRinging(other[j])) i += 1;
    while (isRinging(other[j]) && one[i]?.sign !== other[j]?.sign && !isRinging(one[i])) j += 1;
    const [first, second] = [one[i], other[j]];
    if (!first && !second) break;
    const same = first?.sign === second?.sign;
    const [left, right] = [first && a[first.index], second && b[second.index]];
    const differences =
      left && right && (same || kindOf(left) === kindOf(right))
        ? compareMessages(left, right)
        : [
            difference(
              'Message',
              left?.startLine ?? null,
              right?.startLine ?? null,
              'matters',
              'Here the calls part.',
              'start-line',
            ),
          ];
    steps.push({ a: first?.index ?? null, b: second?.index ?? null, differences });
    if (same || (isRinging(first) && isRinging(second))) continue;
    parting = steps.length - 1;
    break;
  }
  for (const [step, { differences }] of steps.entries()) {
    const found = firstThatMatters(differences);
    if (found) return { steps, parting, first: { step, difference: found } };
  }
  return { steps, parting, first: null };
}

interface Entry {
  index: number;
  /** `INVITE` or `403 INVITE`. */
  sign: string;
}

const kindOf = (message: MessageLike) => (requestLine(message) ? 'request' : 'response');
const isRinging = (entry: Entry | undefined) => /^18\d /.test(entry?.sign ?? '');

/** The messages that make the course of a call. */
function outline(messages: readonly MessageLike[]): Entry[] {
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (const [index, message] of messages.entries()) {
    const cseq = squeezed(headerValues(message, 'cseq')[0] ?? '');
    const code = /^SIP\/\S+\s+(\d{3})/i.exec(message.startLine)?.[1];
    const method = requestLine(message)?.method;
    if (code === '100' || (!code && !method)) continue;
    const copy = [
      message.startLine.trim(),
      cseq,
      headerValues(message, 'via')[0] ?? '',
      headerValues(message, 'call-id')[0] ?? '',
    ].join('\n');
    if (seen.has(copy)) continue;
    seen.add(copy);
    entries.push({ index, sign: code ? `${code} ${cseq.split(' ')[1] ?? ''}` : (method ?? '') });
  }
  return entries;
}

export interface HopComparison {
  /** `same`: one message, before and after. `leg`: a back-to-back user agent made another call of it. `other`: another message, such as the same request once more with credentials. */
  relation: 'same' | 'leg' | 'other';
  differences: Difference[];
}

/** What a hop changed in a message. */
export function compareHop(before: MessageLike, after: MessageLike): HopComparison {
  const one = (message: MessageLike, name: string) => squeezed(headerValues(message, name)[0] ?? '');
  const tag = (message: MessageLike) => /;\s*tag\s*=\s*([^;,\s]+)/i.exec(one(message, 'from'))?.[1];
  const what = (message: MessageLike) =>
    requestLine(message)?.method ?? message.startLine.trim().split(/\s+/)[1];
  const sameKind = what(before) === what(after);
  const sameCall =
    one(before, 'call-id') === one(after, 'call-id') &&
    one(before, 'cseq') === one(after, 'cseq') &&
    tag(before) === tag(after);
  const number = (message: MessageLike) =>
    uriParts(uriOf(one(message, 'to')))
      .user.replace(/\D/g, '')
      .slice(-7) || uriParts(uriOf(one(message, 'to'))).user;
  const otherCall = one(before, 'call-id') !== one(after, 'call-id');
  const relation = !sameKind
    ? 'other'
    : sameCall
      ? 'same'
      : otherCall && number(before) === number(after)
        ? 'leg'
        : 'other';
  return { relation, differences: compareMessages(before, after, 'hops') };
}
