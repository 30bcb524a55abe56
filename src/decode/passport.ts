/**
 * Reads the PASSporT of an Identity header (RFC 8224, RFC 8225, RFC 8588) and compares its claims with the headers
 * beside it. The signature is checked only where the certificate is at hand (`verifyPassport`): it lies on another host,
 * and this page asks none.
 */
import { readPem, type CertificateInfo } from './certificate.ts';
import { headerValues, requestLine, uriOf, uriParts, type MessageLike } from './message-like.ts';
import { table } from '../sip/table.ts';

/** The value of an Identity header, taken apart. */
export interface PassportRead {
  /** `compact`: header and claims are left out and have to be put together from the message (RFC 8225 §7). */
  form: 'full' | 'compact';
  /** JWS header; null in the compact form or where it cannot be read. */
  header: Record<string, unknown> | null;
  /** Claims, likewise. */
  payload: Record<string, unknown> | null;
  /** Parameters of the header field. */
  parameters: { info: string | null; alg: string | null; ppt: string | null };
  /** The three parts as sent, for the check of the signature. */
  parts: [header: string, payload: string, signature: string];
  /** What is wrong with the token itself, one sentence each. */
  problems: string[];
}

/** One claim set beside a header. */
export interface ClaimCheck {
  claim: 'orig' | 'dest' | 'iat' | 'x5u' | 'alg' | 'ppt' | 'typ' | 'attest' | 'origid' | 'div';
  /** `same`; `differs`; `form`: the same number written in another form; `alone`: there is nothing to compare with; `missing`: the claim itself. */
  result: 'same' | 'differs' | 'form' | 'alone' | 'missing';
  /** As the token says it; null where it does not. */
  claimed: string | null;
  /** Header or parameter it was compared with. */
  with: string | null;
  value: string | null;
  /** One sentence. */
  message: string;
}

/** Seconds that iat may be from the time of the request (recommended by RFC 8224 §6.2). */
const FRESH_SECONDS = 60;

/** What the levels of attestation mean (RFC 8588 §4). */
const ATTESTATION: Record<string, string> = table({
  A: 'Full: the signer knows the customer and that he may use the number.',
  B: 'Partial: the signer knows the customer, not whether he may use the number.',
  C: 'Gateway: the signer passed on a call that came from elsewhere.',
});

/** Takes an Identity header's value apart. Never throws. */
export function readIdentity(value: string): PassportRead {
  const [token = '', ...rest] = value.trim().split(';');
  const parameters: PassportRead['parameters'] = { info: null, alg: null, ppt: null };
  for (const parameter of rest) {
    const [, name, text] = /^\s*(info|alg|ppt)\s*=\s*(.*?)\s*$/i.exec(parameter) ?? [];
    if (name && text !== undefined)
      parameters[name.toLowerCase() as keyof typeof parameters] = text.replace(/^["<]+|[">]+$/g, '');
  }
  const problems: string[] = [];
  const pieces = token.trim().split('.');
  if (pieces.length !== 3)
    problems.push(
      `The token has ${pieces.length} ${pieces.length === 1 ? 'part' : 'parts'} instead of three: it was cut on the way, or this is no token.`,
    );
  if (/\s/.test(token.trim())) problems.push('The token holds blanks: something on the way broke the line.');
  const [header = '', payload = '', signature = ''] = pieces;
  const form = header === '' && payload === '' ? 'compact' : 'full';
  const read = (part: string, name: string): Record<string, unknown> | null => {
    if (form === 'compact') return null;
    try {
      const parsed: unknown = JSON.parse(
        new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(part)),
      );
      if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
        return parsed as Record<string, unknown>;
    } catch {
      // Told below.
    }
    problems.push(`The ${name} of the token is no JSON in Base64url.`);
    return null;
  };
  const result: PassportRead = {
    form,
    header: read(header, 'header'),
    payload: read(payload, 'payload'),
    parameters,
    parts: [header, payload, signature],
    problems,
  };
  if (signature === '') problems.push('The token has no signature.');
  else if (!/^[\w-]+$/.test(signature)) problems.push('The signature is no Base64url.');
  else if (
    fromBase64url(signature).length !== 64 &&
    (result.header?.['alg'] ?? parameters.alg ?? 'ES256') === 'ES256'
  )
    problems.push(`The signature has ${fromBase64url(signature).length} bytes; ES256 has 64.`);
  if (typeof result.payload?.['iat'] === 'string')
    problems.push('iat is a text; it has to be a number (RFC 8225 §5.1.1).');
  return result;
}

/**
 * Header and claims of a compact token, put together from the message in the one way that gives the signed bytes
 * (RFC 8224 §4.1, RFC 8225 §9: keys in order, no blanks).
 * Null where a header that is needed is missing, or where the token is of a kind (`ppt`) whose further claims nobody can guess.
 */
export function rebuildCompact(
  read: PassportRead,
  message: MessageLike,
): { header: string; payload: string } | null {
  const { info, alg, ppt } = read.parameters;
  const iat = dateSeconds(message);
  const [from] = headerValues(message, 'from');
  const [to] = headerValues(message, 'to');
  if (!info || ppt || iat === null || from === undefined || to === undefined) return null;
  const identity = (value: string): [kind: 'tn' | 'uri', text: string] => {
    const uri = uriOf(value);
    const number = canonicalNumber(uri);
    return number === null ? ['uri', uri] : ['tn', number];
  };
  const [origKind, orig] = identity(from);
  const [destKind, dest] = identity(to);
  return {
    header: JSON.stringify({ alg: alg ?? 'ES256', typ: 'passport', x5u: info }),
    payload: JSON.stringify({ dest: { [destKind]: [dest] }, iat, orig: { [origKind]: orig } }),
  };
}

/** Compares what the token claims with the message it came in. */
export function compareClaims(read: PassportRead, message: MessageLike): ClaimCheck[] {
  const checks: ClaimCheck[] = [];
  const { header, payload, parameters } = read;
  if (header) {
    checks.push(textCheck('typ', header['typ'], 'RFC 8225 §4.1', 'passport', 'The type of the token'));
    checks.push(parameterCheck('alg', header['alg'], parameters.alg));
    checks.push(parameterCheck('ppt', header['ppt'], parameters.ppt));
    checks.push(parameterCheck('x5u', header['x5u'], parameters.info));
  }
  if (!payload) return checks.filter((check) => check.claimed !== null || check.value !== null);

  const said = (name: string) => headerValues(message, name).map((value) => uriOf(value));
  const request = requestLine(message);
  const diverted = header?.['ppt'] === 'div' || payload['div'] !== undefined;
  checks.push(
    identityCheck('orig', identities(payload['orig']), [
      // The network's word comes before the phone's.
      ...said('p-asserted-identity').map((uri): Said => ['P-Asserted-Identity', uri]),
      ...said('from').map((uri): Said => ['From', uri]),
    ]),
    identityCheck('dest', identities(payload['dest']), [
      // A diverted call has its new destination in the Request-URI (RFC 8946); To keeps the dialled number.
      ...(diverted && request ? [['Request-URI', request.uri] as Said] : []),
      ...said('to').map((uri): Said => ['To', uri]),
    ]),
    timeCheck(payload['iat'], message),
  );
  if (payload['div'] !== undefined)
    checks.push(
      identityCheck('div', identities(payload['div']), [
        ...said('to').map((uri): Said => ['To', uri]),
        ...said('diversion').map((uri): Said => ['Diversion', uri]),
        ...said('history-info').map((uri): Said => ['History-Info', uri]),
      ]),
    );
  const shaken = header?.['ppt'] === 'shaken';
  if (shaken || payload['attest'] !== undefined) {
    const level = text(payload['attest']);
    const meaning = level === null ? undefined : ATTESTATION[level];
    checks.push({
      claim: 'attest',
      result: level === null ? 'missing' : meaning ? 'alone' : 'differs',
      claimed: level,
      with: null,
      value: null,
      message:
        meaning ??
        (level === null
          ? 'A SHAKEN token has to have attest.'
          : `${level} is no level of attestation: A, B and C are.`),
    });
    const origin = text(payload['origid']);
    checks.push({
      claim: 'origid',
      result: origin === null ? 'missing' : 'alone',
      claimed: origin,
      with: null,
      value: null,
      message:
        origin === null
          ? 'A SHAKEN token has to have origid.'
          : 'Names the origin for the signer; others cannot read it.',
    });
  }
  return checks.filter(
    (check) => check.claimed !== null || check.value !== null || check.result === 'missing',
  );
}

type Said = [header: string, uri: string];

function textCheck(
  claim: 'typ',
  claimed: unknown,
  source: string,
  expected: string,
  what: string,
): ClaimCheck {
  const value = text(claimed);
  const same = value?.toLowerCase() === expected;
  return {
    claim,
    result: value === null ? 'missing' : same ? 'same' : 'differs',
    claimed: value,
    with: source,
    value: expected,
    message: same ? `${what} is ${expected}.` : `${what} has to be ${expected}.`,
  };
}

function parameterCheck(
  claim: 'alg' | 'ppt' | 'x5u',
  claimed: unknown,
  parameter: string | null,
): ClaimCheck {
  const name = claim === 'x5u' ? 'info' : claim;
  const value = text(claimed);
  const base = {
    claim,
    claimed: value,
    with: parameter === null ? null : `parameter ${name}`,
    value: parameter,
  };
  if (value === null)
    return {
      ...base,
      result: 'missing',
      message:
        parameter === null
          ? `The token has no ${claim}.`
          : `The parameter ${name} says ${parameter}; the token has no ${claim}.`,
    };
  // ES256 need not be said, ppt and info have to be (RFC 8224 §4).
  if (parameter === null)
    return { ...base, result: 'alone', message: `The header has no parameter ${name} to compare with.` };
  return value === parameter
    ? { ...base, result: 'same', message: `The parameter ${name} says the same.` }
    : { ...base, result: 'differs', message: `The parameter ${name} says ${parameter}, the token ${value}.` };
}

/** The values of `orig`, `dest` or `div`: numbers and URIs. */
function identities(claim: unknown): string[] {
  if (typeof claim !== 'object' || claim === null) return [];
  const { tn, uri } = claim as Record<string, unknown>;
  return [tn, uri].flat().filter((value): value is string => typeof value === 'string');
}

function identityCheck(claim: 'orig' | 'dest' | 'div', claimed: string[], said: Said[]): ClaimCheck {
  const shown = claimed.length > 0 ? claimed.join(', ') : null;
  const [first] = said;
  const base = { claim, claimed: shown };
  if (shown === null)
    return {
      ...base,
      result: 'missing',
      with: first?.[0] ?? null,
      value: first?.[1] ?? null,
      message: `The token has no ${claim}, which it has to have.`,
    };
  for (const result of ['same', 'form'] as const)
    for (const [header, uri] of said)
      if (claimed.some((one) => sameIdentity(one, uri) === result))
        return {
          ...base,
          result,
          with: header,
          value: uri,
          message:
            result === 'same'
              ? `${header} says the same.`
              : `${header} ends in the same digits in another form: a verifier that does not know the country code takes it for another number.`,
        };
  if (!first)
    return {
      ...base,
      result: 'alone',
      with: null,
      value: null,
      message: 'The message has no header to compare it with.',
    };
  return {
    ...base,
    result: 'differs',
    with: first[0],
    value: first[1],
    message: `${first[0]} says ${first[1]}: the number was changed after signing, or the token belongs to another call.`,
  };
}

/** Digits that two forms of one number share at their end, at least. */
const SAME_TAIL = 7;

function sameIdentity(claimed: string, uri: string): 'same' | 'form' | 'differs' {
  const number = canonicalNumber(uri);
  const digits = claimed.replace(/[^\d*#]/g, '');
  if (number !== null && /^\+?[\d*#().\s-]+$/.test(claimed)) {
    if (digits === number) return 'same';
    const [short, long] = [digits, number]
      .sort((a, b) => a.length - b.length)
      .map((one) => one.replace(/^0+/, ''));
    return short && long && short.length >= SAME_TAIL && long.endsWith(short) ? 'form' : 'differs';
  }
  const [a, b] = [uriParts(claimed), uriParts(uri)];
  return a.user === b.user && a.host === b.host ? 'same' : 'differs';
}

/** The number of a TEL or SIP URI without what is there for the eye and without `+` (RFC 8224 §8.3); null where it is none. */
export function canonicalNumber(uri: string): string | null {
  const { user } = uriParts(uri);
  return /^\+?[\d*#().\s-]+$/.test(user) && /\d/.test(user) ? user.replace(/[^\d*#]/g, '') : null;
}

function timeCheck(iat: unknown, message: MessageLike): ClaimCheck {
  const seconds = typeof iat === 'number' ? iat : typeof iat === 'string' ? Number(iat) : NaN;
  const [date] = headerValues(message, 'date');
  const base = { claim: 'iat' as const, with: date === undefined ? null : 'Date', value: date ?? null };
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12)
    return {
      ...base,
      result: 'missing',
      claimed: iat === undefined ? null : String(iat),
      message: 'The token has no time (iat), which it has to have.',
    };
  const claimed = new Date(seconds * 1000).toUTCString();
  const sent = dateSeconds(message);
  if (sent === null)
    return {
      ...base,
      result: 'alone',
      claimed,
      message: `The message has no Date that can be read: compare iat with the time at which the request arrived; ${FRESH_SECONDS} seconds are the recommended limit.`,
    };
  const apart = Math.round(seconds - sent);
  if (apart === 0) return { ...base, result: 'same', claimed, message: 'Date says the same.' };
  const distance = `iat is ${Math.abs(apart)} seconds ${apart > 0 ? 'after' : 'before'} Date`;
  return {
    ...base,
    result: 'differs',
    claimed,
    message:
      Math.abs(apart) <= FRESH_SECONDS
        ? `${distance}: a verifier goes by iat.`
        : `${distance}, more than the recommended ${FRESH_SECONDS}: a clock runs wrong, or the token is old (403 Stale Date).`,
  };
}

/** Date in seconds since 1970 (RFC 3261 §20.17); null where it is missing or unreadable. */
function dateSeconds(message: MessageLike): number | null {
  const [date] = headerValues(message, 'date');
  const time = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

/** The result of checking the signature. */
export type Verification =
  | {
      kind: 'valid' | 'invalid';
      certificate: Omit<CertificateInfo, 'publicKey'>;
      /** What else the reader has to know, one sentence each; the chain to a trusted root is never checked. */
      notes: string[];
    }
  | { kind: 'cannot-check'; reason: string };

/**
 * Checks the signature with a certificate, or a public key, in PEM form.
 * @param message needed for the compact form.
 */
export async function verifyPassport(
  read: PassportRead,
  pem: string,
  message?: MessageLike,
): Promise<Verification> {
  const cannot = (reason: string): Verification => ({ kind: 'cannot-check', reason });
  const algorithm = text(read.header?.['alg']) ?? read.parameters.alg ?? 'ES256';
  if (algorithm !== 'ES256') return cannot(`The algorithm is ${algorithm}; only ES256 is checked here.`);
  let signed = `${read.parts[0]}.${read.parts[1]}`;
  let issued = Number(read.payload?.['iat']);
  if (read.form === 'compact') {
    const rebuilt = message && rebuildCompact(read, message);
    if (!rebuilt)
      return cannot('The token has the compact form, and the message does not hold all that was signed.');
    signed = `${toBase64url(rebuilt.header)}.${toBase64url(rebuilt.payload)}`;
    issued = (message && dateSeconds(message)) ?? NaN;
  } else if (!read.header || !read.payload) return cannot('The token cannot be read.');
  const signature = /^[\w-]+$/.test(read.parts[2]) ? fromBase64url(read.parts[2]) : new Uint8Array(0);
  if (signature.length !== 64) return cannot('The signature is not one of ES256: it has to have 64 bytes.');
  let certificate: CertificateInfo;
  try {
    certificate = readPem(pem);
  } catch (error) {
    return cannot(error instanceof Error ? error.message : String(error));
  }
  let valid: boolean;
  try {
    const key = await crypto.subtle.importKey(
      'spki',
      new Uint8Array(certificate.publicKey),
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
    valid = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      new Uint8Array(signature),
      new TextEncoder().encode(signed),
    );
  } catch {
    return cannot('The key of the certificate is no P-256 key, which ES256 needs.');
  }
  const { subject, notBefore, notAfter, authority } = certificate;
  const about = { subject, notBefore, notAfter, authority };
  const notes = [
    'Whether the certificate leads to a root that the verifier trusts, and whether it was revoked, is not checked here.',
  ];
  const at = issued * 1000;
  if (about.notAfter !== null && at > about.notAfter)
    notes.push('The certificate had run out when the token was issued.');
  if (about.notBefore !== null && at < about.notBefore)
    notes.push('The certificate was not valid yet when the token was issued.');
  if (about.notAfter !== null && about.authority.length === 0)
    notes.push(
      'The certificate has no TN Authorization List, so that it names nobody who may sign for numbers (RFC 8226).',
    );
  if (!valid)
    notes.push(
      'Either the token was changed on the way, or it was signed with another key than that of this certificate.',
    );
  return { kind: valid ? 'valid' : 'invalid', certificate: about, notes };
}

function fromBase64url(part: string): Uint8Array {
  try {
    return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
  } catch {
    return new Uint8Array(0);
  }
}

function toBase64url(json: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(json)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
