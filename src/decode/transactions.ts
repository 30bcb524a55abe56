/** Groups messages and responses: transactions per hop, dialogs, calls. */
import { first, readAddress, readCseq, readUri } from './headers.ts';
import { outcome } from './outcome.ts';
import type { Call, DecodedResponse, Dialog, TraceMessage, Transaction } from './types.ts';
import { table } from '../sip/table.ts';

/**
 * Transactions in order of first sight: same Call-ID, top Via branch and CSeq method (RFC 3261 §17.1.3).
 * An ACK belongs to the INVITE it acknowledges. Without a branch, CSeq number and ends decide.
 */
export function groupTransactions(
  messages: readonly TraceMessage[],
  responses: readonly DecodedResponse[],
): Transaction[] {
  const transactions: Transaction[] = [];
  const byKey = new Map<string, Transaction>();
  const responseAt = new Map<number, number>();
  responses.forEach((response, index) => {
    if (response.message !== null) responseAt.set(response.message, index);
  });
  const open = new ListedRequests();
  for (const message of messages) {
    if (message.listed) {
      open.take(message, responseAt.get(message.index), responses, transactions);
      continue;
    }
    // A request whose CSeq names another method is answered with the method of CSeq.
    const method = message.kind === 'request' ? (cseqMethod(message) ?? message.method) : message.method;
    const isAck = message.kind === 'request' && method === 'ACK';
    const key = keyOf(message, isAck ? 'INVITE' : method);
    let transaction = byKey.get(key);
    if (isAck) {
      // The ACK for a 2xx has a branch of its own (RFC 3261 §13.2.2.4): found by CSeq.
      transaction ??= byKey.get(ackKey(message));
      transaction?.acks.push(message.index);
      continue;
    }
    if (!transaction) {
      transaction = newTransaction(message, method);
      transactions.push(transaction);
      byKey.set(key, transaction);
      if (method === 'INVITE') byKey.set(ackKey(message), transaction);
    }
    if (message.kind === 'request') {
      if (transaction.request === null) {
        transaction.request = message.index;
        transaction.cseq ??= message.cseq;
      } else transaction.requestCopies.push(message.index);
      continue;
    }
    const index = responseAt.get(message.index);
    const response = index === undefined ? undefined : responses[index];
    if (index !== undefined && response) addResponse(transaction, index, response.code);
  }
  responses.forEach((response, index) => {
    if (response.message !== null) return;
    const transaction: Transaction = {
      ...blankTransaction(),
      method: response.method,
      callId: response.callId,
      cseq: response.cseq,
    };
    addResponse(transaction, index, response.code);
    transactions.push(transaction);
  });
  return transactions;
}

function cseqMethod(message: TraceMessage): string | null {
  const cseq = first(message, 'cseq');
  if (cseq === null || message.method === null || cseq.endsWith(message.method)) return null;
  const { method } = readCseq(cseq);
  // ACK and CANCEL are told by their start line.
  return message.method === 'ACK' || message.method === 'CANCEL' ? null : method;
}

function keyOf(message: TraceMessage, method: string | null): string {
  const branch = message.branch ?? `${message.cseq ?? ''}|${message.source?.host ?? ''}`;
  // A branch without the magic cookie is not unique (RFC 3261 §8.1.1.7).
  const loose =
    message.branch?.startsWith('z9hG4bK') === true ? '' : `|${message.cseq ?? ''}|${message.fromTag ?? ''}`;
  return `${message.callId ?? ''}|${branch}|${method ?? ''}${loose}`;
}

function ackKey(message: TraceMessage): string {
  return `ack|${message.callId ?? ''}|${message.cseq ?? ''}|${message.fromTag ?? ''}`;
}

function blankTransaction(): Transaction {
  return {
    method: null,
    callId: null,
    branch: null,
    cseq: null,
    request: null,
    requestCopies: [],
    responses: [],
    provisionalCodes: [],
    finalCode: null,
    moreFinalCodes: [],
    acks: [],
  };
}

function newTransaction(message: TraceMessage, method: string | null): Transaction {
  return {
    ...blankTransaction(),
    method,
    callId: message.callId,
    branch: message.branch,
    cseq: message.cseq,
  };
}

function addResponse(transaction: Transaction, index: number, code: number): void {
  transaction.responses.push(index);
  if (code < 200) transaction.provisionalCodes.push(code);
  else if (transaction.finalCode === null) transaction.finalCode = code;
  else if (transaction.finalCode !== code && !transaction.moreFinalCodes.includes(code))
    transaction.moreFinalCodes.push(code);
}

/** Lines of a packet list have no branch: a status answers the last request that went the other way. */
class ListedRequests {
  private readonly waiting = new Map<string, { transaction: Transaction; message: TraceMessage }[]>();

  take(
    message: TraceMessage,
    index: number | undefined,
    responses: readonly DecodedResponse[],
    transactions: Transaction[],
  ): void {
    const from = message.source?.host ?? '';
    const to = message.destination?.host ?? '';
    if (message.kind === 'request') {
      if (message.method === 'ACK') return;
      const transaction = newTransaction(message, message.method);
      transaction.request = message.index;
      transactions.push(transaction);
      const list = this.waiting.get(`${from}>${to}`) ?? [];
      list.push({ transaction, message });
      if (list.length > 50) list.shift();
      this.waiting.set(`${from}>${to}`, list);
      return;
    }
    const response = index === undefined ? undefined : responses[index];
    if (index === undefined || !response) return;
    const list = this.waiting.get(`${to}>${from}`) ?? [];
    const match = [...list]
      .reverse()
      .find(
        (entry) =>
          (response.method === null || entry.transaction.method === response.method) &&
          entry.transaction.finalCode === null,
      );
    let transaction = match?.transaction;
    if (!transaction) {
      transaction = newTransaction(message, message.method);
      transactions.push(transaction);
    }
    response.method ??= transaction.method;
    message.method ??= transaction.method;
    addResponse(transaction, index, response.code);
  }
}

/** Dialogs: Call-ID with both tags, whichever side is From (RFC 3261 §12). */
export function groupDialogs(messages: readonly TraceMessage[]): Dialog[] {
  const dialogs = new Map<string, Dialog>();
  for (const message of messages) {
    if (message.callId === null || message.listed) continue;
    if (!message.fromTag || !message.toTag) continue;
    const tags = [message.fromTag, message.toTag].sort();
    const key = `${message.callId}|${tags.join('|')}`;
    let dialog = dialogs.get(key);
    if (!dialog) {
      dialog = {
        callId: message.callId,
        fromTag: message.fromTag,
        toTag: message.toTag,
        messages: [],
        state: 'early',
      };
      dialogs.set(key, dialog);
    }
    dialog.messages.push(message.index);
    if (message.kind === 'response' && message.method === 'INVITE' && message.code !== null) {
      if (message.code >= 200 && message.code < 300) dialog.state = 'confirmed';
      else if (message.code >= 300 && dialog.state === 'early') dialog.state = 'failed';
    } else if (message.kind === 'request' && message.method === 'BYE') dialog.state = 'ended';
  }
  return [...dialogs.values()];
}

/** Everything of one Call-ID. Responses that only a log line names without one are a call each. */
export function groupCalls(
  messages: readonly TraceMessage[],
  responses: readonly DecodedResponse[],
  transactions: readonly Transaction[],
): Call[] {
  const calls: Call[] = [];
  const byId = new Map<string, Call>();
  const callFor = (callId: string | null, key: string): Call => {
    const known = byId.get(key);
    if (known) return known;
    const call: Call = {
      callId,
      kind: 'other',
      from: null,
      to: null,
      messages: [],
      transactions: [],
      responses: [],
      finalCode: null,
      finalResponse: null,
      ringAfter: null,
      rang: null,
      talked: null,
      endedBy: null,
    };
    calls.push(call);
    byId.set(key, call);
    return call;
  };
  for (const message of messages) {
    callFor(message.callId, message.callId ?? 'none').messages.push(message.index);
  }
  transactions.forEach((transaction, index) => {
    const loose = transaction.callId === null && transaction.request === null;
    const firstResponse = transaction.responses[0];
    const mention = firstResponse !== undefined && responses[firstResponse]?.message === null;
    const key = transaction.callId ?? (loose && mention ? 'log' : 'none');
    const call = callFor(transaction.callId, key);
    call.transactions.push(index);
    for (const response of transaction.responses) call.responses.push(response);
  });
  for (const call of calls) describe(call, messages, responses, transactions);
  return calls;
}

const kinds: Record<string, Call['kind']> = table({
  INVITE: 'call',
  REGISTER: 'registration',
  OPTIONS: 'keepalive',
  SUBSCRIBE: 'subscription',
  PUBLISH: 'subscription',
  NOTIFY: 'subscription',
  MESSAGE: 'message',
  BYE: 'call',
  CANCEL: 'call',
});

function describe(
  call: Call,
  messages: readonly TraceMessage[],
  responses: readonly DecodedResponse[],
  transactions: readonly Transaction[],
): void {
  const own = call.transactions.map((index) => transactions[index]).filter((entry) => entry !== undefined);
  const methods = own.map((transaction) => transaction.method ?? '');
  const leading = methods.includes('INVITE') ? 'INVITE' : (methods.find((name) => name !== '') ?? '');
  call.kind = kinds[leading] ?? 'other';
  const list = call.messages.map((index) => messages[index]).filter((entry) => entry !== undefined);
  const opening = list.find((message) => message.headers.length > 0);
  if (opening) {
    call.from = person(first(opening, 'from'));
    call.to = person(first(opening, 'to'));
  }
  const decided = outcome(own, responses);
  call.finalCode = decided?.code ?? null;
  call.finalResponse = decided?.index ?? null;
  times(call, list);
}

function person(value: string | null): string | null {
  if (value === null) return null;
  const uri = readAddress(value).uri;
  const parts = readUri(uri);
  if (!parts) return uri.slice(0, 200) || null;
  return parts.user ? (parts.host ? `${parts.user}@${parts.host}` : parts.user) : parts.host || null;
}

function times(call: Call, list: readonly TraceMessage[]): void {
  const invite = list.find((message) => message.kind === 'request' && message.method === 'INVITE');
  if (!invite) return;
  const at = (message: TraceMessage | undefined): number | null => message?.time?.seconds ?? null;
  const ringing = list.find(
    (message) =>
      message.method === 'INVITE' && message.code !== null && message.code > 100 && message.code < 200,
  );
  const answered = list.find(
    (message) =>
      message.kind === 'response' &&
      message.method === 'INVITE' &&
      message.code !== null &&
      message.code >= 200 &&
      message.code < 300,
  );
  const final = [...list]
    .reverse()
    .find(
      (message) => message.kind === 'response' && message.method === 'INVITE' && (message.code ?? 0) >= 200,
    );
  const ending = list.find(
    (message) => message.kind === 'request' && (message.method === 'BYE' || message.method === 'CANCEL'),
  );
  call.ringAfter = between(at(invite), at(ringing));
  call.rang = between(at(ringing), at(answered ?? final ?? ending));
  if (answered)
    call.talked = between(
      at(answered),
      at(list.find((message) => message.kind === 'request' && message.method === 'BYE')),
    );
  if (ending) {
    if (ending.method === 'CANCEL' || (ending.fromTag !== null && ending.fromTag === invite.fromTag))
      call.endedBy = 'caller';
    else if (ending.toTag !== null && ending.toTag === invite.fromTag) call.endedBy = 'called';
  }
}

function between(from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null;
  // Without dates a call may go past midnight.
  const length = to < from - 43_200 ? to + 86_400 - from : to - from;
  return length < 0 ? null : Math.round(length * 1000) / 1000;
}
