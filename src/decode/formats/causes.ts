/**
 * Q.850 causes outside SIP messages: in Q.931 debugs, call records and log lines.
 * The cause octet has its top bit set (Q.931 §4.5.12): octet 0x90 is cause 16.
 */
import type { CauseSeen } from '../types.ts';
import { causeNames } from './cause-names.ts';

const names = Object.keys(causeNames)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A constant in the places where FreeSWITCH, Kazoo and carriers write the cause of a hangup. */
const constant = new RegExp(
  String.raw`(?:cause["'\\]{0,3}\s{0,3}[:=]?\s{0,3}["'\\[(]{0,3}|Hangup \S{1,200} \[\w{1,30}\] \[|\[)(?<name>${names})(?![A-Z_a-z])`,
  'gi',
);

interface Pattern {
  where: string;
  has: RegExp;
  pattern: RegExp;
  /** Reads the cause from the match. */
  read?: (match: RegExpExecArray) => number | null;
}

const plain = (match: RegExpExecArray): number | null => Number(match.groups?.['cause']);

/** Cause of the octets behind location and, where its top bit is clear, recommendation (Q.931 §4.5.12). */
export function causeOfOctets(octets: readonly number[]): number | null {
  let at = 0;
  while (at < octets.length && at < 2 && ((octets[at] ?? 0) & 0x80) === 0) at += 1;
  const octet = octets[at + 1];
  return octet === undefined || (octet & 0x80) === 0 ? null : octet & 0x7f;
}

function hexPairs(text: string): number[] {
  return (text.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
}

const patterns: Pattern[] = [
  {
    // libpri: [08 02 81 90]
    where: 'cause octets',
    has: /\[\s?08 /,
    pattern: /\[\s?08 (?<length>0[2-9a-f]|1[0-9a-f]) (?<octets>(?:[0-9a-f]{2} ?){2,30})\]/i,
    read: (match) => causeOfOctets(hexPairs(match.groups?.['octets'] ?? '')),
  },
  {
    // libpri: Ext: 1  Cause: Normal Clearing (16), class = Normal Event (1) ]
    where: 'cause',
    has: /Cause: /,
    pattern: /Ext: \d\s{1,4}Cause: [^()\n]{0,80}\((?<cause>\d{1,3})\)/,
  },
  {
    // Cisco: Cause i = 0x8090 - Normal call clearing; 0x82AC18 has a diagnostic behind
    where: 'cause octets',
    has: /Cause i\s?=/,
    pattern: /Cause i\s?= ?0x(?<octets>[0-9a-f]{4,40})/i,
    read: (match) => causeOfOctets(hexPairs(match.groups?.['octets'] ?? '')),
  },
  {
    // CAPI: 0x34 and the octet
    where: 'cause octets',
    has: /0x34/i,
    pattern: /\b0x34(?<octet>[89a-f][0-9a-f])\b/i,
    read: (match) => Number.parseInt(match.groups?.['octet'] ?? '0', 16) & 0x7f,
  },
  {
    // Cisco and Wireshark: Disconnect Cause (CC)    : 16; Cause Value=16; Cause value: User busy (17)
    where: 'cause',
    has: /Cause/,
    pattern: /Disconnect Cause \(CC\)\s{0,10}: (?<cause>\d{1,3})\b|Cause Value ?= ?(?<cause2>\d{1,3})\b/i,
    read: (match) => Number(match.groups?.['cause'] ?? match.groups?.['cause2']),
  },
  {
    where: 'cause',
    has: /Cause (?:value|indicator)/i,
    pattern: /Cause (?:value|indicator)[^()\n]{0,80}\((?:0x(?<hex>[0-9a-f]{1,2})|(?<cause>\d{1,3}))\)/i,
    read: (match) =>
      match.groups?.['hex'] ? Number.parseInt(match.groups['hex'], 16) : Number(match.groups?.['cause']),
  },
  {
    // Cisco: disconnectCause hex in records: DisconnectCause=11, with its text in decimal
    where: 'cause',
    has: /DisconnectText/,
    pattern: /DisconnectText=[^()\n]{0,60}\((?<cause>\d{1,3})\)/i,
  },
  {
    where: 'log line',
    has: /cause=0x/i,
    pattern:
      /(?:ccCallDisconnect|disc_?cause|disconnect|release)[^\n]{0,120}\bcause ?= ?0x(?<hex>[0-9a-f]{1,2})\b/i,
    read: (match) => Number.parseInt(match.groups?.['hex'] ?? '0', 16),
  },
  {
    // Asterisk: got hangup request, cause 16; Hangup cause: 21; HANGUPCAUSE=17
    where: 'log line',
    has: /hang ?up/i,
    pattern:
      /hang ?up(?:_| )?(?:request|req)?[^\n\d]{0,30}?cause(?:_?code)?["'\])]{0,3}\s{0,3}[:=]?\s{0,3}["'[(]{0,2}(?<cause>\d{1,3})(?![\d.])/i,
  },
  {
    where: 'log line',
    has: /q\.?850/i,
    pattern:
      /q\.?850(?!;cause)[^\n\d]{0,24}?(?:cause)?["'\]\\]{0,3}\s{0,3}[:=]?\s{0,3}["'[(\\]{0,3}(?<cause>\d{1,3})(?![\d.])/i,
  },
  {
    // CUCM call records
    where: 'call record',
    has: /Cause_value/,
    pattern: /(?:orig|dest)Cause_value["']?\s{0,3}[:=]\s{0,3}["']?(?<cause>\d{1,3})(?!\d)/,
  },
  {
    // A Reason header that a log line repeats
    where: 'Reason in a log line',
    has: /Q\.850;/i,
    pattern: /Q\.850\s{0,3};\s{0,3}cause\s{0,3}=\s{0,3}(?<cause>\d{1,3})(?!\d)/i,
  },
  {
    // Asterisk manager and mISDN
    where: 'log line',
    has: /cause/i,
    pattern:
      /(?:^Cause: |-->? ?cause:|\bISDN cause[ :=]{1,3}|\b(?:disconnect|release|clearing) cause[ :=]{1,3})(?<cause>\d{1,3})(?![\d.])/i,
  },
];

/** Causes one line names, at most one for each way of writing them. */
export function findCauses(text: string, line: number): CauseSeen[] {
  if (!/cause|\[\s?08 |0x34|q\.?850|\[[A-Z_]{6,}\]|hang ?up|DisconnectText/i.test(text)) return [];
  const found: CauseSeen[] = [];
  const add = (cause: number | null, where: string, name: string | null): void => {
    if (cause === null || !Number.isInteger(cause) || cause < 1 || cause > 127) return;
    if (found.some((other) => other.cause === cause)) return;
    found.push({ cause, line, name, where });
  };
  for (const { where, has, pattern, read } of patterns) {
    if (!has.test(text)) continue;
    const match = pattern.exec(text);
    if (match) add((read ?? plain)(match), where, null);
  }
  if (/[A-Z]_[A-Z]|INTERWORKING|cause/i.test(text)) {
    for (const match of text.matchAll(constant)) {
      const name = match.groups?.['name'] ?? '';
      add(causeNames[name.toUpperCase()] ?? null, 'constant', name);
      if (found.length > 20) break;
    }
  }
  return found;
}
