/**
 * What private data is replaced with. Every pool numbers its values in the order in which they are asked for, so
 * that the same text is always masked the same way, and masking a masked text changes nothing.
 */

/** Numbers keys from 0 in order of first use. */
class Ranks {
  readonly #ranks = new Map<string, number>();

  of(key: string): number {
    const known = this.#ranks.get(key);
    if (known !== undefined) return known;
    this.#ranks.set(key, this.#ranks.size);
    return this.#ranks.size - 1;
  }
}

/** Ranges of IPv4 that stay visible as what they are: first number, bits, and the two or three octets of the replacement. */
const PRIVATE_V4: readonly { from: number; bits: number; to: number }[] = [
  { from: 0x0a000000, bits: 8, to: 0x0a000000 }, // 10/8 (RFC 1918)
  { from: 0xac100000, bits: 12, to: 0xac100000 }, // 172.16/12
  { from: 0xc0a80000, bits: 16, to: 0xc0a80000 }, // 192.168/16
  { from: 0x64400000, bits: 10, to: 0x64400000 }, // 100.64/10: carrier NAT (RFC 6598)
  { from: 0xa9fe0000, bits: 16, to: 0xa9fe0000 }, // 169.254/16: no DHCP answer (RFC 3927)
];

/** The three ranges for documentation (RFC 5737), then the one for benchmarks (RFC 2544), which no host on the Internet has either. */
const PUBLIC_V4 = [
  { to: 0xc0000200, hosts: 254 },
  { to: 0xc6336400, hosts: 254 },
  { to: 0xcb007100, hosts: 254 },
];
const BENCHMARK_V4 = 0xc6120000;

function ipv4Number(text: string): number {
  return text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function ipv4String(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** Addresses that say nothing about anybody: this host, any host, all hosts, groups. */
export function isCommonV4(text: string): boolean {
  const first = Number(text.split('.')[0]);
  return first === 0 || first === 127 || (first >= 224 && first < 240) || text === '255.255.255.255';
}

/** The n-th host of a network: `.1` to `.254` first, so that none looks like a network or a broadcast. */
function host(network: number, n: number): string {
  if (n < 65_024) return ipv4String((network + Math.floor(n / 254) * 256 + (n % 254) + 1) >>> 0);
  const rest = n - 65_024;
  return ipv4String((network + (rest % 256) * 256 + (rest < 256 ? 0 : 255)) >>> 0);
}

/** Groups of an IPv6 address in any spelling; undefined where it is none (RFC 4291 §2.2). */
export function ipv6Groups(text: string): number[] | undefined {
  let rest = text;
  const tail: number[] = [];
  const mapped = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (mapped?.[1]) {
    if (mapped[1].split('.').some((octet) => Number(octet) > 255)) return undefined;
    const value = ipv4Number(mapped[1]);
    tail.push(value >>> 16, value & 0xffff);
    rest = text.slice(0, -mapped[1].length);
    if (rest.endsWith(':') && !rest.endsWith('::')) rest = rest.slice(0, -1);
  }
  const halves = rest.split('::');
  if (halves.length > 2) return undefined;
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const before = groups(halves[0] ?? '');
  const after = groups(halves[1] ?? '');
  if ([...before, ...after].some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const missing = 8 - before.length - after.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const numbers = (part: string[]) => part.map((group) => parseInt(group, 16));
  return [...numbers(before), ...Array<number>(missing).fill(0), ...numbers(after), ...tail];
}

/** Loopback, unspecified and multicast addresses stay. */
export function isCommonV6(groups: readonly number[]): boolean {
  return (
    (groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1) ||
    ((groups[0] ?? 0) & 0xff00) === 0xff00
  );
}

/** How a number is written. */
type NumberForm = 'plus' | 'double-zero' | 'national' | 'bare';

interface PhoneEntry {
  index: number;
  /** Digits without `+`, `00` or the `0` of the national form. */
  digits: string;
  /** Whether `digits` start with the country code, as far as the form tells. */
  international: boolean;
}

/** Digits that two spellings of one number must share at their end. */
const SAME_TAIL = 7;

export class Pools {
  readonly #v4 = new Map<number, Ranks>();
  readonly #v6 = new Map<string, Ranks>();
  readonly #hosts = new Ranks();
  readonly #users = new Ranks();
  readonly #names = new Ranks();
  readonly #realms = new Ranks();
  readonly #secrets = new Ranks();
  readonly #devices = new Ranks();
  readonly #uuids = new Ranks();
  readonly #extensions = new Map<number, Ranks>();
  readonly #phones = new Map<string, string>();
  readonly #phoneOutputs = new Set<string>();
  readonly #phonesByTail = new Map<string, PhoneEntry[]>();
  #phoneCount = 0;

  ipv4(text: string): string {
    const value = ipv4Number(text);
    const range = PRIVATE_V4.find(({ from, bits }) => value >>> (32 - bits) === from >>> (32 - bits));
    const network = range?.to ?? 0;
    const ranks = this.#v4.get(network) ?? new Ranks();
    this.#v4.set(network, ranks);
    let n = ranks.of(String(value));
    if (range) return host(range.to, n);
    for (const { to, hosts } of PUBLIC_V4) {
      if (n < hosts) return host(to, n);
      n -= hosts;
    }
    return ipv4String((BENCHMARK_V4 + n) >>> 0);
  }

  ipv6(groups: readonly number[]): string {
    const [first = 0] = groups;
    const tail = (((groups[6] ?? 0) << 16) | (groups[7] ?? 0)) >>> 0;
    if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
      const inner = ipv4String(tail);
      return `::ffff:${isCommonV4(inner) ? inner : this.ipv4(inner)}`;
    }
    const prefix = (first & 0xfe00) === 0xfc00 ? 'fd00' : (first & 0xffc0) === 0xfe80 ? 'fe80' : '2001:db8';
    const ranks = this.#v6.get(prefix) ?? new Ranks();
    this.#v6.set(prefix, ranks);
    const n = ranks.of(groups.join(':')) + 1;
    const [high, low] = [Math.floor(n / 65_536), n % 65_536];
    return high > 0
      ? `${prefix}::${high.toString(16)}:${low.toString(16)}`
      : `${prefix}::${low.toString(16)}`;
  }

  /** A name without a dot stays one. */
  host(text: string): string {
    const n = this.#hosts.of(text.toLowerCase()) + 1;
    return text.includes('.') ? `host${n}.example.com` : `host${n}`;
  }

  user(text: string): string {
    return `user${this.#users.of(text) + 1}`;
  }

  name(text: string): string {
    return `Name ${this.#names.of(text) + 1}`;
  }

  realm(text: string): string {
    return `Realm ${this.#realms.of(text) + 1}`;
  }

  /** A nonce, a response, a key: as long as before, digits alone, which is valid in hex and base64. */
  secret(text: string): string {
    const padding = /=*$/.exec(text)?.[0] ?? '';
    return String(this.#secrets.of(text)).padStart(text.length - padding.length, '0') + padding;
  }

  /** A certificate's fingerprint: pairs of hex digits with colons. */
  fingerprint(text: string): string {
    const digits = this.#secrets.of(text.toUpperCase()).toString(16).toUpperCase();
    const pairs = digits.padStart(((text.length + 1) / 3) * 2, '0').match(/../g) ?? [];
    return pairs.join(':');
  }

  /** A hardware address for documentation (RFC 7042 §2.1.2), separators kept. */
  device(text: string): string {
    const separator = /[:-]/.exec(text)?.[0] ?? '';
    const n = this.#devices.of(text.toLowerCase().replaceAll(/[:-]/g, ''));
    const octets =
      n < 256
        ? [0, 0, 0x5e, 0, 0x53, n]
        : [2, 0, 0, ((n - 256) >> 16) & 255, ((n - 256) >> 8) & 255, (n - 256) & 255];
    return octets.map((octet) => octet.toString(16).padStart(2, '0')).join(separator);
  }

  uuid(text: string): string {
    return `00000000-0000-0000-0000-${String(this.#uuids.of(text.toLowerCase()) + 1).padStart(12, '0')}`;
  }

  /** An internal number: as many digits as before. */
  extension(text: string): string {
    const ranks = this.#extensions.get(text.length) ?? new Ranks();
    this.#extensions.set(text.length, ranks);
    const all = 10 ** text.length;
    return String((all / 10 + ranks.of(text)) % all).padStart(text.length, '0');
  }

  /**
   * A telephone number becomes one of +1 555 01xx (further ones have an area code before the 555), in the form in
   * which it was written: `+`, `00`, `0` or none. Two spellings of one number become two spellings of one number
   * where the digits show it.
   */
  phone(text: string): string {
    const known = this.#phones.get(text);
    if (known !== undefined) return known;
    const form: NumberForm = text.startsWith('+')
      ? 'plus'
      : text.startsWith('00')
        ? 'double-zero'
        : text.startsWith('0')
          ? 'national'
          : 'bare';
    const digits = text.slice({ plus: 1, 'double-zero': 2, national: 1, bare: 0 }[form]);
    const tail = digits.slice(-SAME_TAIL);
    const related = digits.length >= SAME_TAIL ? (this.#phonesByTail.get(tail) ?? []) : [];
    const international = form === 'plus' || form === 'double-zero';
    let index = -1;
    let output = '';
    for (const entry of related) {
      const same =
        entry.digits === digits ||
        (!international && entry.digits.endsWith(digits)) ||
        (!entry.international && digits.endsWith(entry.digits));
      if (!same) continue;
      const short = entry.digits.length > digits.length;
      const candidate = spelled(form, entry.index, short);
      if (this.#phoneOutputs.has(candidate)) continue;
      [index, output] = [entry.index, candidate];
      break;
    }
    if (index < 0) {
      index = this.#phoneCount++;
      output = spelled(form, index, false);
    }
    this.#phones.set(text, output);
    this.#phoneOutputs.add(output);
    this.#phonesByTail.set(tail, [...related, { index, digits, international }]);
    return output;
  }
}

/** @param short without the country code although the form would have it. */
function spelled(form: NumberForm, index: number, short: boolean): string {
  const block = Math.floor(index / 100);
  const area = block === 0 ? '' : String(201 + ((block - 1) % 799));
  const round = block === 0 ? 0 : Math.floor((block - 1) / 799);
  const national = `${area}55501${String(index % 100).padStart(2, '0')}${round > 0 ? round : ''}`;
  switch (form) {
    case 'plus':
      return `+1${national}`;
    case 'double-zero':
      return `001${national}`;
    case 'national':
      return `0${national}`;
    default:
      return short ? national : `1${national}`;
  }
}

/** Whether a text is already one of the values that the pools give, so that it is always taken for one. */
export function poolKind(text: string): 'user' | 'host' | 'phone' | undefined {
  if (/^user\d{1,9}$/.test(text)) return 'user';
  if (/^host\d{1,9}(?:\.example\.com)?$/i.test(text)) return 'host';
  return /^\+?\d{0,8}55501\d{2,4}$/.test(text) ? 'phone' : undefined;
}
