/** Which response decided: of a call, and of the whole trace. */
import type { Call, DecodedResponse, Transaction } from './types.ts';

export interface Decided {
  code: number;
  /** Index into `responses`. */
  index: number;
}

/** Methods that only accompany a call or end it: their answers decide nothing if there is another. */
const minor = new Set(['BYE', 'CANCEL', 'NOTIFY', 'PRACK', 'INFO', 'OPTIONS', 'UPDATE', 'ACK']);

/**
 * The response that decided the outcome: not a challenge that was answered, not the answer to a
 * method that only accompanies the call, not a mention if there are messages.
 */
export function outcome(
  transactions: readonly Transaction[],
  responses: readonly DecodedResponse[],
): Decided | null {
  const finals: Final[] = [];
  for (const transaction of transactions) {
    for (const index of transaction.responses) {
      const response = responses[index];
      if (!response || response.code < 200) continue;
      finals.push({
        code: response.code,
        index,
        line: response.line,
        rank: rank(transaction, response),
        transaction,
      });
    }
  }
  if (finals.length === 0) return null;
  const best = finals.reduce((most, final) => Math.max(most, final.rank), -1);
  const last = finals.filter((final) => final.rank === best).reduce((a, b) => (b.line >= a.line ? b : a));
  return atTheCaller(last, finals);
}

interface Final extends Decided {
  line: number;
  rank: number;
  transaction: Transaction;
}

/**
 * One request over several hops: the answer on the hop nearest to the sender is the one he got.
 * That hop saw the request first.
 */
function atTheCaller(last: Final, finals: readonly Final[]): Decided {
  const { method, cseq, request } = last.transaction;
  if (request === null || cseq === null) return last;
  let nearest = last;
  for (const final of finals) {
    const other = final.transaction;
    if (other.method !== method || other.cseq !== cseq || other.request === null) continue;
    const from = nearest.transaction.request ?? Number.POSITIVE_INFINITY;
    if (other.request < from || (other.request === from && final.line > nearest.line)) nearest = final;
  }
  return nearest;
}

function rank(transaction: Transaction, response: DecodedResponse): number {
  const challenge = response.code === 401 || response.code === 407;
  const method = response.method ?? transaction.method;
  let points = 8;
  if (method !== null && minor.has(method)) points -= 4;
  if (challenge) points -= 2;
  // What only a status line in running text says comes last.
  if (response.where === 'status line') points -= 5;
  return points;
}

/** The call a reader most likely asks about: a failed call first, then a failed registration, then any. */
export function mainCall(calls: readonly Call[]): number | null {
  let best: number | null = null;
  let bestPoints = -1;
  calls.forEach((call, index) => {
    const points = weight(call);
    if (points > bestPoints) {
      best = index;
      bestPoints = points;
    }
  });
  return best;
}

function weight(call: Call): number {
  const failed = call.finalCode !== null && call.finalCode >= 300;
  const open = call.finalCode === null && call.transactions.length > 0;
  const kind = { call: 5, registration: 4, message: 3, subscription: 2, other: 2, keepalive: 1 }[call.kind];
  const challenged = call.finalCode === 401 || call.finalCode === 407;
  return (failed ? (challenged ? 20 : 30) : open ? 15 : 10) + kind;
}
