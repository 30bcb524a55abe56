/**
 * Reads a trace line by line and collects messages, mentions of codes and causes.
 *
 * A start line begins a message; what stands before it on its line is compared with the next lines and taken off if it
 * comes again; the head ends with an empty line, the body with its length, a separator, a log line or the next start
 * line. Formats that print no such lines are tried first, in this order: packets in hex, Wireshark's JSON and PDML, a
 * program's line in a record of JSON, line ends printed as dots, lost or escaped, breaks of HTML; they give whole
 * messages or plain lines. Packet details of Wireshark are read as a layer with an indent. Each line is looked at a
 * fixed number of times.
 */
import { cleanLine, isHtmlEscaped, splitBreaks, unescapeHtml } from './formats/clean.ts';
import { findCauses } from './formats/causes.ts';
import { isCollapsed, splitCollapsed } from './formats/collapsed.ts';
import { dissectedFormat, type DissectedMessage, DissectedReader } from './formats/dissected.ts';
import { isDotted, splitDots, startsWrapped } from './formats/dotted.ts';
import { escapedParts, hasEscapedMessage } from './formats/escaped.ts';
import { findMentions, type Mention } from './formats/mentions.ts';
import { type DumpedMessage, HexDump, hexFormat } from './formats/hex-dump.ts';
import { formatOf } from './formats/names.ts';
import { type Preamble, readPreamble } from './formats/preamble.ts';
import { isQuoteMark, prefixLength } from './formats/prefix.ts';
import { PrintedStatus } from './formats/printed.ts';
import {
  emptyPacket,
  indentOf,
  type ListedPacket,
  listedPacket,
  type PacketInfo,
  packetEnds,
  readPacketLine,
  sdpLine,
  startsSipLayer,
} from './formats/tshark.ts';
import { findTime } from './formats/when.ts';
import { headerName } from '../sip/message.ts';
import { headerColon, isUsualHeader, readCseq, vias, readAddress } from './headers.ts';
import { findStart, type StartLine } from './start-line.ts';
import { leadingNumber, utf8Length } from './text.ts';
import type { Address, CauseSeen, HeaderField, LogLine, TraceMessage } from './types.ts';

/** A status line without a message around it. */
export interface StatusLine {
  code: number;
  phrase: string;
  line: number;
  /** It is the body of a NOTIFY about a transfer. */
  sipfrag: boolean;
  callId: string | null;
  /** From a CSeq on the same line. */
  method: string | null;
  cseq: number | null;
  text: string;
}

export interface Collected {
  messages: TraceMessage[];
  mentions: Mention[];
  causes: CauseSeen[];
  statusLines: StatusLine[];
  words: LogLine[];
  lines: number;
  notes: Set<string>;
}

/** Limits that keep a hostile paste from filling the memory. */
const limits = { headers: 5000, bodyLines: 20_000, words: 2000, mentions: 50_000 };

/** Where the prefix stands: before the first line only, before each, or something of its width before each. */
type Mode = 'once' | 'undecided' | 'each' | 'column';

/** A message being read. */
interface Open {
  start: StartLine;
  line: number;
  endLine: number;
  headers: HeaderField[];
  body: string[];
  bodyBytes: number;
  part: 'head' | 'blank' | 'body';
  /** What stands before the start line, and whether it stands before the other lines too. */
  prefix: string;
  mode: Mode;
  /** Line ends were printed as dots (ngrep). */
  dots: boolean;
  html: boolean;
  /** The bytes are as sent: nothing was taken off the lines. */
  exact: boolean;
  preamble: Preamble;
  format: string;
  complete: boolean;
  /** The body is closed whatever the announced length says. */
  ended: boolean;
  contentLength: number | null;
  contentType: string;
  hasCallId: boolean;
  hasCseq: boolean;
  lastLength: number;
  malformed: number;
  /** Text of the line the start line stood on, for a mention if no message follows. */
  whole: string;
  httpNear: boolean;
  /** It stands where the body of the message before has not ended yet. */
  inBody: boolean;
}

/** A separator between messages: rules of one character, Asterisk's arrows, ends of records. */
function isSeparator(line: string): boolean {
  const text = line.trim();
  if (text.length < 1) return false;
  if (text === '#' || text === "'" || text === '"') return true;
  if (/^(?:```|\{(?:code|noformat)|\[\/?(?:code|quote|pre)\]|<\/?(?:pre|code|message)>|\]\]>)/i.test(text))
    return true;
  if (text.length < 3) return false;
  const first = text[0] ?? '';
  if (!'-=~*+#_<>|!.'.includes(first)) return false;
  if (/^([-=~*+#_|!.<>])\1{2,}/.test(text)) return true;
  return /^(?:<-|-{2,}>|\+{3} |<{3}|>{3}|--end msg--)/.test(text);
}

/** The start of a log line: a time, a date, a level, a process. */
const logStart = new RegExp(
  '^\\s{0,30}(?:' +
    [
      '[[(<*.]{0,2}\\d{4}[-/.]\\d\\d?[-/.]\\d\\d?[T_ \\t]',
      '[[(<*]?\\d\\d?[-/.]\\d\\d?[-/.]\\d\\d(?:\\d\\d)?[T_ \\t,]{1,4}\\d',
      '[[(<*]{0,2}\\d\\d?:\\d\\d:\\d\\d',
      '[[(<*.]{0,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? ',
      '(?:\\d{1,10}: )?[[(<*.]{0,2}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} {1,3}\\d{1,2},? ',
      '[UTI] (?:\\d{4}/|\\+|\\S{3,60} -> )',
      '(?:recv|send|sent|received) \\d{1,6} bytes ',
      'Frame \\d{1,9}:',
      '<\\d{1,3}>',
      '\\[\\d{1,9}\\]',
      '\\[(?:DEBUG|INFO|WARN|WARNING|ERROR|NOTICE|ERR|CRIT|TRACE)\\b',
      '(?:DEBUG|INFO|WARN|ERROR|NOTICE|TRACE|VERBOSE)\\b',
      '(?:NOTICE|INFO|DEBUG|ERROR): ',
      '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-',
      '[DIWEV]/[\\w.-]{1,60}[(:]',
      '\\d{1,3}\\(\\d{1,7}\\) ',
      '\\d{8}\\.\\d{3} ?\\|',
      '-- [A-Z]',
      '(?:UDP|TCP|TLS|WSS?) (?:message (?:sent|received)|\\S{3,60} -> )',
      'MESSAGE (?:START|END)\\b',
      '(?:Re)?[Tt]ransmitting ',
      'Sending ',
      'Reliably Transmitting',
      '(?:Sent|Received|RECEIVED|SENT)(?::| to| from|$)',
    ].join('|') +
    ')',
);

function isLogLine(line: string): boolean {
  return logStart.test(line.slice(0, 120));
}

/** Words that tell tools and programs apart are kept for ranking cases by what a log says. */
const telling = /[A-Za-z]{3}/;

/** Reads one trace: `push` as text comes, then `end` once, which gives what was found. Not for a second trace. */
export class TraceReader {
  private readonly collected: Collected = {
    messages: [],
    mentions: [],
    causes: [],
    statusLines: [],
    words: [],
    lines: 0,
    notes: new Set(),
  };
  /** Pieces of a line whose end has not come yet. */
  private rest: string[] = [];
  private open: Open | null = null;
  /** Lines since the last message, nearest last. */
  private recent: string[] = [];
  private packet: PacketInfo = emptyPacket();
  private layer: Layer | null = null;
  /** Lines that name sipfrag: a status line near one is the result of a transfer. */
  private sipfragLines: number[] = [];
  private http = -100;
  private readonly printed = new PrintedStatus();
  private bodyGoesOn = false;
  private wrapped: { text: string; line: number } | null = null;
  private seenCr = false;
  private readonly dissected = new DissectedReader();
  private readonly hex = new HexDump();
  /** Line on which the last packet in hex ended. */
  private hexUntil = 0;

  /** Messages found so far. */
  get messages(): number {
    return this.collected.messages.length;
  }

  /** Reads on. May be called with pieces of any length; a line may be spread over several. */
  push(text: string): void {
    let from = 0;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      const piece = text.slice(from, end);
      if (this.rest.length > 0) {
        this.rest.push(piece);
        const line = this.rest.join('');
        this.rest = [];
        this.physical(line);
      } else this.physical(piece);
      from = end + 1;
    }
    if (from < text.length) this.rest.push(text.slice(from));
  }

  /** Ends the reading. */
  end(): Collected {
    if (this.rest.length > 0) {
      const last = this.rest.join('');
      this.rest = [];
      // Old line ends: a text without any line feed.
      if (this.collected.lines === 0 && last.includes('\r'))
        for (const line of last.split('\r')) this.physical(line);
      else this.physical(last);
    }
    this.unwrap();
    if (this.hex.open) this.hexEnds(this.hex.end(), this.collected.lines);
    this.hexEnds(this.hex.rest(), this.collected.lines);
    this.closeLayer();
    this.finish();
    this.settleStatusLines();
    return this.collected;
  }

  private physical(raw: string): void {
    this.collected.lines += 1;
    const no = this.collected.lines;
    if (raw.endsWith('\r')) this.seenCr = true;
    const line = cleanLine(raw);
    if (this.wrapped) {
      if (line.startsWith('  ')) {
        this.wrapped.text += line.slice(2);
        return;
      }
      this.unwrap();
    }
    if (this.hex.take(line)) return;
    if (this.hex.open) {
      this.hexEnds(this.hex.end(), no - 1);
      if (this.hex.take(line)) return;
    }
    const dissected = this.dissected.take(line);
    if (dissected) {
      for (const message of dissected) this.whole(message, no, dissectedFormat);
      return;
    }
    if (line.startsWith('{"') && this.record(line, no)) return;
    if (startsWrapped(line)) {
      this.wrapped = { text: line.slice(2), line: no };
      return;
    }
    if (isDotted(line)) {
      this.pieces(splitDots(line), no);
      return;
    }
    if (isCollapsed(line)) {
      this.pieces(splitCollapsed(line), no);
      return;
    }
    if (line.includes('\\') && hasEscapedMessage(line)) {
      this.escaped(line, no);
      return;
    }
    if (line.includes('#01') && hasEscapedMessage(line)) {
      this.escaped(line, no);
      return;
    }
    if (line.includes('<br') && /<br\s{0,3}\/?>/i.test(line)) {
      for (const part of splitBreaks(isHtmlEscaped(line) ? unescapeHtml(line) : line)) this.logical(part, no);
      return;
    }
    this.logical(line, no);
  }

  private unwrap(): void {
    const wrapped = this.wrapped;
    this.wrapped = null;
    if (wrapped) this.pieces(splitDots(wrapped.text), wrapped.line);
  }

  /** A message that another reader has put together. */
  private whole({ text, time, source, destination }: DissectedMessage, no: number, format: string): void {
    this.closeLayer();
    this.finish();
    const [first = '', ...rest] = text.split(/\r?\n/);
    const start = findStart(first);
    if (!start) return;
    const preamble = { time: time === null ? null : findTime(time), source, destination, direction: null };
    this.begin(start, first, no, '', preamble, format);
    for (const line of rest) if (this.open && !this.continueMessage(cleanLine(line), no)) break;
    this.finish();
  }

  /**
   * A packet in hex is over. tcpdump prints the first line of its message above it, and with -v all of it:
   * one of the two stays.
   */
  private hexEnds(dumped: readonly DumpedMessage[], no: number): void {
    const { messages } = this.collected;
    if (dumped.length === 0) return;
    this.closeLayer();
    this.finish();
    const preamble = readPreamble(this.recent.slice(-3));
    for (const { text, source, destination, transport } of dumped) {
      const shown = messages.at(-1);
      const repeats = shown !== undefined && shown.line > this.hexUntil && text.startsWith(shown.startLine);
      if (repeats && shown.headers.length > 0) continue;
      if (repeats) messages.pop();
      const end = (address: string | null): Address | null => {
        const parts = /^\[?(.*?)\]?:(\d{1,5})$/.exec(address ?? '');
        return parts ? { host: parts[1] ?? '', port: Number(parts[2]), transport } : null;
      };
      const time = (repeats ? shown.time : null) ?? preamble.time;
      this.whole(
        { text, time: time?.text ?? null, source: end(source), destination: end(destination) },
        no,
        hexFormat,
      );
    }
    this.hexUntil = no;
    this.recent = [];
  }

  /** Whole messages on one line, cut up again. */
  private pieces(lines: readonly string[], no: number): void {
    this.closeLayer();
    this.finish();
    for (const part of lines) this.logical(part, no);
    this.finish();
  }

  /** A container's log as JSON holds one line of the program in each record. */
  private record(line: string, no: number): boolean {
    const field = /^\{"(log|MESSAGE)":"/.exec(line)?.[1];
    if (!field || line.length > 100_000) return false;
    try {
      const data = JSON.parse(line) as Record<string, unknown>;
      const text = data[field];
      if (typeof text !== 'string') return false;
      const inner = text.replace(/\r?\n$/, '');
      if (inner.includes('\n')) return false;
      if (!this.open && typeof data['time'] === 'string') this.note(data['time']);
      this.logical(cleanLine(inner), no);
      return true;
    } catch {
      return false;
    }
  }

  /** A line with whole messages in strings. */
  private escaped(line: string, no: number): void {
    const parts = escapedParts(line);
    if (parts.length === 0) {
      this.logical(line, no);
      return;
    }
    this.closeLayer();
    this.finish();
    for (const part of parts) {
      this.note(part.before);
      const context = [...this.recent.slice(-4), part.after, part.before];
      const lines = part.message.split('\n');
      const startLine = cleanLine(lines[0] ?? '');
      const start = findStart(startLine);
      if (!start) continue;
      this.begin(start, startLine, no, '', readPreamble(context), 'escaped');
      if (this.open) this.open.format = formatOf([...context, '\\r\\n']);
      for (const rest of lines.slice(1)) {
        if (!this.open) break;
        this.continueMessage(cleanLine(rest), no);
      }
      this.finish();
      this.recent = [];
      // What follows the string on this line may name causes and codes of its own.
      if (part.after) this.outsideText(part.after, no);
    }
  }

  private logical(line: string, no: number): void {
    if (this.layer) {
      if (this.inLayer(line, no)) return;
      this.closeLayer();
    }
    if (this.open) {
      if (this.continueMessage(line, no)) return;
      this.finish();
    }
    this.outside(line, no);
  }

  // ---- outside of messages

  private outside(line: string, no: number): void {
    if (startsSipLayer(line) || /^\s{0,60}(?:Status|Request)-Line: /.test(line)) {
      this.openLayer(line, no);
      return;
    }
    if (readPacketLine(line, this.packet)) return;
    const isHtml = isHtmlEscaped(line);
    const text = isHtml ? unescapeHtml(line) : line;
    const start = text.length < 2_000_000 ? findStart(text) : null;
    if (start) {
      this.start(start, text, no, isHtml);
      return;
    }
    this.note(line);
    this.outsideText(text, no);
  }

  private outsideText(text: string, no: number): void {
    if (text.trim() === '') {
      this.printed.blank(no);
      return;
    }
    const listed = listedPacket(text);
    if (listed) {
      this.listed(listed, text, no);
      return;
    }
    if (/^HTTP\/\d|\bHTTP\/[12]\.\d\b/.test(text.slice(0, 400))) this.http = no;
    if (text.includes('sipfrag')) this.sipfragLines.push(no);
    this.collected.mentions.push(...this.printed.take(text, no, no - this.http, this.recent));
    if (this.collected.mentions.length < limits.mentions) {
      const mentions = findMentions(text, no);
      if (mentions.length > 0) this.collected.mentions.push(...mentions);
    }
    const causes = findCauses(text, no);
    if (causes.length > 0) this.collected.causes.push(...causes);
    if (this.collected.words.length < limits.words && telling.test(text))
      this.collected.words.push({ line: no, text: text.slice(0, 600) });
  }

  private note(line: string): void {
    this.recent.push(line.length > 600 ? line.slice(0, 600) : line);
    if (this.recent.length > 24) this.recent.splice(0, 12);
  }

  /** A start line was found on a line outside of a message. */
  private start(start: StartLine, text: string, no: number, html: boolean): void {
    const prefix = text.slice(0, start.at);
    // Somebody waits for it, or it stands in a sentence: that is no message and no mention.
    if (start.kind === 'response' && /expect(?:ing|ed)?\s{1,3}["'(]?$/i.test(prefix.slice(-40))) {
      this.note(text);
      this.outsideText(text, no);
      return;
    }
    // Quoted on this line from end to end: a value in a record, no message.
    const quote = /["'`]$/.exec(prefix)?.[0];
    if (quote && start.kind === 'response' && (start.phrase ?? '').includes(quote)) {
      this.mentionStatus(start, text, no, quote);
      return;
    }
    const context = [...this.recent, prefix];
    this.begin(start, text, no, prefix, readPreamble(context), '');
    if (this.open) {
      this.open.format = formatOf(context, prefix);
      this.open.html = html;
      if (html) this.open.exact = false;
      this.open.httpNear = no - this.http < 3;
    }
  }

  private begin(
    start: StartLine,
    whole: string,
    line: number,
    prefix: string,
    preamble: Preamble,
    format: string,
  ): void {
    const packet = packetEnds(this.packet);
    if (!preamble.source && !preamble.destination && packet.source) {
      preamble.source = packet.source;
      preamble.destination = packet.destination;
    }
    this.open = {
      start,
      line,
      endLine: line,
      headers: [],
      body: [],
      bodyBytes: 0,
      part: 'head',
      prefix,
      mode: prefix === '' ? 'once' : 'undecided',
      dots: false,
      html: false,
      exact: prefix === '' && this.seenCr,
      preamble,
      format,
      complete: false,
      ended: false,
      contentLength: null,
      contentType: '',
      hasCallId: false,
      hasCseq: false,
      lastLength: whole.length,
      malformed: 0,
      whole,
      httpNear: false,
      inBody: this.bodyGoesOn,
    };
    this.bodyGoesOn = false;
  }

  // ---- within a message

  /** Takes up a line of the open message. False: the message ended before this line. */
  private continueMessage(raw: string, no: number): boolean {
    const open = this.open;
    if (!open) return false;
    let line = raw;
    if (open.html || isHtmlEscaped(raw)) {
      if (open.html || open.part === 'head') line = unescapeHtml(raw);
      open.exact = false;
      if (open.part === 'head') open.html = true;
    }
    const stripped = this.strip(open, line);
    if (stripped === null) return this.unprefixed(open, line, no);
    line = stripped;
    if (open.dots) line = line.endsWith('.') ? line.slice(0, -1) : line;
    else if (open.headers.length === 0 && open.part === 'head') line = this.detectDots(open, line);
    return open.part === 'head' || open.part === 'blank'
      ? this.head(open, line, no)
      : this.body(open, line, no);
  }

  /** Takes off what stands before each line. Null: it does not stand there. */
  private strip(open: Open, line: string): string | null {
    if (open.mode === 'each') {
      const length = prefixLength(open.prefix, line);
      return length < 0 ? null : line.slice(length);
    }
    if (open.mode === 'undecided') {
      const length = prefixLength(open.prefix, line);
      if (length >= 0) {
        open.mode = 'each';
        open.exact = false;
        return line.slice(length);
      }
      // Something of the same width: a column of times or marks.
      const rest = line.slice(open.prefix.length);
      const colon = /[\s|:>]$/.test(open.prefix) ? headerColon(rest) : -1;
      if (colon > 0 && isUsualHeader(rest.slice(0, colon)) && headerColon(line) < 0) {
        open.mode = 'column';
        open.exact = false;
        return rest;
      }
      open.mode = 'once';
    }
    if (open.mode === 'column') return line.slice(open.prefix.length);
    // The start line stands behind a time, the headers are indented below it.
    if (open.headers.length === 0 && open.part === 'head' && /^[ \t]{1,40}\S/.test(line)) {
      const indent = line.slice(0, indentOf(line));
      const colon = headerColon(line.slice(indent.length));
      if (colon > 0 && isUsualHeader(line.slice(indent.length, indent.length + colon))) {
        open.prefix = indent;
        open.mode = 'each';
        open.exact = false;
        return line.slice(indent.length);
      }
    }
    return line;
  }

  /** A line without the prefix that the others have. */
  private unprefixed(open: Open, line: string, no: number): boolean {
    if (line.trim() === '') return this.continueEmpty(open, no);
    // Mail programs break quoted lines and put no mark before the second half.
    if (isQuoteMark(open.prefix) && open.part === 'head' && headerColon(line) < 0 && !isLogLine(line)) {
      this.joinToHeader(open, line, no);
      return true;
    }
    return false;
  }

  private continueEmpty(open: Open, no: number): boolean {
    if (open.part === 'head') return this.head(open, '', no);
    if (open.part === 'blank') return true;
    return this.body(open, '', no);
  }

  /** ngrep prints a carriage return as a dot. */
  private detectDots(open: Open, line: string): string {
    const colon = headerColon(line);
    if (colon > 0 && line.endsWith('.') && open.start.text.endsWith('.')) {
      open.dots = true;
      open.exact = false;
      const text = open.start.text.slice(0, -1);
      open.start = findStart(text) ?? { ...open.start, text };
      return line.slice(0, -1);
    }
    if (
      colon > 0 &&
      line.endsWith('.') &&
      open.start.kind === 'request' &&
      open.whole.trimEnd().endsWith('.')
    ) {
      open.dots = true;
      open.exact = false;
      return line.slice(0, -1);
    }
    return line;
  }

  private head(open: Open, line: string, no: number): boolean {
    const text = line.trimEnd();
    if (text === '') {
      if (open.headers.length === 0) {
        // A blank line between a start line and its headers comes from the page it was copied from.
        open.part = 'blank';
        return open.start.at === 0 || open.mode !== 'once' || !/["'`]/.test(open.prefix.slice(-1));
      }
      if (!open.hasCseq || !open.hasCallId) {
        open.part = 'blank';
        return true;
      }
      this.headEnds(open);
      return true;
    }
    if (open.part === 'blank') {
      const colon = headerColon(text);
      const goesOn =
        colon > 0 &&
        isUsualHeader(text.slice(0, colon)) &&
        !isLogLine(text) &&
        !this.repeats(open, text, colon);
      if (!goesOn) {
        if (open.headers.length === 0) return false;
        this.headEnds(open);
        return this.body(open, line, no);
      }
      open.part = 'head';
    }
    if ((line[0] === ' ' || line[0] === '\t') && open.headers.length > 0) {
      // A folded line (RFC 3261 §7.3.1), unless it is the next entry of a log.
      if (isLogLine(line) && !open.headers.at(-1)?.value.endsWith(',')) return false;
      if (isSeparator(line)) return false;
      if (findStart(text)) return false;
      this.joinToHeader(open, text, no);
      return true;
    }
    const colon = headerColon(text);
    if (colon > 0) {
      this.header(open, text, colon, no);
      return true;
    }
    return this.notAHeader(open, text, no);
  }

  /** A header that only comes once is there already: this is the head of something else. */
  private repeats(open: Open, text: string, colon: number): boolean {
    const name = headerName(text.slice(0, colon));
    return /^(?:call-id|cseq|from|to)$/.test(name) && open.headers.some((header) => header.name === name);
  }

  private header(open: Open, text: string, colon: number, no: number): void {
    open.endLine = no;
    open.lastLength = text.length;
    if (open.headers.length >= limits.headers) {
      this.collected.notes.add(
        `A message has more than ${limits.headers} headers; the rest of them is left out.`,
      );
      return;
    }
    const written = text.slice(0, colon).trim();
    const name = headerName(written);
    const value = text.slice(colon + 1).trim();
    open.headers.push({ name, written, value, line: no });
    if (name === 'call-id') open.hasCallId = true;
    else if (name === 'cseq') open.hasCseq = true;
    else if (name === 'content-type') open.contentType = value.toLowerCase();
    else if (name === 'content-length') open.contentLength = leadingNumber(value);
  }

  private joinToHeader(open: Open, text: string, no: number): void {
    const last = open.headers.at(-1);
    open.endLine = no;
    open.lastLength = text.length;
    if (!last) return;
    const more = text.trim();
    if (more === '') return;
    last.value = last.value === '' ? more : `${last.value} ${more}`;
    if (last.name === 'content-length') open.contentLength = leadingNumber(last.value);
    if (last.name === 'content-type') open.contentType = last.value.toLowerCase();
  }

  /** A line in the head that is neither header nor folded. */
  private notAHeader(open: Open, text: string, no: number): boolean {
    if (isSeparator(text) || startsSipLayer(text)) return false;
    if (findStart(text)?.at === 0) return false;
    if (isLogLine(text) || open.headers.length === 0) return false;
    const last = open.headers.at(-1);
    const openQuote = last !== undefined && oddQuotes(last.value);
    // A mail program or a terminal broke the line.
    if (openQuote || (open.lastLength >= 55 && !/^[A-Z][a-z]+ [a-z]+ /.test(text))) {
      this.joinToHeader(open, text, no);
      return true;
    }
    if (open.contentLength === 0 && open.hasCseq && open.hasCallId) return false;
    open.malformed += 1;
    if (open.malformed > 3) return false;
    open.endLine = no;
    open.headers.push({ name: '', written: '', value: text, line: no });
    return true;
  }

  /** The empty line after the head. */
  private headEnds(open: Open): void {
    open.complete = true;
    open.part = 'body';
  }

  private body(open: Open, line: string, no: number): boolean {
    const sdp =
      open.contentType.includes('sdp') ||
      (open.contentType === '' && open.body[0]?.startsWith('v=') === true);
    const isFragment = /message\/(?:sipfrag|sip|external)/.test(open.contentType);
    const text = line.trimEnd();
    const length = open.contentLength ?? (open.contentType === '' ? 0 : Number.POSITIVE_INFINITY);
    if (length === 0 || (open.contentLength === null && open.contentType === '')) {
      // Nothing is announced: only a media description that follows directly is a body all the same.
      const follows = open.body.length === 0 ? text === 'v=0' : isSdpLine(text);
      if (!follows) return false;
    } else if (sdp) {
      if (open.body.length === 0 && text === '') return open.bodyBytes++ < 4;
      if (text !== '' && !isSdpLine(text)) return false;
      if (text === '' && open.bodyBytes + 8 >= length) return false;
    } else {
      if (open.bodyBytes >= length) return false;
      const start = findStart(text);
      if (start && start.at === 0 && !(isFragment && open.body.every((before) => before.trim() === ''))) {
        // multipart and message/sip may hold a whole message; trust the length only if it is modest.
        if (!/multipart|message\/sip(?!frag)/.test(open.contentType) || length > 65_536) {
          this.bodyGoesOn = length <= 65_536 && open.bodyBytes + text.length <= length;
          return false;
        }
      }
      if (isSeparator(text) && !open.contentType.includes('multipart')) return false;
      if (isLogLine(text) && !open.contentType.includes('multipart')) return false;
      if (startsSipLayer(text)) return false;
    }
    if (text !== '' && sdp && findStart(text)) return false;
    if (open.body.length >= limits.bodyLines) {
      this.collected.notes.add('A body is very long; the rest of it is left out.');
      return open.bodyBytes < length;
    }
    open.body.push(line);
    open.bodyBytes += utf8Length(line) + 2;
    open.endLine = text === '' ? open.endLine : no;
    // The closing boundary of a multipart body (RFC 2046 §5.1.1).
    if (open.contentType.includes('multipart') && /^--\S{1,200}--$/.test(text)) open.ended = true;
    return true;
  }

  // ---- the end of a message

  private finish(): void {
    const open = this.open;
    if (!open) return;
    this.open = null;
    if (!open.headers.some((header) => isUsualHeader(header.written))) {
      this.notAMessage(open);
      return;
    }
    this.recent = [];
    this.add(open);
  }

  private add(open: Open): TraceMessage {
    const { start } = open;
    this.takeListing(open);
    while (open.body.length > 0 && open.body.at(-1)?.trim() === '') open.body.pop();
    const body = open.body.join('\n');
    const message: TraceMessage = {
      index: this.collected.messages.length,
      kind: start.kind,
      line: open.line,
      endLine: open.endLine,
      startLine: start.text.trim(),
      method: start.method,
      requestUri: start.uri,
      code: start.code,
      reasonPhrase: start.phrase,
      cseq: null,
      callId: null,
      branch: null,
      fromTag: null,
      toTag: null,
      headers: open.headers,
      body,
      contentLength: open.contentLength,
      bytes: sizeOf(open),
      exact: open.exact,
      complete: open.complete,
      time: open.preamble.time,
      source: open.preamble.source,
      destination: open.preamble.destination,
      direction: open.preamble.direction,
      format: open.format,
      listed: false,
      retransmissionOf: null,
    };
    identify(message);
    this.collected.messages.push(message);
    if (/sipfrag/.test(open.contentType)) this.fragment(message, open);
    return message;
  }

  /** tcpdump prints a line with the ends and the start line, then the packet: they are one message. */
  private takeListing(open: Open): void {
    const listing = this.collected.messages.at(-1);
    if (!listing?.listed || open.line - listing.line > 6 || listing.kind !== open.start.kind) return;
    if (listing.code !== open.start.code || listing.requestUri !== open.start.uri) return;
    this.collected.messages.pop();
    open.preamble.source ??= listing.source;
    open.preamble.destination ??= listing.destination;
    open.preamble.time ??= listing.time;
  }

  /** The status line in a NOTIFY: the result of a transfer so far (RFC 3515 §2.4.5). */
  private fragment(message: TraceMessage, open: Open): void {
    const status = findStart(open.body.find((line) => line.trim() !== '') ?? '');
    if (status?.kind !== 'response' || status.code === null) return;
    this.collected.statusLines.push({
      code: status.code,
      phrase: status.phrase ?? '',
      line: message.endLine,
      sipfrag: true,
      callId: message.callId,
      method: null,
      cseq: null,
      text: status.text,
    });
  }

  /** A start line that no header follows: a line of a list, a mention of a status, or nothing. */
  private notAMessage(open: Open): void {
    if (open.inBody) return;
    const ends = readPreamble([open.prefix]);
    if ((ends.source || ends.destination) && !/["'`]$/.test(open.prefix)) {
      this.list(
        {
          kind: open.start.kind,
          code: open.start.code,
          phrase: open.start.phrase,
          method: open.start.method,
          uri: open.start.uri,
          source: ends.source,
          destination: ends.destination,
        },
        ends,
        open.line,
      );
      return;
    }
    this.mentionStatus(
      open.start,
      open.whole,
      open.line,
      /["'`]$/.exec(open.prefix)?.[0] ?? null,
      open.httpNear,
    );
  }

  private mentionStatus(
    start: StartLine,
    text: string,
    no: number,
    quote: string | null,
    http = false,
  ): void {
    this.note(text);
    if (start.kind === 'response' && start.code !== null && !http) {
      let phrase = start.phrase ?? '';
      const close = quote ? phrase.indexOf(quote) : -1;
      if (close >= 0) phrase = phrase.slice(0, close);
      const cseq = /CSeq: ?(\d{1,10}) ([A-Z]{3,20})/.exec(text.slice(Math.max(0, start.at - 300), start.at));
      this.collected.statusLines.push({
        code: start.code,
        phrase: inText(phrase),
        line: no,
        sipfrag: false,
        callId: null,
        method: cseq?.[2] ?? null,
        cseq: cseq?.[1] ? Number(cseq[1]) : null,
        text: text.slice(0, 400),
      });
    }
    if (text.includes('sipfrag')) this.sipfragLines.push(no);
    const causes = findCauses(text, no);
    if (causes.length > 0) this.collected.causes.push(...causes);
  }

  private settleStatusLines(): void {
    for (const status of this.collected.statusLines) {
      if (status.sipfrag) continue;
      status.sipfrag = this.sipfragLines.some((line) => Math.abs(line - status.line) <= 8);
    }
  }

  // ---- packet lists and packet details

  private listed(packet: ListedPacket, text: string, no: number): void {
    const time =
      packet.time === null
        ? findTime(text)
        : (findTime(packet.time) ?? { text: packet.time, seconds: Number(packet.time) });
    this.list(packet, { time, direction: null }, no);
  }

  /** A line that stands for a message. */
  private list(
    packet: Omit<ListedPacket, 'time'>,
    more: Pick<Preamble, 'time' | 'direction'>,
    no: number,
  ): void {
    this.collected.messages.push({
      index: this.collected.messages.length,
      kind: packet.kind,
      line: no,
      endLine: no,
      startLine:
        packet.kind === 'request'
          ? `${packet.method ?? ''} ${packet.uri ?? ''} SIP/2.0`
          : `SIP/2.0 ${packet.code ?? ''} ${packet.phrase ?? ''}`,
      method: packet.method,
      requestUri: packet.uri,
      code: packet.code,
      reasonPhrase: packet.phrase,
      cseq: null,
      callId: null,
      branch: null,
      fromTag: null,
      toTag: null,
      headers: [],
      body: '',
      contentLength: null,
      bytes: 0,
      exact: false,
      complete: false,
      time: more.time,
      source: packet.source,
      destination: packet.destination,
      direction: more.direction,
      format: 'packet list',
      listed: true,
      retransmissionOf: null,
    });
  }

  private openLayer(line: string, no: number): void {
    this.closeLayer();
    const heading = /Session Initiation Protocol \(([1-6]\d\d)\)/.exec(line)?.[1];
    this.layer = {
      indent: indentOf(line),
      headerIndent: -1,
      no,
      code: heading ? Number(heading) : null,
      started: false,
      inBody: false,
    };
    if (/-Line: /.test(line)) {
      this.layer.indent = Math.max(0, this.layer.indent - 4);
      this.inLayer(line, no);
    }
  }

  /** A line of the details of a SIP layer. False: the layer has ended. */
  private inLayer(line: string, no: number): boolean {
    const layer = this.layer;
    if (!layer) return false;
    const text = line.trim();
    const indent = indentOf(line);
    if (text === '') return layer.inBody || this.open === null;
    if (indent <= layer.indent && !/^\[/.test(text)) return false;
    const startText = /^(?:\[truncated\])?(?:Status|Request)-Line: (.*)$/.exec(text)?.[1];
    if (startText !== undefined && !layer.inBody) {
      this.finish();
      layer.started = true;
      const start = findStart(startText);
      if (start) {
        const preamble: Preamble = {
          time: this.packet.time === null ? null : findTime(this.packet.time),
          ...packetEnds(this.packet),
          direction: null,
        };
        this.begin(start, startText, no, '', preamble, 'wireshark details');
      }
      return true;
    }
    const open = this.open;
    if (!open) return true;
    if (text === 'Message Header') {
      layer.headerIndent = -2;
      return true;
    }
    if (text.startsWith('Message Body')) {
      open.complete = true;
      layer.inBody = true;
      return true;
    }
    if (layer.inBody) {
      const sdp = sdpLine(line);
      if (sdp) open.body.push(sdp);
      else if (/sipfrag/.test(open.contentType) && findStart(text))
        open.body.push(text.replace(/^Status-Line: /, ''));
      open.endLine = no;
      return true;
    }
    if (layer.headerIndent === -2) layer.headerIndent = indent;
    if (indent !== layer.headerIndent || text.startsWith('[')) return true;
    const value = text.replace(/^\[truncated\]\s?/, '');
    const colon = headerColon(value);
    if (colon > 0) this.header(open, value, colon, no);
    return true;
  }

  private closeLayer(): void {
    if (!this.layer) return;
    const { code, no } = this.layer;
    if (code !== null && !this.open && this.collected.messages.at(-1)?.line !== no && !this.layer.started) {
      // Only the heading of the layer was copied.
      this.list(
        { kind: 'response', code, phrase: null, method: null, uri: null, ...packetEnds(this.packet) },
        { time: this.packet.time === null ? null : findTime(this.packet.time), direction: null },
        no,
      );
    }
    this.layer = null;
    if (this.open) this.open.complete = true;
    this.finish();
  }
}

interface Layer {
  indent: number;
  /** Indent of the header lines; -1: none yet, -2: that of the next line. */
  headerIndent: number;
  no: number;
  /** Code in the heading of the layer. */
  code: number | null;
  /** Its start line was seen. */
  started: boolean;
  inBody: boolean;
}

/** Fields every later step needs, read from the headers. */
function identify(message: TraceMessage): void {
  for (const header of message.headers) {
    switch (header.name) {
      case 'call-id':
        message.callId ??= header.value || null;
        break;
      case 'cseq': {
        if (message.cseq !== null) break;
        const cseq = readCseq(header.value);
        message.cseq = cseq.number;
        if (message.kind === 'response') message.method ??= cseq.method;
        break;
      }
      case 'from':
        message.fromTag ??= tagOf(header.value);
        break;
      case 'to':
        message.toTag ??= tagOf(header.value);
        break;
      default:
    }
  }
  const top = message.headers.find((header) => header.name === 'via');
  message.branch = top ? branchOf(top.value) : null;
}

/** Branch of the first value of a Via header. */
function branchOf(value: string): string | null {
  const comma = value.indexOf(',');
  const first = comma < 0 ? value : value.slice(0, comma);
  const quick = /;\s{0,20}branch\s{0,20}=\s{0,20}([^;,\s"]{1,500})/i.exec(first.slice(0, 2000));
  if (quick?.[1] && !first.includes('"')) return quick[1];
  return vias({ headers: [{ name: 'via', written: 'Via', value, line: 0 }] })[0]?.branch ?? null;
}

function tagOf(value: string): string | null {
  if (!/tag/i.test(value)) return null;
  const tail = value.slice(value.lastIndexOf('>') + 1);
  const quick = /;\s{0,20}tag\s{0,20}=\s{0,20}([^;,\s"]{1,500})/i.exec(tail.slice(0, 2000));
  if (quick?.[1]) return quick[1];
  return readAddress(value.slice(0, 4000)).params['tag'] ?? null;
}

function sizeOf(open: Open): number {
  let bytes = utf8Length(open.start.text) + 4;
  for (const header of open.headers) bytes += header.written.length + 4 + utf8Length(header.value);
  for (const line of open.body) bytes += utf8Length(line) + 2;
  return bytes;
}

function isSdpLine(text: string): boolean {
  return /^[a-z]=/.test(text);
}

/** The phrase of a status that somebody wrote into a sentence or a log line. */
function inText(phrase: string): string {
  return phrase
    .slice(0, 300)
    .replace(/["'`<*].*$/s, '')
    .replace(
      /(?:[.,;:?!](?:\s.*)?|\s(?:from|and|but|when|while|for|to|by|on|is|was|received|response)\b.*)$/s,
      '',
    )
    .trim();
}

function oddQuotes(value: string): boolean {
  let odd = false;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === '"') odd = !odd;
  }
  return odd;
}
