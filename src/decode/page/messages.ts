/** What page and worker say to each other. The trace itself stays in the worker; the page gets what it shows. */
import type { MaskedTrace } from '../mask.ts';
import type { DecodedTrace, Finding, Hop, Participant, Summary, TraceMessage } from '../types.ts';

/** A trace to read: pasted text, or a file that was dropped or chosen. */
export type Source = { text: string } | { file: File };

export type Ask =
  /** `own`: as in `DecodeOptions`. */
  | { do: 'read'; source: Source; facts: string; own: string | null }
  /** Read the same trace again, with private data hidden or shown. */
  | { do: 'mask'; on: boolean }
  /** The reader says which system is his own: the value of an entry of `Overview.systems`. */
  | { do: 'own'; own: string | null }
  /** A call, or one of its transactions by its place among those of the call. */
  | { do: 'call'; call: number; transaction: number | null }
  | { do: 'responses'; from: number }
  /** The trace as text, as it is shown: with private data hidden if it is. */
  | { do: 'text' }
  /** Decode a text that is short enough to be handed back as a whole; the trace that the worker holds stays. */
  | { do: 'decode'; text: string };

export type Say =
  | { say: 'progress'; part: number; messages: number }
  | { say: 'overview'; overview: Overview }
  | { say: 'call'; shown: ShownCall }
  | { say: 'responses'; responses: ShownResponse[] }
  | { say: 'text'; text: Blob }
  | { say: 'decoded'; trace: DecodedTrace }
  | { say: 'failed'; message: string };

/** What the page asks, by a number. */
export interface Request {
  id: number;
  ask: Ask;
}

/** What the worker says to the request of that number: several may be under way. */
export interface Reply {
  id: number;
  say: Say;
}

/** One entry of the list of calls. */
export interface CallEntry {
  index: number;
  /** `INVITE 5550140 → 5550123`. */
  title: string;
  code: number | null;
  messages: number;
  /** What happened to it. */
  sentence: string;
}

/** One entry of the list of a call's transactions. */
export interface TransactionEntry {
  /** Place among the transactions of the call. */
  place: number;
  /** `CSeq 2 INVITE`, with the hop where the call has several. */
  title: string;
  code: number | null;
  /** Places of its messages in the trace. */
  messages: number[];
}

export interface ShownResponse {
  code: number;
  /** As sent, else as registered. */
  phrase: string;
  method: string | null;
  line: number;
  /** Index into the calls; null for a log line that belongs to none. */
  call: number | null;
  /** Index into the messages; null where only a log line names the code. */
  message: number | null;
  meaning: string | null;
  /** The site has a page of this number. */
  hasPage: boolean;
  /** How often it came again. */
  copies: number;
  /** What it carries that explains it: `Reason`, `Warning`, `Retry-After` and so on. */
  carries: { name: string; value: string; cause: number | null }[];
  /** What named it, where it was no message. */
  where: string | null;
}

export interface ShownFinding extends Finding {
  /** Title of the case; its address where the site has none. */
  title: string;
  lines: { line: number; text: string | null; message: number | null }[];
}

/** A case that fits by its signs and phrases, where no rule names one. */
export interface FittingCase {
  permalink: string;
  title: string;
  sign: string;
  because: string[];
}

export interface Overview {
  /** Name of the file; null for a paste. */
  name: string | null;
  lines: number;
  messages: number;
  formats: string[];
  summary: Summary;
  notes: string[];
  /** Systems of the trace, of which the reader may name one as his own. */
  systems: { value: string; label: string; own: boolean }[];
  calls: CallEntry[];
  /** Calls of the trace, of which `calls` may be the first only. */
  callCount: number;
  responses: ShownResponse[];
  responseCount: number;
  findings: ShownFinding[];
  causes: { cause: number; name: string | null; line: number }[];
  /** What headers tell, by lower-case name. */
  headers: Record<string, string>;
  /** Set where private data is hidden. */
  masked: Pick<MaskedTrace, 'counts' | 'notes'> | null;
}

/** A message, its long parts cut, with where it went. */
export interface ShownMessage extends TraceMessage {
  hop: Hop | null;
  /** Later copies of the same bytes: their number and the seconds until the last; folded into this one. */
  copies: number;
  lastCopyAfter: number | null;
}

export interface ShownParticipant extends Participant {
  /** Its role in this call, in one or two words; empty where nothing shows it. */
  part: string;
}

export interface ShownCall {
  call: CallEntry;
  messages: ShownMessage[];
  /** Messages of the call, of which `messages` may be the first only. */
  messageCount: number;
  participants: ShownParticipant[];
  /** Who is who in it, one phrase each: `203.0.113.5: registrar (it answers REGISTER)`. */
  roles: string[];
  /** All of the call; very many are cut. */
  transactions: TransactionEntry[];
  /** Place of the one that is shown alone; null where the whole call is. */
  transaction: number | null;
  /** Index into the trace's messages of the response that decided. */
  deciding: number | null;
  fitting: FittingCase[];
}
