/** Tells the first line of a SIP message from everything else, in bytes. */

/** Longest first line that is looked for: room for a request that earns a 414. */
export const LONGEST_LINE = 65_536;

const LF = 10;
const CR = 13;
const COLON = 58;

/** RFC 3261 §7.1 and §7.2. Any version, any token as method: what a stack refuses must be seen too. */
const START_LINE =
  /^(?:SIP\/\d+\.\d+[ \t]+\d{3}(?:[ \t].*)?|[!#$%&'*+\-.^_`|~\w]{1,64}[ \t]+[^ \t].*[ \t]SIP\/\d+\.\d+[ \t]*)\r?$/i;

const latin1 = new TextDecoder('latin1');

/**
 * Whether a message starts at `at`; `more` where the line is not complete yet.
 * @param final no more bytes will come, so an incomplete line counts as it is.
 */
export function startsSip(bytes: Uint8Array, at = 0, final = false): 'yes' | 'no' | 'more' {
  const first = bytes[at];
  if (first === undefined) return final ? 'no' : 'more';
  if (first <= 32 || first > 126) return 'no';
  const end = bytes.indexOf(LF, at);
  const length = (end < 0 ? bytes.length : end) - at;
  if (length > LONGEST_LINE) return 'no';
  if (end < 0 && !final) return canStart(bytes, at) ? 'more' : 'no';
  return START_LINE.test(latin1.decode(bytes.subarray(at, at + length))) ? 'yes' : 'no';
}

/** Whether the first characters could become a method or `SIP/2.0`: printable, with a blank soon. */
function canStart(bytes: Uint8Array, at: number): boolean {
  for (let index = at; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte === 32 || byte === 9) return index > at;
    if (byte < 33 || byte > 126 || index - at > 64) return false;
  }
  return true;
}

/**
 * Where the next message starts, counted from a line's start at or after `from`; -1 where none does.
 * Stricter than `startsSip`: a header must follow, since a body may quote a status line.
 */
export function nextStart(bytes: Uint8Array, from: number): number {
  for (let at = from; at >= 0 && at < bytes.length;) {
    const lineEnd = bytes.indexOf(LF, at);
    if (lineEnd < 0) return -1;
    if (startsSip(bytes, at) === 'yes' && isHeaderLine(bytes, lineEnd + 1)) return at;
    at = lineEnd + 1;
  }
  return -1;
}

function isHeaderLine(bytes: Uint8Array, at: number): boolean {
  for (let index = at; index < bytes.length && index - at < 64; index++) {
    const byte = bytes[index] as number;
    if (byte === COLON) return index > at;
    if (byte === LF || byte === CR) return false;
  }
  return false;
}

/** Skips the empty lines that may stand before a message (RFC 3261 §7.5) or keep a connection alive (RFC 5626 §3.5.1). */
export function skipEmptyLines(bytes: Uint8Array, from = 0): number {
  let at = from;
  while (bytes[at] === CR || bytes[at] === LF) at += 1;
  return at;
}
