/** Who stands at which line of the ladder, and which arrow goes from where to where. */
import { first, readUri, vias } from './headers.ts';
import type { Address, DecodedResponse, Hop, Participant, TraceMessage, Transaction } from './types.ts';

/** The program that wrote the log, where it names only the other end. */
export const self = 'self';
/** Nobody knows: a request whose receiver no line names. */
export const unknown = 'unknown';

/**
 * Participants in order of first sight, and one hop for each message. Where no packet names the ends
 * they are worked out: a request comes from the sender in its top Via and goes to its first Route or
 * its Request-URI; a response goes back the same way (RFC 3261 §18.2.2).
 */
export function ladder(
  messages: readonly TraceMessage[],
  transactions: readonly Transaction[],
  responses: readonly DecodedResponse[],
): { participants: Participant[]; hops: Hop[] } {
  const participants = new Map<string, Participant>();
  const answers = new Map<number, number>();
  for (const transaction of transactions) {
    for (const index of transaction.responses) {
      const message = responses[index]?.message;
      if (message !== undefined && message !== null && transaction.request !== null)
        answers.set(message, transaction.request);
    }
  }
  const hops: Hop[] = [];
  const hopOf = new Map<number, Hop>();
  for (const message of messages) {
    const asked = answers.get(message.index);
    const hop = hopFor(message, asked === undefined ? undefined : hopOf.get(asked), participants);
    hops.push(hop);
    hopOf.set(message.index, hop);
  }
  return { participants: [...participants.values()], hops };
}

function hopFor(message: TraceMessage, asked: Hop | undefined, known: Map<string, Participant>): Hop {
  if (message.source || message.destination || message.direction) {
    const from = message.source
      ? take(message.source, false, known)
      : message.direction === 'in'
        ? null
        : takeSelf(known);
    const to = message.destination
      ? take(message.destination, false, known)
      : message.direction === 'out'
        ? null
        : takeSelf(known);
    return {
      message: message.index,
      from: from ?? (asked ? asked.to : takeUnknown(known)),
      to: to ?? (asked ? asked.from : takeUnknown(known)),
    };
  }
  if (asked) return { message: message.index, from: asked.to, to: asked.from };
  const via = vias(message)[0];
  const sender = via
    ? take({ host: via.host, port: via.port, transport: via.transport }, true, known)
    : takeUnknown(known);
  if (message.kind === 'response') return { message: message.index, from: takeUnknown(known), to: sender };
  const target =
    readUri((first(message, 'route') ?? '').replace(/^[^<]{0,200}<([^>]{1,400})>.*$/s, '$1')) ??
    readUri(message.requestUri ?? '');
  const receiver =
    target && target.host
      ? take({ host: target.host, port: target.port, transport: null }, true, known)
      : takeUnknown(known);
  return { message: message.index, from: sender, to: receiver };
}

function take(address: Address, inferred: boolean, known: Map<string, Participant>): string {
  const port = address.port ?? 5060;
  const exact = `${address.host}:${port}`;
  // One host on one port, or one host where ports change with each connection.
  const id = known.has(exact) || address.port !== null || !known.has(address.host) ? exact : address.host;
  if (!known.has(id)) {
    const label = address.host.includes(':') ? `[${address.host}]` : address.host;
    known.set(id, {
      id,
      label: address.port === null ? label : `${label}:${address.port}`,
      address,
      inferred,
      own: false,
      role: null,
    });
  }
  return id;
}

const nameless = (id: string, inferred: boolean): Participant => ({
  id,
  label: null,
  address: null,
  inferred,
  own: false,
  role: null,
});

function takeSelf(known: Map<string, Participant>): string {
  if (!known.has(self)) known.set(self, nameless(self, false));
  return self;
}

function takeUnknown(known: Map<string, Participant>): string {
  if (!known.has(unknown)) known.set(unknown, nameless(unknown, true));
  return unknown;
}
