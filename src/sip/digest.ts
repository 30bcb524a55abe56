/**
 * Digest authentication (RFC 7616, RFC 8760; RFC 3261 §22.4): the one place where a response is computed, for the
 * password check, and so that every example on the site is a real one. Pure.
 */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';

/** The password of every account in the examples. */
export const EXAMPLE_PASSWORD = 'open sesame';

/** Names as in the IANA registry of HTTP Digest algorithms. */
export type DigestAlgorithm =
  'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess' | 'SHA-512-256' | 'SHA-512-256-sess';

const hashes = { MD5: md5, 'SHA-256': sha256, 'SHA-512-256': sha512_256 };
/** All that are read. */
export const digestAlgorithms: readonly DigestAlgorithm[] = [
  'MD5',
  'MD5-sess',
  'SHA-256',
  'SHA-256-sess',
  'SHA-512-256',
  'SHA-512-256-sess',
];

/** What goes into a digest. */
export interface DigestInput {
  algorithm: DigestAlgorithm;
  method: string;
  uri: string;
  username: string;
  realm: string;
  nonce: string;
  nc: string;
  cnonce: string;
  /** Null for the form of RFC 2069, without qop. */
  qop: 'auth' | 'auth-int' | null;
  /** Body bytes, for auth-int. */
  body: Uint8Array;
}

const encoder = new TextEncoder();

function hexHash(algorithm: DigestAlgorithm, bytes: Uint8Array): string {
  const name = algorithm.replace('-sess', '') as keyof typeof hashes;
  return Array.from(hashes[name](bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** H(text), hex. */
export const hexDigest = (algorithm: DigestAlgorithm, text: string): string =>
  hexHash(algorithm, encoder.encode(text));

/** H(A1) before a session: what servers store as HA1. */
export function storedHash(
  input: Pick<DigestInput, 'algorithm' | 'username' | 'realm'>,
  password: Uint8Array,
): string {
  const head = encoder.encode(`${input.username}:${input.realm}:`);
  const all = new Uint8Array(head.length + password.length);
  all.set(head);
  all.set(password, head.length);
  return hexHash(input.algorithm, all);
}

/** The `response` value (RFC 7616 §3.4). @param stored H(username:realm:password), hex. */
export function responseFromStored(input: DigestInput, stored: string): string {
  const { algorithm, method, uri, nonce, nc, cnonce, qop, body } = input;
  const ha1 = algorithm.endsWith('-sess') ? hexDigest(algorithm, `${stored}:${nonce}:${cnonce}`) : stored;
  const a2 = qop === 'auth-int' ? `${method}:${uri}:${hexHash(algorithm, body)}` : `${method}:${uri}`;
  const ha2 = hexDigest(algorithm, a2);
  return qop === null
    ? hexDigest(algorithm, `${ha1}:${nonce}:${ha2}`)
    : hexDigest(algorithm, `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`);
}

/** The `response` value for a password in UTF-8. */
export function digestResponse(input: DigestInput, password: string): string {
  return responseFromStored(input, storedHash(input, encoder.encode(password)));
}

/** Parameters of a Digest header, names in lower case, quotes taken off. Linear, whatever the text. */
export function digestParameters(value: string): { params: Record<string, string>; scheme: string } {
  const params: Record<string, string> = Object.create(null) as Record<string, string>;
  const scheme = /^\s*([^\s=,]+)\s+/.exec(value.slice(0, 256));
  let at = scheme?.[0].length ?? 0;
  while (at < value.length) {
    const equals = value.indexOf('=', at);
    if (equals < 0) break;
    const name = value
      .slice(Math.max(at, equals - 64), equals)
      .replace(/^[\s,]+|\s+$/g, '')
      .toLowerCase();
    at = equals + 1;
    while (value[at] === ' ' || value[at] === '\t') at += 1;
    let text: string;
    if (value[at] === '"') {
      let end = at + 1;
      while (end < value.length && value[end] !== '"') end += value[end] === '\\' ? 2 : 1;
      text = value.slice(at + 1, end);
      at = end + 1;
    } else {
      const end = value.indexOf(',', at);
      text = value.slice(at, end < 0 ? value.length : end).trim();
      at = end < 0 ? value.length : end;
    }
    if (!(name in params)) params[name] = text;
  }
  return { params, scheme: scheme?.[1] ?? '' };
}

/**
 * The `response` value for a header of a request without a body.
 * @param value of Authorization or Proxy-Authorization.
 * @throws if the algorithm or the qop is unknown.
 */
export function responseFor(value: string, method: string, password: string): string {
  const { params } = digestParameters(value);
  const named = params['algorithm'] ?? 'MD5';
  const algorithm = digestAlgorithms.find((known) => known.toLowerCase() === named.toLowerCase());
  if (!algorithm)
    throw new Error(`the digest algorithm ${named} is unknown; take one of ${digestAlgorithms.join(', ')}`);
  const qop = params['qop'] ?? null;
  if (qop !== null && qop !== 'auth')
    throw new Error(`the digest qop ${qop} needs the body; take auth, or none`);
  const { username = '', realm = '', nonce = '', uri = '', nc = '', cnonce = '' } = params;
  return digestResponse(
    { algorithm, method, uri, username, realm, nonce, nc, cnonce, qop, body: new Uint8Array() },
    password,
  );
}
