/** From what the reader collected to responses: messages, mentions of codes, copies marked. */
import type { Mention } from './formats/mentions.ts';
import { findTime } from './formats/when.ts';
import { all, credentials, first, readAddress, reasons, warnings } from './headers.ts';
import type { Collected } from './reader.ts';
import { hash, leadingNumber, splitOutside } from './text.ts';
import type { CauseSeen, DecodedResponse, TraceMessage, TransferStatus } from './types.ts';

/** Marks messages whose bytes went the same way before. */
export function markRetransmissions(messages: readonly TraceMessage[]): void {
  const seen = new Map<string, number>();
  for (const message of messages) {
    if (message.listed) continue;
    const ends = `${message.source?.host ?? ''}:${message.source?.port ?? ''}>${message.destination?.host ?? ''}:${message.destination?.port ?? ''}`;
    const key = `${ends}|${hash(wire(message))}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, message.index);
    else message.retransmissionOf = before;
  }
}

function wire(message: TraceMessage): string {
  let text = message.startLine;
  for (const header of message.headers) text += `\n${header.name}:${header.value}`;
  return `${text}\n\n${message.body}`;
}

/**
 * A program may print a message twice: whole and in parts. A response without Call-ID and CSeq
 * right behind the same code is that, and no second response.
 */
export function dropEchoes(messages: TraceMessage[]): TraceMessage[] {
  let last: TraceMessage | null = null;
  const kept = messages.filter((message) => {
    const part =
      message.kind === 'response' && !message.listed && message.callId === null && message.cseq === null;
    if (part && last && last.code === message.code && last.callId !== null && message.line - last.line < 60)
      return false;
    last = message.kind === 'response' ? message : last;
    return true;
  });
  if (kept.length === messages.length) return messages;
  kept.forEach((message, index) => {
    message.index = index;
  });
  return kept;
}

/** The response that a message is. */
function responseOf(message: TraceMessage): DecodedResponse {
  const code = message.code ?? 0;
  return {
    code,
    reasonPhrase: message.reasonPhrase,
    method: message.method,
    cseq: message.cseq,
    callId: message.callId,
    reasons: reasons(message),
    warnings: warnings(message),
    retryAfter: seconds(message, 'retry-after'),
    minSE: seconds(message, 'min-se'),
    minExpires: seconds(message, 'min-expires'),
    unsupported: all(message, 'unsupported').flatMap((header) =>
      splitOutside(header.value, ',').filter(Boolean),
    ),
    challenges: credentials(message).filter((found) => found.header.endsWith('authenticate')),
    contacts:
      code >= 300 && code < 400
        ? all(message, 'contact').flatMap((header) =>
            splitOutside(header.value, ',').map((value) => readAddress(value).uri),
          )
        : [],
    callInfo: callInfo(message),
    retransmission: message.retransmissionOf !== null,
    message: message.index,
    line: message.line,
    where: message.listed ? 'packet list' : null,
  };
}

function seconds(message: TraceMessage, name: string): number | null {
  const value = first(message, name);
  return value === null ? null : leadingNumber(value);
}

function callInfo(message: TraceMessage): string | null {
  const values = all(message, 'call-info').flatMap((header) =>
    splitOutside(header.value, ',').map(readAddress),
  );
  const card = values.find((value) => value.params['purpose']?.toLowerCase() === 'jwscard');
  return (card ?? values[0])?.uri ?? null;
}

/** The response that a log line names. */
function responseFrom(mention: Mention): DecodedResponse {
  return {
    code: mention.code,
    reasonPhrase: mention.phrase,
    method: mention.method,
    cseq: mention.cseq,
    callId: mention.callId,
    reasons: [],
    warnings: [],
    retryAfter: null,
    minSE: null,
    minExpires: null,
    unsupported: [],
    challenges: [],
    contacts: [],
    callInfo: null,
    retransmission: mention.again,
    message: null,
    line: mention.line,
    where: mention.where,
  };
}

/** Two statements do not exclude each other: one of them may say nothing. */
function agree(a: string | number | null, b: string | number | null): boolean {
  return a === null || b === null || a === b;
}

/**
 * Responses in order of the text: messages first-hand, and what only log lines say.
 * A log line that repeats a message, or another log line of the same moment, is left out.
 */
export function collectResponses(collected: Collected): DecodedResponse[] {
  const responses = collected.messages
    .filter((message) => message.kind === 'response' && message.code !== null)
    .map(responseOf);
  const byCode = new Map<number, DecodedResponse[]>();
  for (const response of responses) {
    const list = byCode.get(response.code);
    if (list) list.push(response);
    else byCode.set(response.code, [response]);
  }
  const mentioned: { response: DecodedResponse; time: number | null; text: string }[] = [];
  const mentions: Mention[] = [
    ...collected.mentions,
    ...collected.statusLines
      .filter((status) => !status.sipfrag)
      .map((status) => ({
        code: status.code,
        phrase: status.phrase || null,
        method: status.method,
        cseq: status.cseq,
        callId: status.callId,
        again: false,
        where: 'status line',
        line: status.line,
        text: status.text,
      })),
  ].sort((a, b) => a.line - b.line);
  const lastOf = new Map<string, { time: number | null; text: string; line: number }>();
  for (const mention of mentions) {
    const repeats = byCode
      .get(mention.code)
      ?.some(
        (response) =>
          agree(response.cseq, mention.cseq) &&
          agree(response.method, mention.method) &&
          (agree(response.callId, mention.callId) ||
            response.callId?.startsWith(mention.callId ?? '-') === true),
      );
    if (repeats) continue;
    const key = `${mention.code}|${mention.method ?? ''}|${mention.cseq ?? ''}|${mention.callId ?? ''}`;
    const time = findTime(mention.text)?.seconds ?? null;
    const before = lastOf.get(key);
    lastOf.set(key, { time, text: mention.text, line: mention.line });
    if (before && sameMoment(before, time, mention)) continue;
    mentioned.push({ response: responseFrom(mention), time, text: mention.text });
  }
  if (mentioned.length === 0) return responses;
  return [...responses, ...mentioned.map((entry) => entry.response)].sort((a, b) => a.line - b.line);
}

/** Two log lines speak of one response: same code, within two seconds or within a few lines. */
function sameMoment(
  before: { time: number | null; text: string; line: number },
  time: number | null,
  mention: Mention,
): boolean {
  if (mention.cseq !== null && mention.callId !== null) return true;
  if (before.time !== null && time !== null) return Math.abs(time - before.time) <= 2;
  return mention.line - before.line <= 6;
}

/** Results of transfers: never responses. */
export function collectTransfers(collected: Collected): TransferStatus[] {
  return collected.statusLines
    .filter((status) => status.sipfrag)
    .map((status) => ({
      code: status.code,
      reasonPhrase: status.phrase,
      line: status.line,
      callId: status.callId,
    }));
}

/**
 * Causes outside of Reason headers: the octets and the decoded line of one information element
 * are one cause.
 */
export function collectCauses(collected: Collected): CauseSeen[] {
  const kept: CauseSeen[] = [];
  for (const cause of collected.causes) {
    const last = kept.at(-1);
    const sameElement =
      last?.cause === cause.cause &&
      last.where === 'cause octets' &&
      cause.where === 'cause' &&
      cause.line - last.line <= 5;
    if (!sameElement) kept.push(cause);
  }
  return kept;
}
