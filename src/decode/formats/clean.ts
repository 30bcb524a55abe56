/**
 * Takes off a line what programs, terminals and web pages put around the text.
 */
import { table } from '../../sip/table.ts';

const escapes =
  /\u001b\[[0-9;?]{0,20}[A-Za-z]|\u001b[()][A-Z0-9]|\^\[\[[0-9;]{0,20}m|\\(?:u001b|x1b|033|e)\[[0-9;]{0,20}m/gi;
/** Colours whose escape character was lost on the way: `[0m` at an end, `[m[m` before a word. */
const bareColour = /^(?:\[\d{0,3}(?:;\d{1,3}){0,4}m)+|(?:\[\d{0,3}(?:;\d{1,3}){0,4}m)+$/g;
const entities: Record<string, string> = table({
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
  '#x22': '"',
  '#60': '<',
  '#62': '>',
  '#x3c': '<',
  '#x3e': '>',
  '#x2f': '/',
  '#47': '/',
  '#160': ' ',
  '#13': '',
  '#xd': '',
});

/** Removes colours, a byte order mark, NULs and the carriage return at the end. */
export function cleanLine(line: string): string {
  let text = line.endsWith('\r') ? line.slice(0, -1) : line;
  // A carriage return as viewers and loggers show it.
  if (/(?:\^M|#015|\\r|␍)$/.test(text.slice(-4))) text = text.replace(/(?:\^M|#015|\\r|␍)$/, '');
  if (text.includes('\u0000')) text = text.replaceAll('\u0000', '');
  if (text.includes('\ufeff')) text = text.replaceAll('\ufeff', '');
  if (
    text.includes('\u001b') ||
    text.includes('[[') ||
    (text.includes('\\') && /\\(?:u001b|x1b|033|e)\[/i.test(text))
  )
    text = text.replace(escapes, '');
  if (text.startsWith('[') || text.endsWith('m')) text = text.replace(bareColour, '');
  // AudioCodes puts the time behind the line.
  if (text.endsWith(']') && text.includes('[Time:')) text = text.replace(/\s{0,40}\[Time:[^\]]{1,40}\]$/, '');
  if (text.includes('\u00a0')) text = text.replaceAll('\u00a0', ' ');
  return text;
}

/** True where the line holds HTML escapes as a web page shows them. */
export function isHtmlEscaped(line: string): boolean {
  return line.includes('&') && /&(?:lt|gt|quot|amp|nbsp|#\d{2,3}|#x[0-9a-f]{1,2});/i.test(line);
}

/** Resolves HTML escapes; twice, because pages escape what was escaped already. */
export function unescapeHtml(line: string): string {
  const once = (text: string): string =>
    text.replace(/&([a-z]{2,4}|#\d{2,3}|#x[0-9a-f]{1,2});/gi, (whole, name: string) => {
      return entities[name.toLowerCase()] ?? whole;
    });
  const first = once(line);
  return isHtmlEscaped(first) ? once(first) : first;
}

/** Lines of a text whose lines end in `<br>`; tags that only wrap it are dropped. */
export function splitBreaks(line: string): string[] {
  return line
    .split(/<br\s{0,3}\/?>/i)
    .map((part) => part.replace(/<\/?(?:pre|code|p|div|span|font|b|strong)(?:\s[^<>]{0,200})?>/gi, ''));
}
