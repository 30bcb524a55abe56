/**
 * Finds the start line of a SIP message in a line of text, wherever it stands.
 * Nothing but `SIP/2.0`, three digits and a blank or the end makes a status line
 * (RFC 3261 §7.2): a cut-off `SIP/2.0 48` or a longer number is none.
 */

export interface StartLine {
  /** Where it starts in the line, and where it ends. */
  at: number;
  end: number;
  kind: 'request' | 'response';
  /** The start line alone. */
  text: string;
  code: number | null;
  phrase: string | null;
  method: string | null;
  uri: string | null;
}

/** Methods of the IANA registry, needed where a request starts in the middle of a line. */
const methods =
  'INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE';
const insideRequest = new RegExp(`(?:${methods})[ \\t]{1,8}(?:sips?|tel|urn):\\S{1,2000}[ \\t]{1,8}$`);

const digit = (unit: number): boolean => unit >= 48 && unit <= 57;
const blank = (unit: number): boolean => unit === 32 || unit === 9;

/** The first start line in a line, or null. */
export function findStart(line: string): StartLine | null {
  let from = 0;
  // A line with very many `SIP/2.0` is no log line; the first hundred are enough.
  for (let tries = 0; tries < 100; tries += 1) {
    const at = nextVersion(line, from);
    if (at < 0) return null;
    const found = startAt(line, at);
    if (found) return found;
    from = at + 4;
  }
  return null;
}

/** The start line whose version stands at this place, or null. */
export function startAt(line: string, at: number): StartLine | null {
  return statusLine(line, at) ?? requestLine(line, at);
}

function nextVersion(line: string, from: number): number {
  const at = line.indexOf('SIP/', from);
  if (at >= 0 || from > 0) return at;
  // The version may be written in small letters (RFC 3261 §7.1), but then only at the start.
  return /^\s{0,40}sip\/2\.0[ \t]/.test(line.slice(0, 60)) ? line.indexOf('sip/') : -1;
}

/** A status line that starts at this place. */
function statusLine(line: string, at: number): StartLine | null {
  if (line.slice(at + 3, at + 7) !== '/2.0') return null;
  let place = at + 7;
  while (blank(line.charCodeAt(place)) && place < at + 20) place += 1;
  if (place === at + 7) return null;
  const code = line.slice(place, place + 3);
  const after = line.charCodeAt(place + 3);
  if (!/^[1-9]\d\d$/.test(code) || digit(after)) return null;
  // After the number: a blank, the end, or what closes a quotation around it.
  const next = line[place + 3];
  const closed =
    next === undefined || /["'`\\*<)\],]/.test(next) || (next === '.' && place + 4 === line.length);
  if (!closed && !blank(after)) return null;
  const text = line.slice(at);
  return {
    at,
    end: line.length,
    kind: 'response',
    text: text.trimEnd(),
    code: Number(code),
    phrase: line.slice(place + 3).trim(),
    method: null,
    uri: null,
  };
}

/** A request line that ends with the version at this place. */
function requestLine(line: string, at: number): StartLine | null {
  const version = /^SIP\/\d\.\d(?![\d/])/i.exec(line.slice(at, at + 9))?.[0];
  if (!version || !blank(line.charCodeAt(at - 1))) return null;
  const before = line.slice(0, at);
  const rest = line.slice(at + version.length);
  // At the start of the line any token is a method, and the address may be broken (RFC 4475).
  const whole = /^\s*([!#-'*+\-.0-9A-Z^-z|~]{1,80})[ \t]+(\S)/.exec(before.slice(0, 400));
  if (whole && rest.trim() === '' && looksLikeMethod(whole[1] ?? '', before)) {
    const method = whole[1] ?? '';
    const start = line.indexOf(method);
    return {
      at: start,
      end: at + version.length,
      kind: 'request',
      text: line.slice(start, at + version.length),
      code: null,
      phrase: null,
      method,
      uri: before.slice(start + method.length).trim(),
    };
  }
  const window = before.slice(-2100);
  const inside = insideRequest.exec(window);
  if (!inside) return null;
  const start = before.length - window.length + inside.index;
  const text = line.slice(start, at + version.length);
  const [method = '', uri = ''] = text.split(/[ \t]+/, 2);
  return {
    at: start,
    end: at + version.length,
    kind: 'request',
    text,
    code: null,
    phrase: null,
    method,
    uri,
  };
}

/** A token followed by something like an address: not the first word of a log line. */
function looksLikeMethod(token: string, before: string): boolean {
  if (/^(?:Via|v)$/i.test(token) || token.endsWith(':')) return false;
  const uri = before.slice(before.indexOf(token) + token.length).trim();
  if (new RegExp(`^(?:${methods})$`).test(token)) return true;
  return token === token.toUpperCase() || token.includes('%')
    ? /^<?[A-Za-z][A-Za-z0-9+.-]*:/.test(uri) && !/^\w+:\s/.test(uri)
    : /^<?(?:sips?|tel|urn):/i.test(uri) && !/[ \t]/.test(uri) && /[^A-Za-z]/.test(token);
}
