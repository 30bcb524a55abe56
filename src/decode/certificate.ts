/**
 * Reads the few fields of an X.509 certificate (RFC 5280 §4.1) that the check of a PASSporT needs. No library does it
 * small enough for a page: those for JWS give the key alone, and not who may sign for which numbers, and until when.
 */

export interface CertificateInfo {
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  /** Common name of the subject; null where it has none, or where only a key was given. */
  subject: string | null;
  /** Milliseconds since 1970; null where only a key was given. */
  notBefore: number | null;
  notAfter: number | null;
  /** What the TN Authorization List allows (RFC 8226 §9): `SPC 1234`, `+15550142`; empty where there is none. */
  authority: string[];
}

const SEQUENCE = 0x30;
const OID = 0x06;
const GENERALIZED_TIME = 0x18;
/** 2.5.4.3 and 1.3.6.1.5.5.7.1.26, DER. */
const COMMON_NAME = '550403';
const TN_AUTHORIZATION_LIST = '2b0601050507011a';

interface Der {
  tag: number;
  /** With tag and length. */
  whole: Uint8Array;
  value: Uint8Array;
}

/**
 * The first certificate or public key of a PEM text.
 * @throws with a sentence for the reader where there is none, or where it cannot be read.
 */
export function readPem(pem: string): CertificateInfo {
  const found = /-----BEGIN (CERTIFICATE|PUBLIC KEY)-----([A-Za-z0-9+/=\s]{1,65536})-----END \1-----/.exec(
    pem,
  );
  if (!found)
    throw new Error(
      'No certificate is here: a block from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- is expected.',
    );
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob((found[2] ?? '').replace(/\s+/g, '')), (char) => char.charCodeAt(0));
  } catch {
    throw new Error('The certificate is not complete: its Base64 cannot be read.');
  }
  if (found[1] === 'PUBLIC KEY')
    return { publicKey: bytes, subject: null, notBefore: null, notAfter: null, authority: [] };
  try {
    return readCertificate(bytes);
  } catch {
    throw new Error('The certificate is damaged: its structure cannot be read.');
  }
}

function readCertificate(bytes: Uint8Array): CertificateInfo {
  const [body] = children(element(bytes, 0).value);
  const fields = children(required(body).value);
  // The version is there from version 2 on, as [0].
  const at = fields[0]?.tag === 0xa0 ? 1 : 0;
  const [validity, subject, key] = [fields[at + 3], fields[at + 4], fields[at + 5]].map(required);
  const [notBefore, notAfter] = children(required(validity).value).map(time);
  const extensions = fields.find(({ tag }) => tag === 0xa3);
  return {
    publicKey: required(key).whole,
    subject: commonName(required(subject)),
    notBefore: notBefore ?? null,
    notAfter: notAfter ?? null,
    authority: extensions ? authorityOf(extensions) : [],
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

/** The element at `at`. @throws where it does not fit into the bytes. */
function element(bytes: Uint8Array, at: number): Der {
  const tag = required(bytes[at]);
  let length = required(bytes[at + 1]);
  let start = at + 2;
  if (length & 0x80) {
    const count = length & 0x7f;
    if (count < 1 || count > 3) throw new Error('length');
    length = 0;
    for (let index = 0; index < count; index++) length = length * 256 + required(bytes[start++]);
  }
  if (start + length > bytes.length) throw new Error('length');
  return { tag, whole: bytes.slice(at, start + length), value: bytes.subarray(start, start + length) };
}

function children(bytes: Uint8Array): Der[] {
  const all: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const child = element(bytes, at);
    all.push(child);
    at += child.whole.length;
  }
  return all;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5), always in UTC there. */
function time({ tag, value }: Der): number {
  const digits = text(value);
  const full =
    tag === GENERALIZED_TIME ? digits : `${Number(digits.slice(0, 2)) >= 50 ? '19' : '20'}${digits}`;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  if (year === undefined) throw new Error('time');
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

function commonName(name: Der): string | null {
  for (const set of children(name.value))
    for (const attribute of children(set.value)) {
      const [type, value] = children(attribute.value);
      if (type?.tag === OID && hex(type.value) === COMMON_NAME && value) return text(value.value);
    }
  return null;
}

/** TNAuthorizationList: [0] a service provider code, [1] a range (first number, count), [2] one number (RFC 8226 §9). */
function authorityOf(extensions: Der): string[] {
  const [list] = children(extensions.value);
  for (const extension of children(required(list).value)) {
    const parts = children(extension.value);
    if (parts[0]?.tag !== OID || hex(parts[0].value) !== TN_AUTHORIZATION_LIST) continue;
    const entries = children(element(required(parts.at(-1)).value, 0).value);
    return entries.map((entry) => {
      const inner = children(entry.value);
      const [first, count] =
        entry.tag === 0xa1 && inner[0]?.tag === SEQUENCE ? children(inner[0].value) : inner;
      const value = first ? text(first.value) : '';
      if (entry.tag === 0xa0) return `SPC ${value}`;
      if (entry.tag === 0xa1)
        return `${value} and ${parseInt(hex(count?.value ?? new Uint8Array(0)) || '0', 16)} in all`;
      return value;
    });
  }
  return [];
}
