/**
 * Checks a password against a recorded Authorization or Proxy-Authorization header (RFC 2617, RFC 7616, RFC 8760;
 * RFC 3261 §22.4). Where it does not fit as recorded, other realms, users, URIs, methods and algorithms are tried:
 * "the password is right, but the phone used another realm" is what the person needs to hear.
 * Pure; keeps nothing.
 */
import {
  type DigestAlgorithm,
  digestAlgorithms,
  digestParameters,
  type DigestInput,
  hexDigest,
  responseFromStored,
  storedHash,
} from '../sip/digest.ts';
import { headerName } from '../sip/message.ts';
import { headerValues, requestLine, uriOf, uriParts, type MessageLike } from './message-like.ts';

const encoder = new TextEncoder();

/** What was recorded. */
export interface RecordedCredentials {
  /** Value of Authorization or Proxy-Authorization. */
  header: string;
  /** Method of the request it stands in. */
  method: string;
  /** Body of the request as text; null or left out where it is not known. Only auth-int needs it. */
  body?: string | null;
}

/** What else the client may have used, from the trace. See `candidatesOf`. */
export interface Candidates {
  realms?: readonly string[];
  usernames?: readonly string[];
  uris?: readonly string[];
  methods?: readonly string[];
}

export interface PasswordDifference {
  what: 'realm' | 'username' | 'uri' | 'method' | 'algorithm' | 'qop' | 'blanks';
  /** As the header says it. */
  recorded: string;
  /** With which the response was in fact computed. */
  used: string;
}

export type PasswordVerdict =
  /** The response is what this password gives. `hashed`: the text is the stored hash (HA1) rather than the password. */
  | {
      kind: 'right';
      algorithm: DigestAlgorithm;
      qop: DigestInput['qop'];
      encoding: 'UTF-8' | 'ISO-8859-1';
      hashed: boolean;
    }
  /** The password is right, but the response was computed with something other than the header says. */
  | { kind: 'right-but'; differences: PasswordDifference[] }
  /** No combination fits. `unknown` names what could not be tried. */
  | { kind: 'wrong'; tried: number; unknown: string[] }
  /** The header cannot be checked; `reason` is a sentence. */
  | { kind: 'cannot-check'; reason: string };

/** Combinations tried at most: some tenths of a second. */
const MOST_TRIES = 20_000;
/** Candidates of one sort that are tried. */
const MOST_CANDIDATES = 40;

/** One thing that may differ from what the header says. */
interface Choice {
  what: PasswordDifference['what'];
  recorded: string;
  used: string;
  change: Partial<DigestInput>;
}

/**
 * Checks a password, or a stored HA1.
 * @param candidates what else to try; see `candidatesOf`.
 */
export function checkPassword(
  { header, method, body }: RecordedCredentials,
  password: string,
  candidates: Candidates = {},
): PasswordVerdict {
  const { params, scheme } = digestParameters(header);
  const cannot = (reason: string): PasswordVerdict => ({ kind: 'cannot-check', reason });
  if (!/^digest$/i.test(scheme)) return cannot(`The header uses ${scheme || 'no scheme'}, not Digest.`);
  const missing = ['username', 'realm', 'nonce', 'uri', 'response'].filter(
    (name) => params[name] === undefined && !(name === 'username' && params['username*'] !== undefined),
  );
  if (missing.length > 0) return cannot(`The header has no ${missing.join(', no ')}.`);
  const named = params['algorithm'] ?? 'MD5';
  const algorithm = digestAlgorithms.find((known) => known.toLowerCase() === named.toLowerCase());
  if (!algorithm) return cannot(`The algorithm ${named} is not known here.`);
  const qopText = params['qop']?.toLowerCase();
  if (qopText !== undefined && qopText !== 'auth' && qopText !== 'auth-int')
    return cannot(`The qop ${params['qop']} is not known here.`);
  const response = (params['response'] ?? '').toLowerCase();
  const length = algorithm.startsWith('MD5') ? 32 : 64;
  if (!/^[0-9a-f]+$/.test(response) || (response.length !== 32 && response.length !== 64))
    return cannot('The response in the header is no digest: 32 or 64 hexadecimal digits are expected.');

  const recorded: DigestInput = {
    algorithm,
    method,
    uri: params['uri'] ?? '',
    username: params['username'] ?? extendedValue(params['username*'] ?? ''),
    realm: params['realm'] ?? '',
    nonce: params['nonce'] ?? '',
    nc: params['nc'] ?? '',
    cnonce: params['cnonce'] ?? '',
    qop: qopText ?? null,
    body: encoder.encode(body ?? ''),
  };
  const hidden = params['userhash']?.toLowerCase() === 'true';
  const unknown: string[] = [];
  if (qopText === 'auth-int' && (body === undefined || body === null))
    unknown.push('auth-int needs the body of the request, which is not in the trace');
  if (hidden && !candidates.usernames?.length)
    unknown.push('the user name is hashed (userhash), and no user name of the trace is known');

  const cache = new Map<string, string>();
  const secrets = passwordForms(password);
  let tried = 0;
  const fits = (input: DigestInput, secret: Secret): boolean => {
    tried += 1;
    if (response.length !== (input.algorithm.startsWith('MD5') ? 32 : 64)) return false;
    if (secret.stored !== undefined) return responseFromStored(input, secret.stored) === response;
    const key = `${secret.key}\0${input.algorithm.replace('-sess', '')}\0${input.username}\0${input.realm}`;
    const stored = cache.get(key) ?? storedHash(input, secret.bytes);
    cache.set(key, stored);
    return responseFromStored(input, stored) === response;
  };
  const anySecret = (input: DigestInput): Secret | undefined => secrets.find((secret) => fits(input, secret));

  // With userhash the header has the hash of the user name: only names that give that hash are as recorded.
  const asRecorded = hidden
    ? (candidates.usernames ?? [])
        .slice(0, MOST_CANDIDATES)
        .filter(
          (name) => hexDigest(algorithm, `${name}:${recorded.realm}`) === recorded.username.toLowerCase(),
        )
        .map((username) => ({ ...recorded, username }))
    : [recorded, { ...recorded, username: unquoted(recorded.username), realm: unquoted(recorded.realm) }];
  for (const input of asRecorded) {
    const secret = anySecret(input);
    if (!secret) continue;
    if (secret.trimmed)
      return {
        kind: 'right-but',
        differences: [{ what: 'blanks', recorded: password, used: password.trim() }],
      };
    return {
      kind: 'right',
      algorithm,
      qop: recorded.qop,
      encoding: secret.encoding,
      hashed: secret.stored !== undefined,
    };
  }

  const base = asRecorded[0] ?? recorded;
  const choices = choicesFor(base, candidates, response.length === length ? response.length : null, body);
  const differ = (some: Choice[]): PasswordVerdict | undefined => {
    const input = some.reduce<DigestInput>((sum, { change }) => ({ ...sum, ...change }), base);
    const secret = anySecret(input);
    if (!secret) return undefined;
    const differences = some.map(({ what, recorded: was, used }) => ({ what, recorded: was, used }));
    if (secret.trimmed) differences.push({ what: 'blanks', recorded: password, used: password.trim() });
    return { kind: 'right-but', differences };
  };
  for (const choice of choices) {
    const verdict = differ([choice]);
    if (verdict) return verdict;
  }
  for (const [index, first] of choices.entries())
    for (const second of choices.slice(index + 1)) {
      if (first.what === second.what) continue;
      if (tried > MOST_TRIES) return { kind: 'wrong', tried, unknown };
      const verdict = differ([first, second]);
      if (verdict) return verdict;
    }
  return { kind: 'wrong', tried, unknown };
}

/** One way to read what was typed. */
interface Secret {
  key: string;
  bytes: Uint8Array;
  encoding: 'UTF-8' | 'ISO-8859-1';
  trimmed: boolean;
  /** The text is itself H(username:realm:password). */
  stored?: string;
}

/** The password as typed, normalised (RFC 8265 asks for NFC), in Latin-1, without blanks at its ends, or as HA1. */
function passwordForms(password: string): Secret[] {
  const forms: Secret[] = [];
  const add = (text: string, trimmed: boolean): void => {
    for (const form of new Set([text, text.normalize('NFC')]))
      forms.push({ key: `u${form}`, bytes: encoder.encode(form), encoding: 'UTF-8', trimmed });
    if (/[^\x00-\x7f]/.test(text) && /^[\x00-\xff]*$/.test(text.normalize('NFC')))
      forms.push({
        key: `l${text}`,
        bytes: Uint8Array.from(text.normalize('NFC'), (char) => char.charCodeAt(0)),
        encoding: 'ISO-8859-1',
        trimmed,
      });
  };
  add(password, false);
  if (password.trim() !== password) add(password.trim(), true);
  const hex = password.trim().toLowerCase();
  if (/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(hex))
    forms.push({ key: 'ha1', bytes: new Uint8Array(0), encoding: 'UTF-8', trimmed: false, stored: hex });
  return forms;
}

function choicesFor(
  base: DigestInput,
  candidates: Candidates,
  length: number | null,
  body: string | null | undefined,
): Choice[] {
  const choices: Choice[] = [];
  const among = (what: 'realm' | 'username' | 'uri' | 'method', values: readonly string[] = []) => {
    for (const used of [...new Set(values)].filter((value) => value !== base[what]).slice(0, MOST_CANDIDATES))
      choices.push({ what, recorded: base[what], used, change: { [what]: used } });
  };
  among('realm', candidates.realms);
  among('username', candidates.usernames);
  among('uri', candidates.uris);
  // ACK and CANCEL carry the credentials of their INVITE (RFC 3261 §22.1).
  among(
    'method',
    base.method === 'ACK' || base.method === 'CANCEL'
      ? ['INVITE', ...(candidates.methods ?? [])]
      : candidates.methods,
  );
  for (const used of digestAlgorithms)
    if (used !== base.algorithm && (length === null || used.startsWith('MD5') === (length === 32)))
      choices.push({ what: 'algorithm', recorded: base.algorithm, used, change: { algorithm: used } });
  for (const used of [null, 'auth', 'auth-int'] as const)
    if (
      used !== base.qop &&
      !(used === 'auth-int' && (body === undefined || body === null)) &&
      !(used === 'auth' && base.cnonce === '')
    )
      choices.push({
        what: 'qop',
        recorded: base.qop ?? 'none',
        used: used ?? 'none',
        change: { qop: used },
      });
  return choices;
}

/** What a trace offers to try: each realm, user, URI and method that stands in it. */
export function candidatesOf(messages: readonly MessageLike[]): Required<Candidates> {
  const realms = new Set<string>();
  const usernames = new Set<string>();
  const uris = new Set<string>();
  const methods = new Set<string>();
  for (const message of messages) {
    const request = requestLine(message);
    if (request) {
      methods.add(request.method);
      uris.add(request.uri);
      if (uriParts(request.uri).host) realms.add(uriParts(request.uri).host);
    }
    for (const { name, value } of message.headers) {
      switch (headerName(name)) {
        case 'www-authenticate':
        case 'proxy-authenticate':
        case 'authorization':
        case 'proxy-authorization': {
          const { params } = digestParameters(value);
          if (params['realm']) realms.add(params['realm']);
          if (params['username'] && params['userhash']?.toLowerCase() !== 'true')
            usernames.add(params['username']);
          if (params['uri']) uris.add(params['uri']);
          break;
        }
        case 'from':
        case 'to':
        case 'contact':
        case 'p-asserted-identity':
        case 'p-preferred-identity': {
          const uri = uriOf(value);
          const { user, host } = uriParts(uri);
          uris.add(uri);
          if (user) usernames.add(user).add(`${user}@${host}`);
          if (host) realms.add(host);
        }
      }
    }
    const [cseq] = headerValues(message, 'cseq');
    const method = cseq?.trim().split(/\s+/)[1];
    if (method) methods.add(method);
  }
  return { realms: [...realms], usernames: [...usernames], uris: [...uris], methods: [...methods] };
}

/** A quoted string without its backslashes (RFC 3261 §25.1: quoted-pair). */
function unquoted(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** `UTF-8''J%C3%A4s%C3%B8n`: the extended form of RFC 8187. */
function extendedValue(text: string): string {
  const [, value = text] = /^UTF-8'[^']*'(.*)$/i.exec(text) ?? [];
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
