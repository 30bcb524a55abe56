/** Signs of the group "When". Without times in the trace they decide nothing. */
import { sdpOf } from '../sdp.ts';
import type { SignResult, TraceMessage } from '../types.ts';
import { secondsBetween, type View } from '../view.ts';

/** Provisional responses of the same Call-ID and CSeq number before the response, on any hop. */
function before(see: View): TraceMessage[] {
  const line = see.answer?.response.line ?? Number.POSITIVE_INFINITY;
  const cseq = see.answer?.response.cseq ?? see.exchange.transaction.cseq;
  return see.messages.filter(
    (message) =>
      message.kind === 'response' &&
      (message.code ?? 0) > 100 &&
      (message.code ?? 0) < 200 &&
      message.line < line &&
      (cseq === null || message.cseq === null || message.cseq === cseq),
  );
}

export function immediate(see: View): SignResult {
  const seconds = secondsBetween(see.exchange.request, see.answer?.message);
  if (before(see).length > 0) return false;
  return seconds === null ? null : seconds < 2;
}

export function afterRinging(see: View): SignResult {
  if (!see.answer) return null;
  return before(see).some((message) => message.code === 180 || (message.code === 183 && !sdpOf(message)));
}

export function afterAnnouncement(see: View): SignResult {
  if (!see.answer) return null;
  return before(see).some(
    (message) => (message.code === 183 || message.code === 180) && sdpOf(message) !== null,
  );
}

const about32 = (seconds: number | null): boolean => seconds !== null && seconds >= 28 && seconds <= 36;

export function after32Seconds(see: View): SignResult {
  const answered = see.messages.find((message) => message.code === 200 && message.method === 'INVITE');
  const bye = see.messages.find((message) => message.kind === 'request' && message.method === 'BYE');
  const toResponse = secondsBetween(see.exchange.request, see.answer?.message);
  const toBye = secondsBetween(answered, bye);
  const answerToResponse = secondsBetween(answered, see.answer?.message);
  if (toResponse === null && toBye === null && answerToResponse === null) return null;
  return about32(toResponse) || about32(toBye) || about32(answerToResponse);
}

/** Times from the first ringing to the end, of each call of the trace. */
function ringTimes(see: View): number[] {
  return see.trace.calls.flatMap((call) =>
    call.kind === 'call' && call.rang !== null && call.talked === null ? [call.rang] : [],
  );
}

export function fixedSeconds(see: View): SignResult {
  const times = ringTimes(see);
  if (times.length < 2) return null;
  return spread(times) <= 0.5;
}

export function varyingSeconds(see: View): SignResult {
  const times = ringTimes(see);
  if (times.length < 2) return null;
  return spread(times) > 2;
}

function spread(times: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < least) least = time;
    if (time > most) most = time;
  }
  return most - least;
}

/** 15 or 30 minutes: half a session interval and the whole of the usual 1800 s (RFC 4028 §4). */
export function afterFixedMinutes(see: View): SignResult {
  const { talked } = see.call;
  if (talked === null) return null;
  return (talked >= 850 && talked <= 950) || (talked >= 1750 && talked <= 1850);
}

export function silence(see: View): SignResult {
  if (!see.exchange.request || see.exchange.request.listed) return null;
  if (see.exchange.answers.length > 0) return false;
  return see.exchange.copies.length > 0 ? true : null;
}

export function only100(see: View): SignResult {
  const codes = see.exchange.answers.map((answer) => answer.response.code);
  if (!codes.includes(100)) return codes.length > 0 ? false : null;
  const others = see.exchange.answers.filter((answer) => answer.response.code !== 100);
  if (others.length === 0) return true;
  const trying = see.exchange.answers.find((answer) => answer.response.code === 100)?.message;
  return others.every(
    (answer) =>
      (answer.response.code === 408 || answer.response.code === 487) &&
      trying?.source !== null &&
      answer.message?.source?.host === trying?.source?.host &&
      !see.messages.some(
        (message) => (message.code ?? 0) > 100 && message.branch !== see.exchange.transaction.branch,
      ),
  );
}
