/** Signs of the groups "Whom it hits" and "What it carries". */
import { all, first, hostOf, reasons, userOf, readUri } from '../headers.ts';
import { splitOutside } from '../text.ts';
import { acceptedKey, indexOf } from '../trace-index.ts';
import type { SignResult, TraceMessage } from '../types.ts';
import { unknown } from '../ladder.ts';
import { seesBothWays, value, type View } from '../view.ts';

export function numberForm(see: View): SignResult {
  const { request } = see.exchange;
  const called = readUri(request?.requestUri ?? '')?.user;
  if (!request || !called || !/^\+?[\d#*]{3,}$/.test(called)) return null;
  const digits = (text: string): string => text.replace(/\D/g, '');
  const others = [
    userOf(value(request, 'to')),
    ...see.messages
      .filter((message) => message.kind === 'request' && message.method === 'INVITE')
      .map((message) => readUri(message.requestUri ?? '')?.user ?? null),
  ].filter((user): user is string => user !== null && user !== called && /^\+?\d{3,}$/.test(user));
  if (others.length === 0) return null;
  return others.some((other) => {
    if (other.startsWith('+') !== called.startsWith('+') && tail(digits(other), digits(called))) return true;
    return (
      /^(?:00|011|0|9|8)/.test(called) &&
      digits(called).endsWith(digits(other)) &&
      digits(called) !== digits(other)
    );
  });
}

/** One number is the end of the other: the same subscriber in another form. */
function tail(a: string, b: string): boolean {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  return short.length >= 6 && long.endsWith(short.slice(-8));
}

export function forwarded(see: View): SignResult {
  const invites = see.messages.filter((message) => message.kind === 'request' && message.method === 'INVITE');
  if (invites.length === 0) return null;
  return invites.some(
    (invite) =>
      first(invite, 'diversion') !== null ||
      all(invite, 'history-info').flatMap((header) => splitOutside(header.value, ',')).length >= 2,
  );
}

export function workedAtFirst(see: View): SignResult {
  const { request } = see.exchange;
  const user = userOf(value(request, 'from'));
  if (!request || user === null) return null;
  const first = indexOf(see.trace).accepted.get(acceptedKey(see.exchange.method, user));
  return first !== undefined && first < request.line;
}

/** Reasons of the response, and of BYE and CANCEL of the call. */
function reasonsOf(see: View): { protocol: string; cause: number | null }[] {
  return [
    ...(see.answer?.response.reasons ?? []),
    ...see.messages
      .filter(
        (message) => message.kind === 'request' && (message.method === 'BYE' || message.method === 'CANCEL'),
      )
      .flatMap(reasons),
  ];
}

function values(numbers: readonly (number | null)[]): SignResult {
  const found = [...new Set(numbers.filter((number) => number !== null).map(String))];
  return found.length > 0 ? found : false;
}

export const q850Reason = (see: View): SignResult =>
  values(
    reasonsOf(see)
      .filter((reason) => reason.protocol.toUpperCase() === 'Q.850')
      .map((reason) => reason.cause),
  );

export const reasonSip = (see: View): SignResult =>
  values(
    reasonsOf(see)
      .filter((reason) => reason.protocol.toUpperCase() === 'SIP')
      .map((reason) => reason.cause),
  );

export const warning = (see: View): SignResult =>
  see.answer ? values(see.answer.response.warnings.map((entry) => entry.code)) : null;

export function retryAfter(see: View): SignResult {
  return see.answer?.message ? see.answer.response.retryAfter !== null : null;
}

export function notOnTheWire(see: View): SignResult {
  return see.answer ? see.answer.message === null && see.trace.messages.length > 0 : null;
}

export function repeated(see: View): SignResult {
  return see.messages.some((message) => message.retransmissionOf !== null);
}

function cancelOf(see: View): TraceMessage | undefined {
  const { branch, cseq } = see.exchange.transaction;
  return see.messages.find(
    (message) =>
      message.kind === 'request' &&
      message.method === 'CANCEL' &&
      message.branch === branch &&
      message.cseq === cseq,
  );
}

export function cancelSeen(see: View): SignResult {
  if (see.exchange.method !== 'INVITE') return null;
  return cancelOf(see) !== undefined;
}

export function noCancel(see: View): SignResult {
  if (see.exchange.method !== 'INVITE' || !see.exchange.request || !seesBothWays(see)) return null;
  return cancelOf(see) === undefined;
}

/** A proxy that gives up answers with a tag of its own: only tags of ringing and answered phones count. */
export function severalPhones(see: View): SignResult {
  const invites = see.messages.filter(
    (message) => message.kind === 'request' && message.method === 'INVITE' && message.toTag === null,
  );
  if (invites.length === 0) return null;
  const targets = new Map<string, Set<string>>();
  for (const invite of invites) {
    const hop = see.trace.hops[invite.index]?.from ?? '';
    const key = `${invite.cseq ?? ''}|${hop}`;
    const set = targets.get(key) ?? new Set<string>();
    set.add(invite.requestUri ?? '');
    targets.set(key, set);
  }
  if ([...targets.values()].some((set) => set.size > 1)) return true;
  return see.exchanges.some(
    (exchange) =>
      exchange.method === 'INVITE' &&
      new Set(
        exchange.answers.flatMap((answer) =>
          answer.message?.toTag && answer.response.code > 100 && answer.response.code < 300
            ? [answer.message.toTag]
            : [],
        ),
      ).size > 1,
  );
}

export function contactOther(see: View): SignResult {
  const code = see.answer?.response.code;
  if (!see.answer?.message || code === undefined) return null;
  return (code === 485 || (code >= 300 && code < 400)) && value(see.answer.message, 'contact') !== null;
}

export function identity(see: View): SignResult {
  if (!see.exchange.request || see.exchange.request.listed) return null;
  return value(see.exchange.request, 'identity') !== null;
}

/** Whether an end of a message is the reader's own; null where he named none, or nobody knows the end. */
function isOwn(see: View, message: TraceMessage | null | undefined, end: 'from' | 'to'): SignResult {
  const hop = message ? see.trace.hops[message.index] : undefined;
  if (!hop || hop[end] === unknown) return null;
  const { own } = indexOf(see.trace);
  return own.size === 0 ? null : own.has(hop[end]);
}

export const outgoing = (see: View): SignResult => isOwn(see, see.exchange.request, 'from');
export const incoming = (see: View): SignResult => isOwn(see, see.exchange.request, 'to');

export function ownServer(see: View): SignResult {
  const response = see.answer?.message;
  const direct = isOwn(see, response, 'from');
  if (direct !== false || !response) return direct;
  const agent = value(response, 'server') ?? value(response, 'user-agent');
  return agent !== null && indexOf(see.trace).ownAgents.has(agent);
}

export function addressHost(see: View): SignResult {
  const { request } = see.exchange;
  const uri = readUri(request?.requestUri ?? '');
  if (!request || !uri || uri.scheme === 'tel' || request.listed) return null;
  const to = hostOf(value(request, 'to'));
  return /^\d{1,3}(?:\.\d{1,3}){3}$|:/.test(uri.host) || (to !== null && to !== '' && to !== uri.host);
}
