/** Files of content are plain text: UTF-8 without a byte order mark, LF line ends, no characters that cannot be seen. */
import { isUtf8 } from 'node:buffer';
import type { Problem } from './problem.ts';

/** Longer runs without a blank are no words: the longest in real content is a signed token of 460 characters. */
export const longestWord = 600;
/** Longer blocks are not read by a person with a customer waiting; tables of guides reach 3,000. */
export const longestBlock = 6_000;

const hidden: [RegExp, string, string][] = [
  [/\0/u, 'holds a NUL byte', 'remove it; the file is text'],
  [/\uFFFD/u, 'holds a replacement character', 'write the character that was lost when the file was saved'],

  [/[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u, 'holds a control character', 'remove it'],
  [
    /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
    'holds a character that turns the direction of text',
    'remove it; what is read would not be what is written',
  ],
  [
    /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200D\u2060-\u2064\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/u,
    'holds a character of no width',
    'remove it; searches and copies would miss the word',
  ],
  [/[\u0085\u2028\u2029]/u, 'holds an unusual line end', 'write a plain line end'],
  [
    /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u,
    'holds a blank that is not the usual one',
    'write a plain blank',
  ],
  [
    /[\uE000-\uF8FF\u{F0000}-\u{10FFFF}]/u,
    'holds a private-use character',
    'write a character that every font has',
  ],
  [
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u,
    'mixes letters of two alphabets in one word',
    'write it with Latin letters',
  ],
];

const named = (text: string) => `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text of a file as everything else reads it: whatever its line ends and marks, so that one wrong byte stays one problem. */
function plainText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
}

/** Whether bytes are text at all; of what is none, nothing more is said. */
export const isText = (bytes: Uint8Array) => bytes.length > 0 && utf16(bytes) === undefined;

const utf16 = (bytes: Uint8Array) =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'UTF-16LE'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'UTF-16BE'
      : undefined;

function encoding(bytes: Uint8Array, say: (line: number, message: string) => void) {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(start, end))) {
      say(line, 'holds bytes that are not UTF-8; save the file as UTF-8');
      return;
    }
    start = end + 1;
  }
}

export function checkBytes(file: string, bytes: Uint8Array): Problem[] {
  const problems: Problem[] = [];
  const say = (line: number, message: string) => problems.push({ file, line, key: `line ${line}`, message });
  if (!bytes.length) {
    say(1, 'is empty; write it, or remove the file');
    return problems;
  }
  const other = utf16(bytes);
  if (other) {
    say(1, `is ${other}; save it as UTF-8`);
    return problems;
  }
  const broken = !isUtf8(bytes);
  if (broken) encoding(bytes, say);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    say(1, 'begins with a byte order mark; save it as UTF-8 without one');
  const raw = new TextDecoder('utf-8').decode(bytes);
  const carriage = raw.indexOf('\r');
  if (carriage >= 0)
    say(
      raw.slice(0, carriage).split('\n').length,
      raw[carriage + 1] === '\n'
        ? 'has Windows line ends (CRLF); save it with LF line ends'
        : 'holds a carriage return; save it with LF line ends',
    );
  const lines = plainText(bytes).split('\n');
  for (const [pattern, what, mend] of hidden) {
    if (broken && pattern.test('\uFFFD')) continue;
    const at = lines.findIndex((line) => pattern.test(line));
    if (at >= 0) say(at + 1, `${what} (${named(pattern.exec(lines[at] ?? '')?.[0] ?? '')}); ${mend}`);
  }
  lines.forEach((line, at) => {
    const word = line.split(/\s+/).find((item) => item.length > longestWord && !/^[-|:]+$/.test(item));
    if (word)
      say(
        at + 1,
        `has ${word.length.toLocaleString('en')} characters without a blank ("${word.slice(0, 20)}…"), at most ${longestWord}; shorten or split it`,
      );
  });
  let first = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (lines[at]?.trim()) continue;
    const length = lines.slice(first, at).join('\n').length;
    // Entries of a YAML file stand close together; a value that is too long is found by its key.
    if (length > longestBlock && /\.(mdx|md|sip)$/.test(file))
      say(
        first + 1,
        `is a block of ${length.toLocaleString('en')} characters, at most ${longestBlock}; split it by blank lines`,
      );
    first = at + 1;
  }
  return problems;
}
