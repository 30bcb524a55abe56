/**
 * Hides private data in a trace, so that it can be shown to others: telephone numbers, addresses, host names, user
 * and display names, digest values, keys, device identities. Pure; nothing is kept.
 *
 * The scheme. The same value always becomes the same value, different values stay different, in the whole text:
 * - numbers → +1 555 01xx, written as before (`+`, `00`, `0`, bare); internal numbers of up to six digits → as many digits
 * - public IPv4 → 192.0.2.n, 198.51.100.n, 203.0.113.n, then 198.18.0.0/15; public IPv6 → 2001:db8::n
 * - private addresses stay visibly private: 10.0.0.n, 172.16.0.n, 192.168.0.n, 100.64.0.n, 169.254.0.n, fd00::n, fe80::n;
 *   loopback and multicast stay
 * - hosts → hostN.example.com (hostN without a dot), users → userN, display names → Name N, realms that are no host → Realm N
 * - digest values, keys, tokens → digits of the same length; PASSporTs are decoded, masked and encoded again
 * - hex dumps → hidden, since the bytes would say it all again
 * Codes, methods, ports, tags, branches, times, the part of a Call-ID before the `@` and products stay: they are what the
 * trace is read for. So do free words of which nothing says that they are private.
 *
 * Masking a masked trace changes nothing. Content-Length is changed by what the body's length changed, so that a wrong one
 * stays wrong by as much as before.
 */
import { poolKind, Pools, ipv6Groups } from './mask/pools.ts';
import { packetsAsText } from './packets-as-text.ts';
import { addressesIn, SHORTEST_NUMBER, spansOf, type Kind, type Known, type Span } from './mask/find.ts';

/** What was hidden, for the sentence above the masked text. */
export type MaskedKind =
  'addresses' | 'numbers' | 'users' | 'names' | 'hosts' | 'secrets' | 'devices' | 'bytes';

export interface MaskedTrace {
  text: string;
  /** How many different values were hidden, by kind. */
  counts: Partial<Record<MaskedKind, number>>;
  /** What the reader has to know of the text, one sentence each. */
  notes: string[];
}

const COUNTED: Record<Exclude<Kind, 'keep' | 'words'>, MaskedKind> = {
  address: 'addresses',
  number: 'numbers',
  user: 'users',
  name: 'names',
  host: 'hosts',
  realm: 'hosts',
  secret: 'secrets',
  fingerprint: 'secrets',
  passport: 'secrets',
  device: 'devices',
  uuid: 'devices',
  bytes: 'bytes',
};

/**
 * Words of which a trace is made. Where somebody is called so, he is hidden where the text says that it is a
 * name, not wherever the word stands.
 */
const VOCABULARY = new Set(
  (
    'sip sips tel udp tcp tls ws wss sctp invite ack bye cancel register options info message notify subscribe refer ' +
    'update prack publish via from to contact call callid cseq route record path date user agent server allow expires ' +
    'digest realm phone trunk default asterisk freeswitch kamailio opensips pjsip sofia chan_sip audio video image ' +
    'application rtp avp sdp error warning notice debug verbose log caller callee channel peer endpoint public internal ' +
    'external local remote gateway provider proxy registrar branch tag received rport transport line code cause reason ' +
    'status state time answer busy failed failure request response retry after supported require session version type ' +
    'length content event id name number host domain port address none null true false test root admin guest unknown ' +
    'anonymous rcv snd proto received transmitting sending reliable packet frame src dst source destination'
  ).split(' '),
);

const START_LINE = /^[\s>|]*(?:SIP\/\d\.\d\s+\d{3}|[A-Z]{3,16} \S{1,2048} SIP\/\d\.\d)/;
const CONTENT_LENGTH = /^([\s>|]*(?:content-length|l)\s*:\s*)(\d{1,9})(?=\D*$)/i;
const BLANK = /^[\s>|.]*$/;
/** Header lines after Content-Length before which the empty line must come. */
const MOST_HEADERS = 200;
/** Lines of which the result is kept. */
const MOST_REMEMBERED = 50_000;

const WORD = /\+?[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,253}[\p{L}\p{N}_])?/gu;

const LENGTHS_KEPT =
  'Content-Length was not changed in messages that the text does not hold line by line as they were sent.';

const PACKETS_AS_TEXT =
  'The trace holds packets as hex digits or as data of Wireshark. The hidden form has their SIP messages only.';

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;

/** Masks a text of any format; see the head of this file for the scheme. */
export function maskTrace(text: string): MaskedTrace {
  const plain = packetsAsText(text);
  const masked = new Masker().run(plain ?? text);
  return plain === null ? masked : { ...masked, notes: [PACKETS_AS_TEXT, ...masked.notes] };
}

/** The header of a message whose body is being measured. */
interface Measured {
  /** Place of the Content-Length line in the output. */
  line: number;
  length: number;
  /** Bytes of the body still to come; null before the empty line. */
  rest: number | null;
  change: number;
  headers: number;
}

class Masker {
  readonly #pools = new Pools();
  readonly #known: Known = { callIds: new Set(), addresses: new Set() };
  /** Values to be found wherever they stand. */
  readonly #spread = new Map<string, Kind>();
  /** Last digits of the numbers, by which other spellings of them are known. */
  readonly #tails = new Set<string>();
  /** Names of several words, by their first word. */
  readonly #phrases = new Map<string, string[]>();
  readonly #counted = new Map<MaskedKind, Set<string>>();
  readonly #notes = new Set<string>();
  readonly #masked = new Map<string, string>();

  run(text: string): MaskedTrace {
    const lines = text.split('\n');
    for (const line of lines) this.#learnFacts(line);
    const learnt = new Set<string>();
    for (const line of lines) {
      if (learnt.has(line)) continue;
      this.#learn(line);
      if (learnt.size < MOST_REMEMBERED) learnt.add(line);
    }
    const output: string[] = [];
    let measured: Measured | undefined;
    for (const line of lines) {
      // The lines of a trace repeat: from hop to hop, and in every retransmission.
      const before = this.#masked.get(line);
      const masked = before ?? this.#maskLine(line);
      if (before === undefined && this.#masked.size < MOST_REMEMBERED) this.#masked.set(line, masked);
      measured = this.#measure(measured, line, masked, output);
      output.push(masked);
    }
    if (measured) this.#settle(measured, output);
    const counts: MaskedTrace['counts'] = {};
    for (const [kind, values] of this.#counted) counts[kind] = values.size;
    return { text: output.join('\n'), counts, notes: [...this.#notes] };
  }

  /** What later readings need to decide: Call-IDs, and addresses that are no versions. */
  #learnFacts(line: string): void {
    const id = /(?:^[\s>|]*i\s*:|call-?id"?\s*[:=])\s*\\?["'[]?([^\s"'\\\];,@]{1,255})(?=@|%40)/i.exec(line);
    if (id?.[1]) this.#known.callIds.add(id[1]);
    for (const address of addressesIn(line)) this.#known.addresses.add(address);
  }

  /** Collects the values that are to be found wherever they stand. */
  #learn(line: string): void {
    for (const { from, to, kind, spread } of spansOf(line, this.#known)) {
      const value = line.slice(from, to);
      if (kind === 'passport') {
        const parts = passportParts(value);
        for (const part of parts ?? []) this.#learn(part);
      }
      if (!spread) continue;
      const key = kind === 'number' ? plainDigits(value) : kind === 'host' ? value.toLowerCase() : value;
      const length = key.replace(/^\+/, '').length;
      if (kind === 'number' ? length < SHORTEST_NUMBER : length < 3) continue;
      if (VOCABULARY.has(key.toLowerCase())) continue;
      // A number wins over a user, a user over a display name that is the same.
      const rank = (of: Kind | undefined) => ['number', 'user', 'host', 'name'].indexOf(of ?? '') + 1 || 9;
      if (rank(kind) < rank(this.#spread.get(key))) this.#spread.set(key, kind);
      if (kind === 'number') this.#tails.add(key.slice(-SHORTEST_NUMBER));
      const first = /^([\p{L}\p{N}_]+)[^\p{L}\p{N}_]/u.exec(value)?.[1];
      if (kind === 'name' && first) {
        const phrases = this.#phrases.get(first) ?? [];
        if (!phrases.includes(value))
          this.#phrases.set(
            first,
            [...phrases, value].sort((a, b) => b.length - a.length),
          );
      }
    }
  }

  #maskLine(line: string): string {
    const spans = spansOf(line, this.#known);
    let masked = '';
    let done = 0;
    for (const span of spans) {
      masked += this.#maskWords(line.slice(done, span.from)) + this.#replacement(line, span);
      done = span.to;
    }
    return masked + this.#maskWords(line.slice(done));
  }

  #replacement(line: string, { from, to, kind }: Span): string {
    const value = line.slice(from, to);
    if (kind === 'keep') return value;
    if (kind === 'words') return this.#maskWords(value);
    const replaced = this.#replace(kind, value);
    if (replaced !== value || kind === 'address') this.#count(kind, value);
    return replaced;
  }

  #replace(kind: Exclude<Kind, 'keep' | 'words'>, value: string): string {
    const pools = this.#pools;
    switch (kind) {
      case 'address': {
        const groups = ipv6Groups(value);
        return groups && value.includes(':') ? pools.ipv6(groups) : pools.ipv4(value);
      }
      case 'number': {
        const digits = plainDigits(value);
        return digits.replace(/^\+/, '').length >= SHORTEST_NUMBER
          ? pools.phone(digits)
          : digits.startsWith('+')
            ? `+${pools.extension(digits.slice(1))}`
            : pools.extension(digits);
      }
      case 'user':
        return this.#spread.get(value) === 'number' ? this.#replace('number', value) : pools.user(value);
      case 'name': {
        const other = this.#spread.get(value);
        return other === 'user' ? pools.user(value) : pools.name(value);
      }
      case 'host':
        return pools.host(value);
      case 'realm':
        return pools.realm(value);
      case 'secret':
        return pools.secret(value);
      case 'fingerprint':
        return pools.fingerprint(value);
      case 'device':
        return pools.device(value);
      case 'uuid':
        return pools.uuid(value);
      case 'bytes':
        return '(bytes hidden)';
      case 'passport': {
        const [header, payload] = passportParts(value) ?? [];
        const signature = value.split('.')[2];
        if (header === undefined || payload === undefined)
          return value
            .split('.')
            .map((part, at) => (at === 0 ? `eyJ${pools.secret(part.slice(3))}` : part && pools.secret(part)))
            .join('.');
        const encoded = [header, payload].map((part) => base64url(this.#maskLine(part)));
        return [...encoded, ...(signature === undefined ? [] : [signature && pools.secret(signature)])].join(
          '.',
        );
      }
    }
  }

  /** Finds known values, and values that look masked already, in text of which nothing else is known. */
  #maskWords(text: string): string {
    if (text.length < 3) return text;
    let masked = '';
    let done = 0;
    WORD.lastIndex = 0;
    for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
      const [word] = match;
      const name = this.#nameAt(text, match.index, word);
      masked += text.slice(done, match.index);
      if (name) {
        this.#count('name', name);
        masked += this.#replace('name', name);
      } else masked += this.#maskWord(word);
      done = match.index + (name ?? word).length;
      WORD.lastIndex = done;
    }
    return masked + text.slice(done);
  }

  /** A known name of several words that starts here, or one that looks masked already. */
  #nameAt(text: string, at: number, word: string): string | undefined {
    const first = /^[\p{L}\p{N}_]+/u.exec(word)?.[0] ?? '';
    const pooled =
      first === 'Name' ? /^Name \d{1,9}(?![\p{L}\p{N}_])/u.exec(text.slice(at, at + 20))?.[0] : undefined;
    return (
      pooled ??
      this.#phrases
        .get(first)
        ?.find((name) => text.startsWith(name, at) && !/[\p{L}\p{N}_]/u.test(text[at + name.length] ?? ''))
    );
  }

  #maskWord(word: string): string {
    const direct = this.#maskKnown(word);
    if (direct !== undefined) return direct;
    if (!/[.-]/.test(word)) return word;
    return word.replace(/[\p{L}\p{N}_]+/gu, (part) => this.#maskKnown(part, true) ?? part);
  }

  #maskKnown(word: string, part = false): string | undefined {
    const pooled = poolKind(word);
    const kind =
      this.#spread.get(word) ??
      (this.#spread.get(word.toLowerCase()) === 'host' ? 'host' : undefined) ??
      (/^\+?\d{7,15}$/.test(word) && this.#tails.has(word.slice(-SHORTEST_NUMBER)) ? 'number' : undefined) ??
      (pooled === 'phone' ? 'number' : pooled);
    if (kind === undefined || kind === 'keep' || kind === 'words') return undefined;
    // Half a host name is no host.
    if (part && kind === 'host') return undefined;
    this.#count(kind, word);
    return this.#replace(kind, word);
  }

  #count(kind: Exclude<Kind, 'keep' | 'words'>, value: string): void {
    const counted = COUNTED[kind];
    const values = this.#counted.get(counted) ?? new Set();
    values.add(kind === 'host' ? value.toLowerCase() : value);
    this.#counted.set(counted, values);
  }

  /** Follows a message from its Content-Length to the end of its body. */
  #measure(
    measured: Measured | undefined,
    line: string,
    masked: string,
    output: string[],
  ): Measured | undefined {
    const length = CONTENT_LENGTH.exec(line);
    if (length) {
      if (measured) this.#settle(measured, output);
      return { line: output.length, length: Number(length[2]), rest: null, change: 0, headers: 0 };
    }
    if (/content-length/i.test(line) && line !== masked) this.#notes.add(LENGTHS_KEPT);
    if (!measured) return undefined;
    if (START_LINE.test(line)) {
      this.#settle(measured, output);
      return undefined;
    }
    if (measured.rest === null) {
      if (BLANK.test(line)) measured.rest = measured.length;
      else if (/^\s*Message Body/.test(line) || (measured.headers += 1) > MOST_HEADERS) {
        this.#notes.add(LENGTHS_KEPT);
        return undefined;
      }
      return measured;
    }
    const bare = line.replace(/\r$/, '');
    measured.rest -= byteLength(bare) + 2;
    if (line !== masked) measured.change += byteLength(masked) - byteLength(line);
    if (measured.rest > 0) return measured;
    this.#settle(measured, output);
    return undefined;
  }

  #settle({ line, length, rest, change }: Measured, output: string[]): void {
    if (rest === null || change === 0) return;
    output[line] = (output[line] ?? '').replace(
      CONTENT_LENGTH,
      (_, head: string) => `${head}${Math.max(0, length + change)}`,
    );
  }
}

/** A number without what is there for the eye. */
function plainDigits(text: string): string {
  return text.replace(/[^\d+]/g, '');
}

/** Header and payload of a PASSporT as text; undefined where it is none. */
function passportParts(token: string): [string, string] | undefined {
  const [header, payload] = token.split('.').slice(0, 2).map(fromBase64url);
  return header?.startsWith('{') && payload?.startsWith('{') ? [header, payload] : undefined;
}

function fromBase64url(text: string): string | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (char) => char.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}

function base64url(text: string): string {
  let binary = '';
  for (const byte of encoder.encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
