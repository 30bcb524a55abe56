/**
 * Notations of codes and causes in what people paste: status lines, Reason headers, log lines, hex, DSS1 octets,
 * CAPI reasons, vendors' numbers. Works on any text, one line or many.
 */
import { isQ850 } from '../sip/q850.ts';
import { codeEndings } from './query.ts';

export interface Notation {
  kind: 'code' | 'cause' | 'class';
  value: number;
  /** Place in the text, for the order of the answers. */
  at: number;
  /** How sure the reading is: 3 says so itself, 2 is the only sensible reading, 1 is a guess. */
  certainty: 1 | 2 | 3;
  /** The text that was read so. */
  text: string;
}

/** From a DSS1 octet, a CAPI reason or a hex number to a cause; undefined where none is meant. */
function causeFromHex(hex: string): number | undefined {
  const value = Number.parseInt(hex, 16);
  if (Number.isNaN(value)) return undefined;
  const octet = value >= 0x3400 && value <= 0x34ff ? value & 0xff : value;
  if (octet > 0xff) return undefined;
  const cause = octet & 0x7f;
  return cause === 0 ? undefined : cause;
}

/** Units of what a number in front of them measures. */
const units = /^\s*(?:s|secs?|seconds?|m|mins?|minutes?|ms|h|hours?|kbit|kb|bytes?|%)(?![\p{L}\d])/iu;

/** What it counts: more than one, and without the capital that begins a reason phrase. */
const counted =
  /^\s*(?:calls|channels|users|phones|handsets|devices|extensions|lines|accounts|subscribers|customers|agents|trunks|peers|endpoints|sessions|registrations|packets|messages|requests|contacts|times)(?![\p{L}\d])/u;

/** Whether a text begins with what a number in front of it measures or counts. */
const isAmount = (rest: string) => units.test(rest) || counted.test(rest);

/** Numbers that are something else: sequence numbers, lengths, times, payload types, codecs, HTTP, what SIPp waits for. */
const others: readonly RegExp[] = [
  /\b(?:CSeq|Content-Length|Max-Forwards|(?:Session-|Min-)?Expires|Min-SE|RSeq|RAck|Retry-After)\b["']?\s*[:=]\s*["']?\d+/gi,
  /\b(?:expires|refresh|interval|timeout|timer|ttl|tag|branch|port|rport|payload(?: type)?|pt|len(?:gth)?)\s*[:=(]?\s*\(?(?:[\w.]*\d[\w.]*)/gi,
  /\b(?:a=\w+:|m=(?:audio|video|image) )[^\r\n]*/gi,
  /\bHTTP\/\d(?:\.\d)?\s+\d{3}\b/gi,
  /\bexpect(?:ing|ed)\s*:?\s*['"‘“]?\d{3}['"’”]?/gi,
  /\bprotocol discriminator\b[^\r\n]*/gi,
  /\bQ\.?931\s*\(\d+\)(?:\s*len\s*=\s*\d+)?/gi,
  /\bmessage type\b[^\r\n]{0,40}/gi,
  // Lines of source code; a name in quotes before an address.
  new RegExp(String.raw`\b[\w-]+\.(?:${codeEndings})(?:\?[\w=.&-]+)?\s*[:@]\s*\d+(?::\d+)?`, 'gi'),
  /["'“]\d+["'”]\s*<sips?:/gi,
  // The number of a process or thread in front of a message.
  /\b[a-z]\w*\[\d+\]/gi,
  // “no 401, no 403”: what did not come is not what is asked for.
  /\b(?:no|not|without|never|isn['’]t|wasn['’]t)\s+(?:a |an |any |the |SIP )?\d{3}\b(?:\s*(?:,|or|nor|and)\s*(?:a |an |any )?\d{3}\b)*/gi,
];

/** What the number behind it names: the phone with that number, and hardly a code. */
const bearers =
  /\b(?:ext(?:ension)?|user|room|queue|line|phone|handset|account|peer|pin|dial(?:led|ing|s)?|nebenstelle|durchwahl|calls? (?:from|to))\.?\s*$/i;

/** A plural, or a verb made of a code: 503s, 404ed. */
const endings = /^['’]?(?:s|d|ed|er|ing)(?![\p{L}\d])/iu;

/** What the name of a value is called that may be a cause. */
const mayBeCause = /caus|code|error|reason|status|ursache|release|disconnect|hangup|clear/i;

/** A text without the numbers of three digits in it that are no codes: as words they would speak for those codes. */
export const withoutOtherNumbers = (text: string): string =>
  others.reduce(
    (rest, pattern) => rest.replace(pattern, (other) => other.replace(/(?<!\d)\d{3}(?!\d)/g, ' ')),
    text,
  );

/** Which numbers are known here: those that have a page. */
export interface KnownNumbers {
  isCode(code: number): boolean;
  isCause(cause: number): boolean;
}

/**
 * Reads all notations of a text.
 * @param known unknown three-digit numbers are read as codes too, with less certainty; of the causes with three digits
 * only known ones are read, because most such numbers beside the word “cause” are SIP codes.
 */
export function readNotations(text: string, known: KnownNumbers): Notation[] {
  const isCode = (number: number) => known.isCode(number);
  const isCause = (number: number) => known.isCause(number);
  const found: Notation[] = [];
  const taken: [number, number][] = [];
  /** Takes a piece of the text, so that nothing in it is read as something else. */
  const skip = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) taken.push([match.index, match.index + match[0].length]);
  };
  const add = (
    kind: Notation['kind'],
    value: number,
    match: RegExpMatchArray,
    certainty: Notation['certainty'],
  ) => {
    const at = match.index ?? 0;
    const end = at + match[0].length;
    if (taken.some(([from, to]) => at < to && end > from)) return;
    taken.push([at, end]);
    found.push({ kind, value, at, certainty, text: match[0].trim() });
  };
  const each = (pattern: RegExp, use: (match: RegExpExecArray) => void) => {
    for (const match of text.matchAll(pattern)) use(match);
  };
  const causeIn = (number: string) => isQ850(Number(number));

  // A number alone may be a cause in decimal, in hex or as a DSS1 octet: every reading is offered.
  const alone = /^\s*([0-9a-f]{1,3})\s*$/i.exec(text)?.[1];
  if (alone && !isCode(Number(alone))) {
    const push = (value: number, certainty: Notation['certainty'], read: string) =>
      found.push({ kind: 'cause', value, at: 0, certainty, text: read });
    const decimal = /^\d+$/.test(alone);
    if (decimal && causeIn(alone)) push(Number(alone), 3, alone);
    const fromHex = alone.length === 2 ? causeFromHex(alone) : undefined;
    if (fromHex) push(fromHex, decimal ? 2 : 3, `hex ${alone.toUpperCase()}`);
    if (found.length && alone.length === 3)
      found.push({ kind: 'code', value: Number(alone), at: 1, certainty: 1, text: alone });
    if (found.length) return found;
  }

  // What ISDN tools print, before anything in it is taken for a number: a cause element as octets, its first the place.
  const octets = (last: string, match: RegExpMatchArray) => {
    const cause = causeFromHex(last);
    if (cause) add('cause', cause, match, 3);
  };
  each(
    /(?<!\b(?:0x)?[0-9a-f]{2}[ :,-])\b(?:0x)?8[0-9a-f][ :,-](?:0x)?([89a-f][0-9a-f])h?\b(?![ :,-](?:0x)?[0-9a-f]{2}\b)/gi,
    (m) => {
      // Without a mark, two octets are no more than that where they are all, or are called a cause.
      const isMarked = /0x/i.test(m[0]) || /\bcause[\s:=]*$/i.test(text.slice(0, m.index));
      if (isMarked || m[0] === text.trim()) octets(m[1] ?? '', m);
    },
  );
  each(/^\s*8[0-9a-f]([89a-f][0-9a-f])\s*$/gi, (m) => octets(m[1] ?? '', m));
  each(/(?<![\w-])E0[0-9a-f] ([89a-f][0-9a-f])\b/gi, (m) => octets(m[1] ?? '', m));
  // Hex with the mark behind it.
  each(/(?:^|\b(?:cause|error|code)\s*[:=]?)\s*([0-9a-f]{2})h\b|\b([0-9a-f]{2}) hex\b/gi, (m) => {
    const cause = causeFromHex(m[1] ?? m[2] ?? '');
    // “22h out of service” may be hours.
    if (cause && (/[a-z]/i.test(m[0].replace(/h$/i, '')) || m[0] === text.trim())) add('cause', cause, m, 3);
  });
  each(/\bcause\s*(?:i|code)?\s*=?\s*0x8[0-9a-f]([89a-f][0-9a-f])(?:[0-9a-f]{2})*\b/gi, (m) =>
    octets(m[1] ?? '', m),
  );
  each(/\b0x8[0-9a-f]([89a-f][0-9a-f])(?:[0-9a-f]{2})*\b/gi, (m) => octets(m[1] ?? '', m));
  each(/\[?\b08 0[2-9a-f] [0-9a-f]{2} ([89a-f][0-9a-f])(?: [0-9a-f]{2})*\b\]?/gi, (m) =>
    octets(m[1] ?? '', m),
  );
  // isdn4linux: E, the place, the cause.
  each(/(?<![\w-])E0[0-9A-F]([0-9A-F]{2})\b/g, (m) => octets(m[1] ?? '', m));
  each(
    /\bcause\b[^()\d]{0,80}\((\d{1,3})\)/gi,
    (m) => causeIn(m[1] ?? '') && add('cause', Number(m[1]), m, 3),
  );
  // A call reference is written in both ways as well, and is no cause.
  skip(/\bref(?:erence)?\b[^\n]{0,20}?\d{1,5}\/0x[0-9a-f]+/gi);
  each(/(?<![\w/.])(\d{1,3})\/0x([0-9a-f]{1,2})\b/gi, (m) => {
    if (Number(m[1]) === Number.parseInt(m[2] ?? '', 16) && causeIn(m[1] ?? ''))
      add('cause', Number(m[1]), m, 3);
  });

  for (const pattern of others) skip(pattern);

  // What says itself what it is.
  each(/SIP\/2\.0\s+(\d{3})(?!\d)/gi, (m) => add('code', Number(m[1]), m, 3));
  each(
    /Q\.?\s?850\s*;\s*cause\s*=\s*"?(\d{1,3})(?!\d)/gi,
    (m) => causeIn(m[1] ?? '') && add('cause', Number(m[1]), m, 3),
  );
  each(/\bSIP\s*;\s*cause\s*=\s*"?(\d{3})(?!\d)/gi, (m) => add('code', Number(m[1]), m, 3));
  each(
    /\b(?:dss1|hex|octet|capi)\s*(?:(?:cause|reason|info)\s*)?[:=]?\s*(?:0x)?([0-9a-f]{2}|34[0-9a-f]{2})\b/gi,
    (m) => {
      const cause = causeFromHex(m[1] ?? '');
      if (cause) add('cause', cause, m, 3);
    },
  );
  each(
    /\b(?:Q\.?\s?(?:850|931)|(?:hang[- ]?up|isdn|release|dss1|pri)[\s_-]*cause|(?:cause|causa|ursache)(?:[\s_-]*(?:code|value|no|number))?)\s*[:=#(]*\s*(?:code\s*)?(\d{1,3})(?![\d.])(?!\s*x)/gi,
    (m) => {
      const number = Number(m[1]);
      // 0 is no cause, and programs print it where they know none.
      if ((causeIn(m[1] ?? '') && (m[1]?.length !== 3 || isCause(number))) || m[1] === '0')
        add('cause', number, m, 3);
      else if (number >= 100 && number <= 999) add('code', number, m, 2);
    },
  );
  each(/\b0x(34[0-9a-f]{2}|[0-9a-f]{2})\b/gi, (m) => {
    const cause = causeFromHex(m[1] ?? '');
    if (cause) add('cause', cause, m, 3);
  });
  // The digits of a code, as Gigaset prints it, or its value in hex.
  each(/\b0x([1-9]\d{2}|[12][0-9a-f]{2})\b/gi, (m) => {
    const [digits, value] = [Number(m[1]), Number.parseInt(m[1] ?? '', 16)];
    if (isCode(value) && !isCode(digits)) add('code', value, m, 3);
    else if (!Number.isNaN(digits)) add('code', digits, m, 3);
  });
  each(/\b([1-9])xx\b/gi, (m) => add('class', Number(m[1]), m, 3));
  // Written without a blank: SIP487, err404, 503sip.
  each(
    /(?<![\p{L}\d_])(?:sip|e|err|error|code|status|resp(?:onse)?)(\d{3})(?![\p{L}\d_])/giu,
    (m) => isCode(Number(m[1])) && add('code', Number(m[1]), m, 3),
  );
  each(/(?<![\w.])(\d{3})sip\b/gi, (m) => isCode(Number(m[1])) && add('code', Number(m[1]), m, 3));
  // Microsoft: three digits of who, three of the code.
  each(/\b5[146]0(\d{3})\b/g, (m) => isCode(Number(m[1])) && add('code', Number(m[1]), m, 2));

  // Hex without a mark: two digits with a letter among them, alone or first; not words such as "ad" or "be".
  each(/^\s*([89a-f][0-9a-f])(?=\s|$)/gi, (m) => {
    const hex = m[1] ?? '';
    const alone = text.trim().length === 2;
    // Two letters with words behind them may be a word: “CA certificate”.
    if (/[a-f]/i.test(hex) && (alone || (hex === hex.toUpperCase() && /\d/.test(hex)))) {
      const cause = causeFromHex(hex);
      if (cause) add('cause', cause, m, alone ? 3 : 2);
    }
  });
  each(/\b34[89a-f][0-9a-f]\b/gi, (m) => {
    const cause = causeFromHex(m[0]);
    const words = text.trim().split(/\s+/).length;
    if (cause && words <= 3) add('cause', cause, m, words === 1 ? 2 : 1);
  });

  // Three digits that stand alone: not in an address, a port, a longer number or a quantity.
  each(/(?<![\p{L}\d_.:@+/=-]|\/\d{1,8})(?<!\bport )\d{3}(?![\d@%])(?!\.\d)/giu, (m) => {
    const value = Number(m[0]);
    const rest = text.slice(m.index + 3);
    const ending = endings.exec(rest)?.[0];
    if (value < 100 || (/^[a-z]/i.test(rest) && (!ending || !isCode(value)))) return;
    // 180s may be seconds.
    const isTime = ending === 's' && value % 60 === 0;
    if (!ending && isAmount(rest)) return;
    add('code', value, m, isCode(value) && !isTime && !bearers.test(text.slice(0, m.index)) ? 2 : 1);
  });
  each(/(?<=[-:/=_(])([1-9]\d{2})(?=[-\s;,)/:"']|$)(?!\.\d)/g, (m) => {
    const value = Number(m[1]);
    if (isCode(value) && !/\d[.:]$/.test(text.slice(0, m.index))) add('code', value, m, 2);
  });
  // A small number at the start of a line with words behind it may be a cause.
  each(
    /^\s*(\d{1,3})(?=\s+[a-z])/gi,
    (m) => !isAmount(text.slice(m[0].length)) && causeIn(m[1] ?? '') && add('cause', Number(m[1]), m, 1),
  );
  // So may one at its end, unless it is the value of something else.
  each(/(?:(\p{L}+)\s*[:=]\s*)?\b(\d{2,3})\s*$/gu, (m) => {
    if (m[1] && !mayBeCause.test(m[1])) return;
    if (causeIn(m[2] ?? '')) add('cause', Number(m[2]), m, 1);
  });

  return found.sort((a, b) => a.at - b.at);
}
