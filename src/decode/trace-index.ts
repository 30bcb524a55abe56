/** What signs look up in the whole trace, sorted once. */
import { readAddress, readUri, userOf } from './headers.ts';
import { sdpOf, type Sdp } from './sdp.ts';
import type { DecodedTrace, TraceMessage } from './types.ts';
import { value } from './view.ts';

export interface Attempt {
  seconds: number | null;
  /** User or number that was tried. */
  user: string;
}

export interface TraceIndex {
  /** Users and numbers each source tried, by its host. */
  attempts: ReadonlyMap<string, readonly Attempt[]>;
  /** Session descriptions by the host that sent them. */
  descriptions: ReadonlyMap<string, readonly { message: TraceMessage; sdp: Sdp }[]>;
  /** Requests that got a 2xx: first line by method and From user. */
  accepted: ReadonlyMap<string, number>;
  /** Accepted registrations. */
  registrations: readonly { request: TraceMessage; user: string; expires: number | null }[];
  hasRegister: boolean;
  /** Ids of the participants that the reader named as his own. */
  own: ReadonlySet<string>;
  /** What requests from those name as their program. */
  ownAgents: ReadonlySet<string>;
}

const indexes = new WeakMap<DecodedTrace, TraceIndex>();

/** The index of a trace; built once, until it is forgotten. */
export function indexOf(trace: DecodedTrace): TraceIndex {
  let index = indexes.get(trace);
  if (!index) {
    index = build(trace);
    indexes.set(trace, index);
  }
  return index;
}

/** What the reader said has changed: the index is built anew. */
export function forgetIndex(trace: DecodedTrace): void {
  indexes.delete(trace);
}

function build(trace: DecodedTrace): TraceIndex {
  const own = new Set(trace.participants.flatMap((participant) => (participant.own ? [participant.id] : [])));
  const ownAgents = new Set<string>();
  const attempts = new Map<string, Attempt[]>();
  const descriptions = new Map<string, { message: TraceMessage; sdp: Sdp }[]>();
  for (const message of trace.messages) {
    if (message.kind === 'request' && own.has(trace.hops[message.index]?.from ?? '')) {
      const agent = value(message, 'user-agent') ?? value(message, 'server');
      if (agent !== null) ownAgents.add(agent);
    }
    const host = message.source?.host;
    if (host === undefined) continue;
    if (message.kind === 'request' && /^(?:INVITE|REGISTER|OPTIONS)$/.test(message.method ?? ''))
      push(attempts, host, { seconds: message.time?.seconds ?? null, user: triedUser(message) });
    const sdp = sdpOf(message);
    if (sdp) push(descriptions, host, { message, sdp });
  }
  const accepted = new Map<string, number>();
  const registrations: { request: TraceMessage; user: string; expires: number | null }[] = [];
  let hasRegister = false;
  for (const transaction of trace.transactions) {
    const request = transaction.request === null ? undefined : trace.messages[transaction.request];
    if (!request) continue;
    if (transaction.method === 'REGISTER') hasRegister = true;
    if (transaction.finalCode === null || transaction.finalCode >= 300) continue;
    const key = acceptedKey(transaction.method, userOf(value(request, 'from')));
    if (!accepted.has(key)) accepted.set(key, request.line);
    if (transaction.method !== 'REGISTER') continue;
    const expires =
      /expires=(\d{1,7})/.exec(value(request, 'contact') ?? '')?.[1] ?? value(request, 'expires') ?? '';
    const user = userOf(value(request, 'to'));
    if (user)
      registrations.push({
        request,
        user,
        expires: /^\d{1,7}/.test(expires) ? Number.parseInt(expires, 10) : null,
      });
  }
  return { attempts, descriptions, accepted, registrations, hasRegister, own, ownAgents };
}

/** The key of `accepted`: a method and a From user. */
export function acceptedKey(method: string | null, user: string | null): string {
  return `${method ?? ''}|${user ?? ''}`;
}

function triedUser(message: TraceMessage): string {
  const uri =
    message.method === 'REGISTER' ? readAddress(value(message, 'to') ?? '').uri : (message.requestUri ?? '');
  return readUri(uri)?.user ?? '';
}

function push<T>(map: Map<string, T[]>, key: string, entry: T): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
