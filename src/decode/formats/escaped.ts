/**
 * Messages written as one string: JSON, a Python bytes literal, a log that escapes its line ends.
 */
import { startAt } from '../start-line.ts';
import { table } from '../../sip/table.ts';

export interface EscapedPart {
  /** Text before the message on that line: may hold time and addresses. */
  before: string;
  /** The message, line ends resolved. */
  message: string;
  /** Text after the closing quote. */
  after: string;
}

const simple: Record<string, string> = table({ n: '\n', r: '\r', t: '\t', b: '', f: '', '0': '' });

/** Resolves backslash escapes once. Unknown ones keep their character. */
export function unescapeOnce(text: string): string {
  return text.replace(
    /\\(?:u\{?([0-9a-f]{4})\}?|x([0-9a-f]{2})|(.))/gis,
    (_whole, unicode?: string, hex?: string, char?: string) => {
      const code = unicode ?? hex;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return simple[char ?? ''] ?? char ?? '';
    },
  );
}

/** True where a line holds a SIP message with escaped line ends. */
export function hasEscapedMessage(line: string): boolean {
  return (
    line.includes('SIP/2.0') &&
    (line.includes('\\r\\n') ||
      line.includes('\\n') ||
      line.includes('\\015') ||
      /\\u000[da]|#01[25]/i.test(line))
  );
}

/**
 * The messages of such a line, in order. Linear: each character is looked at a fixed number of times.
 */
export function escapedParts(line: string): EscapedPart[] {
  let text = line.replaceAll('#015#012', '\\r\\n').replaceAll('#015', '').replaceAll('#012', '\\n');
  if (text.includes('\\015\\012')) text = text.replaceAll('\\015\\012', '\\r\\n');
  // JSON within JSON: take off one level until line ends are escaped once.
  for (let level = 0; level < 4 && /\\\\+r\\\\+n|\\\\+n/.test(text); level += 1)
    text = text.replace(/\\\\/g, '\\').replace(/\\(["'])/g, '$1');
  const parts: EscapedPart[] = [];
  let from = 0;
  let at = -1;
  while ((at = text.indexOf('SIP/2.0', Math.max(from, at + 1))) >= 0) {
    // A status line goes on with a blank, a request line ends here: anything else is quickly passed.
    if (!/^(?: {1,8}\d{3}|\s{0,8}\\[rnu])/.test(text.slice(at + 7, at + 20))) continue;
    const lineStart = Math.max(
      from,
      at - 2100,
      lastLineEnd(text.slice(Math.max(from, at - 2100), at)) + Math.max(from, at - 2100),
    );
    const segmentEnd = /\\[rnu]/.exec(text.slice(at, at + 2000));
    if (!segmentEnd) continue;
    const start = startAt(text.slice(lineStart, at + segmentEnd.index), at - lineStart);
    if (!start) continue;
    const begin = lineStart + start.at;
    const quote = text[begin - 1] ?? '';
    const end = /["'`]/.test(quote) ? closing(text, begin, quote) : text.length;
    parts.push({
      before: text.slice(Math.max(from, begin - 600), begin),
      message: unescapeOnce(text.slice(begin, end)),
      after: text.slice(end + 1, end + 601),
    });
    from = end + 1;
  }
  return parts;
}

/** Place behind the last escaped line end in a piece of text; 0 where it has none. */
function lastLineEnd(piece: string): number {
  const last = Math.max(piece.lastIndexOf('\\n'), piece.lastIndexOf('\\r'));
  return last < 0 ? 0 : last + 2;
}

/** Where the string ends: the first quote of its kind that no backslash escapes. */
function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}
