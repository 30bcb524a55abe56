/**
 * What the decoder makes of a pasted trace. All of it is plain data: it can be posted from a worker,
 * put into a test as JSON and read by a page without knowing how it was found.
 *
 * Line numbers count from 1 and are those of the text that was given.
 */

/** One end of a packet, as far as the trace names it. */
export interface Address {
  host: string;
  port: number | null;
  /** Upper case: UDP, TCP, TLS, WS, WSS. */
  transport: string | null;
}

/** A time as the trace writes it. */
export interface TraceTime {
  text: string;
  /**
   * Seconds, good for differences within one trace only: since 1970 where the trace gives a date
   * (taken as UTC), since midnight or the start of the capture where it does not.
   */
  seconds: number;
}

export interface HeaderField {
  /** Long name in lower case: `via`, `call-id`. */
  name: string;
  /** Name as it stood there. */
  written: string;
  /** Value with folded lines joined by one blank. */
  value: string;
  line: number;
}

/** A SIP message of the trace, or a line of a packet list that stands for one. */
export interface TraceMessage {
  /** Place in `DecodedTrace.messages`. */
  index: number;
  kind: 'request' | 'response';
  /** First and last line in the text. */
  line: number;
  endLine: number;
  startLine: string;
  /** Request: its method. Response: the method of CSeq, or null. */
  method: string | null;
  requestUri: string | null;
  code: number | null;
  reasonPhrase: string | null;
  cseq: number | null;
  callId: string | null;
  /** Branch of the top Via. */
  branch: string | null;
  fromTag: string | null;
  toTag: string | null;
  headers: HeaderField[];
  body: string;
  /** Bytes the message announces for its body; null without Content-Length. */
  contentLength: number | null;
  /** Bytes of head and body with CRLF line ends. */
  bytes: number;
  /** The paste kept the bytes, so that lengths may be compared. */
  exact: boolean;
  /** The end of the head was seen: nothing was cut off before it. */
  complete: boolean;
  time: TraceTime | null;
  source: Address | null;
  destination: Address | null;
  /** Seen from the program that wrote the log. */
  direction: 'in' | 'out' | null;
  /** Which kind of text it was found in; see `formats/names.ts`. */
  format: string;
  /** Only a line of a packet list: no headers. */
  listed: boolean;
  /** The same bytes went the same way before: index of the first one. */
  retransmissionOf: number | null;
}

export interface Reason {
  protocol: string;
  cause: number | null;
  text: string | null;
}

export interface Warning {
  code: number;
  agent: string | null;
  text: string | null;
}

/** A challenge or an answer to one: scheme and parameters in lower case, values unquoted. */
export interface Credentials {
  /** Header it stood in: `www-authenticate`, `proxy-authorization`. */
  header: string;
  scheme: string;
  params: Record<string, string>;
  line: number;
}

/** A SIP response: a message, or a code that a log line names. */
export interface DecodedResponse {
  code: number;
  /** As sent, which may differ from the registered phrase; null where only the number is known. */
  reasonPhrase: string | null;
  method: string | null;
  cseq: number | null;
  callId: string | null;
  reasons: Reason[];
  warnings: Warning[];
  /** Seconds. */
  retryAfter: number | null;
  /** Seconds (RFC 4028). */
  minSE: number | null;
  /** Seconds. */
  minExpires: number | null;
  unsupported: string[];
  challenges: Credentials[];
  /** URIs in Contact of a 3xx. */
  contacts: string[];
  /** URI of the Call-Info that names who blocked (RFC 8688), else the first one. */
  callInfo: string | null;
  /** The same bytes went the same way before. */
  retransmission: boolean;
  /** Index into `messages`; null where only a log line names the code. */
  message: number | null;
  line: number;
  /** What named the code, where it was not a message: `Got SIP response`. */
  where: string | null;
}

/** A request and what answered it, on one hop (RFC 3261 §17). */
export interface Transaction {
  method: string | null;
  callId: string | null;
  branch: string | null;
  cseq: number | null;
  /** Index of the first request message; null where the trace has only the answer. */
  request: number | null;
  /** Indexes of further copies of the request. */
  requestCopies: number[];
  /** Indexes into `responses`, copies included. */
  responses: number[];
  provisionalCodes: number[];
  /** First final response. */
  finalCode: number | null;
  /** Later final responses that differ. */
  moreFinalCodes: number[];
  /** Message indexes of ACKs that belong to it. */
  acks: number[];
}

/** One dialog: Call-ID and both tags (RFC 3261 §12). */
export interface Dialog {
  callId: string;
  fromTag: string | null;
  toTag: string | null;
  messages: number[];
  state: 'early' | 'confirmed' | 'ended' | 'failed';
}

/** All that belongs to one Call-ID. */
export interface Call {
  callId: string | null;
  kind: 'call' | 'registration' | 'keepalive' | 'subscription' | 'message' | 'other';
  /** Address-of-record of From and To, as written, without parameters. */
  from: string | null;
  to: string | null;
  messages: number[];
  transactions: number[];
  responses: number[];
  /** The response that decided the outcome; see `outcome.ts`. */
  finalCode: number | null;
  finalResponse: number | null;
  /** Seconds from the first INVITE to the first 18x, from there to the end, and from 200 to BYE. */
  ringAfter: number | null;
  rang: number | null;
  talked: number | null;
  /** Who sent BYE or CANCEL: the From side of the first request, or the other. */
  endedBy: 'caller' | 'called' | null;
}

/** A column of the ladder. */
export interface Participant {
  id: string;
  /** `203.0.113.5:5060`, or null for the program that wrote the log. */
  label: string | null;
  address: Address | null;
  /** Not named by a packet: worked out from Via and Request-URI. */
  inferred: boolean;
  /** The reader said that this is his own system. */
  own: boolean;
  /** Its part in the trace; null where nothing shows it. See `roles.ts`. */
  role: ParticipantRole | null;
}

/** `edge`: a product that is gateway and session border controller alike. `teams`: Microsoft's side of Direct Routing. */
export type RoleName =
  'phone' | 'pbx' | 'proxy' | 'sbc' | 'edge' | 'gateway' | 'teams' | 'provider' | 'registrar' | 'scanner';

export interface ParticipantRole {
  name: RoleName;
  /** False: it may be so. */
  sure: boolean;
  /** Program its own messages name. */
  product: string | null;
  /** It answers REGISTER as well. */
  registrar: boolean;
  /** What shows it, as a sentence. */
  because: string;
}

/** An arrow of the ladder. */
export interface Hop {
  message: number;
  from: string;
  to: string;
}

/** A Q.850 cause seen outside a Reason header. */
export interface CauseSeen {
  cause: number;
  line: number;
  /** Name as written: `INCOMPATIBLE_DESTINATION`. */
  name: string | null;
  /** What was read: `cause octets`, `log line`, `constant`. */
  where: string;
}

/** The result of a transfer in a body of message/sipfrag: no response to a request. */
export interface TransferStatus {
  code: number;
  reasonPhrase: string;
  line: number;
  callId: string | null;
}

export type Certainty = 'sure' | 'likely' | 'maybe';

/** A case of the site that the trace shows. */
export interface Finding {
  /** File in `rules/` that found it. */
  rule: string;
  /** Permalink: `/403/#caller-id-mismatch`. */
  case: string;
  certainty: Certainty;
  /** Line numbers. */
  evidence: number[];
  /** One or two sentences for the reader. */
  message: string;
  /** Ids of the signs the call shows. */
  signs: string[];
  /** Nothing is wrong: the reader may pass on. */
  fine: boolean;
  /** Index into `calls`. */
  call: number | null;
  /** Index into `responses`: the response it explains. */
  response: number | null;
  /** Facts a page sets side by side, such as two codec lists. */
  facts: { label: string; value: string }[];
}

/**
 * What a sign's function found. True: the trace shows the sign. A list: it shows it with these values, such as the
 * causes; an empty one shows nothing. False: the trace shows that it is not so. Null: the trace decides nothing.
 */
export type SignResult = boolean | string[] | null;

/** The first sentence of the page, as data and as text. */
export interface Summary {
  sentence: string;
  /** Index into `calls` of the call it speaks of. */
  call: number | null;
  finalCode: number | null;
  /** Who sent the deciding response, as the trace names him. */
  by: string | null;
}

/** What the reader may add to a trace. */
export interface DecodeOptions {
  /**
   * Addresses of the reader's own systems: `192.0.2.10`, `192.0.2.10:5060`, or `self` for the program that wrote
   * the log. They decide what is outgoing and what incoming.
   */
  own?: readonly string[];
}

export interface DecodedTrace {
  messages: TraceMessage[];
  responses: DecodedResponse[];
  transactions: Transaction[];
  dialogs: Dialog[];
  calls: Call[];
  participants: Participant[];
  hops: Hop[];
  causes: CauseSeen[];
  transfers: TransferStatus[];
  findings: Finding[];
  summary: Summary;
  /** The outcome of the trace: that of the call the summary speaks of. */
  finalCode: number | null;
  /** Kinds of text it was found in, most frequent first. */
  formats: string[];
  lines: number;
  /** Limits that were hit, for the reader: one sentence each. */
  notes: string[];
  /** Log lines that may say something: kept for ranking cases by their phrases. */
  words: LogLine[];
}

export interface LogLine {
  line: number;
  text: string;
}
