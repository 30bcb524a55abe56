/** Digest authentication, computed so that every example on the site is a real one. */
import { createHash } from 'node:crypto';
import { table } from './table.ts';

/** The password of every account in the examples. */
export const EXAMPLE_PASSWORD = 'open sesame';

/** Splits `Digest a="b", c=d` into its parameters, with quotes removed. */
export function digestParameters(value: string): Record<string, string> {
  const parameters = table<string>();
  const text = value.replace(/^\s*Digest\s+/i, '');
  for (const [, name = '', quoted, plain] of text.matchAll(
    /([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,]+))/g,
  ))
    parameters[name.toLowerCase()] = quoted ?? plain ?? '';
  return parameters;
}

const hashNames: Record<string, string> = table({
  md5: 'md5',
  'sha-256': 'sha256',
  'sha-512-256': 'sha512-256',
});

/**
 * The `response` value for a request (RFC 7616 §3.4.1; RFC 3261 §22.4).
 * @param header parameters of Authorization or Proxy-Authorization.
 * @param method request method.
 * @param password the account's password.
 * @throws if the algorithm is unknown.
 */
export function digestResponse(header: Record<string, string>, method: string, password: string): string {
  const algorithm = (header['algorithm'] ?? 'MD5').toLowerCase();
  const session = algorithm.endsWith('-sess');
  const hashName = hashNames[algorithm.replace(/-sess$/, '')];
  if (!hashName) throw new Error(`unknown digest algorithm ${header['algorithm']}`);
  const hash = (text: string) => createHash(hashName).update(text).digest('hex');
  const { username = '', realm = '', nonce = '', uri = '', qop, nc = '', cnonce = '' } = header;
  const secret = hash(`${username}:${realm}:${password}`);
  const ha1 = session ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const ha2 = hash(`${method}:${uri}`);
  return qop ? hash(`${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`) : hash(`${ha1}:${nonce}:${ha2}`);
}
