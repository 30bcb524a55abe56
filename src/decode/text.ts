/**
 * Small readers of text. All of them run in linear time whatever they are given: no regular
 * expression here can backtrack over more than a few characters.
 */
import { table } from '../sip/table.ts';

/** Parts of a header value kept at most; a hostile value has thousands. */
export const maxParts = 100;

/**
 * Splits at a separator that stands outside quoted text and angle brackets.
 * Gives at most {@link maxParts} parts; the rest is dropped.
 */
export function splitOutside(value: string, separator: string): string[] {
  if (!value.includes(separator)) return [value.trim()];
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  let angle = false;
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '<') angle = true;
    else if (char === '>') angle = false;
    else if (char === separator && !angle) {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
      if (parts.length >= maxParts) return parts;
    }
  }
  parts.push(value.slice(start).trim());
  return parts;
}

/** Takes the quotes off a quoted string and resolves `\"`; other text is given back trimmed. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  const inner = trimmed.endsWith('"') && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed.slice(1);
  return inner.includes('\\') ? inner.replace(/\\(.)/gs, '$1') : inner;
}

/** `a=1;b="x"` as a map: names in lower case, values unquoted, a name without value is ''. */
export function parameters(parts: readonly string[]): Record<string, string> {
  const found = table<string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (name === '' || name in found) continue;
    found[name] = equals < 0 ? '' : unquote(part.slice(equals + 1));
  }
  return found;
}

/** A whole number at the start of the text, or null; 16 digits and more are no number to count with. */
export function leadingNumber(text: string): number | null {
  const digits = /^\s{0,99}(\d{1,15})(?!\d)/.exec(text.slice(0, 120))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** UTF-8 bytes of a text; a lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(at + 1))) {
      bytes += 4;
      at += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** A 53-bit hash: tells copies of a message without keeping a second copy of its text. */
export function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/**
 * A piece of a trace for a sentence: control and direction characters out, cut where it is long.
 * A page still has to put it in as text, never as markup.
 */
export function short(text: string, length = 100): string {
  const plain = text
    .slice(0, length * 4)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return plain.length > length ? `${plain.slice(0, length).trimEnd()}…` : plain;
}
