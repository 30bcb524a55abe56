/**
 * Who is who: names the participants of a trace by their part in it, where the trace shows it.
 *
 * A wrong role is worse than none: each role has one piece of evidence that no other part would leave,
 * and what only points that way is marked `maybe`. All of it is one pass over messages and one over transactions.
 */
import { readAddress, readUri, vias } from './headers.ts';
import { isAddress, isPrivate } from './network.ts';
import { type Product, productOf, productOfFormat } from './products.ts';
import { self, unknown } from './ladder.ts';
import { splitOutside } from './text.ts';
import type { Call, DecodedTrace, Participant, ParticipantRole, RoleName, TraceMessage } from './types.ts';
import { value } from './view.ts';

/** What a trace shows of one participant. */
interface Seen {
  /** What its own User-Agent or Server names; two different ones are nobody’s. */
  products: Map<string, Product>;
  /** Sent on a request of another: its own Via above theirs, or its address in Record-Route. */
  forwards: boolean;
  /** Answered REGISTER itself: for whom. */
  registrarOf: Set<string>;
  /** Asked for credentials of INVITE itself: whom. */
  challenged: Set<string>;
  /** Sent calls to a telephone number: to whom. */
  callsTo: Set<string>;
}

type SeenBy = Map<string, Seen>;

/** Roles of all participants, in their order; null where the trace does not tell. */
export function rolesOf(trace: DecodedTrace): (ParticipantRole | null)[] {
  const seen: SeenBy = new Map(trace.participants.map(({ id }) => [id, nothingSeen()]));
  readMessages(trace, seen);
  readTransactions(trace, seen);
  const around = aroundOf(seen);
  return trace.participants.map((participant) => roleOf(participant, seen, around));
}

function nothingSeen(): Seen {
  return {
    products: new Map(),
    forwards: false,
    registrarOf: new Set(),
    challenged: new Set(),
    callsTo: new Set(),
  };
}

// ---- what is seen

function readMessages(trace: DecodedTrace, seen: SeenBy): void {
  /** What arrived where, by what a relay keeps of it. */
  const arrived = new Set<string>();
  const hosts = new Map(trace.participants.map(({ id, address }) => [id, address?.host ?? null]));
  for (const message of trace.messages) {
    const hop = trace.hops[message.index];
    const from = hop === undefined ? undefined : seen.get(hop.from);
    if (!hop || !from || message.listed) continue;
    if (hop.from === self) {
      const product = productOfFormat[message.format];
      if (product) from.products.set(product.name, product);
    }
    const first = value(message, 'via');
    const relayed =
      message.kind === 'request' &&
      first !== null &&
      (first.includes(',') ||
        message.headers.some((header) => header.name === 'via' && header.value !== first));
    if (relayed && ownVia(message, hosts.get(hop.from) ?? null)) from.forwards = true;
    if (routesThrough(message, hosts.get(hop.from) ?? null)) from.forwards = true;
    const agent = value(message, 'user-agent') ?? value(message, 'server');
    if (agent !== null) {
      const kind = `${message.kind}|${message.method ?? ''}|${message.code ?? ''}|${agent}`;
      if (!relayed && !arrived.has(`${hop.from}|${kind}`) && speaksForItself(message, hosts.get(hop.from))) {
        const product = productOf(agent);
        if (product) from.products.set(product.name, product);
      }
      arrived.add(`${hop.to}|${kind}`);
    }
    if (message.kind !== 'request' || message.method !== 'INVITE' || message.toTag !== null) continue;
    // A registered phone is called at the Contact it gave, which carries parameters of its own.
    const target = readUri(message.requestUri ?? '');
    if (
      /^(?:\+\d{7,15}|\d{10,15})$/.test(target?.user ?? '') &&
      /^(?:(?:user=phone|transport=\w+);?)*$/.test(target?.params ?? '')
    )
      from.callsTo.add(hop.to);
  }
}

/** The top Via is the sender’s, not one it passed on. Unknown addresses count as theirs. */
function ownVia(message: TraceMessage, host: string | null): boolean {
  const top = vias(message)[0];
  return host === null || top === undefined || top.host === host || !isAddress(top.host);
}

/** A response that names its sender in Record-Route: it stands on the way, and does not answer itself. */
function routesThrough(message: TraceMessage, host: string | null): boolean {
  if (message.kind !== 'response' || host === null) return false;
  return message.headers.some(
    (header) =>
      header.name === 'record-route' &&
      splitOutside(header.value, ',').some((route) => readUri(readAddress(route).uri)?.host === host),
  );
}

/**
 * A request with one Via is the sender’s own. A response may be relayed whole, with the name of the
 * program far behind: it counts where Contact names the sender, or a proxy asks for its own credentials.
 */
function speaksForItself(message: TraceMessage, host: string | null | undefined): boolean {
  if (message.kind === 'request' || message.code === 407) return true;
  if (host === null || host === undefined) return host === null;
  const contact = value(message, 'contact');
  return (
    message.method !== 'REGISTER' &&
    contact !== null &&
    readUri(readAddress(contact).uri)?.host === host.toLowerCase()
  );
}

function readTransactions(trace: DecodedTrace, seen: SeenBy): void {
  const sent = new Set<string>();
  const keyOf = (id: string, message: TraceMessage) =>
    `${id}|${message.callId ?? ''}|${message.cseq ?? ''}|${message.method ?? ''}`;
  for (const message of trace.messages) {
    const hop = trace.hops[message.index];
    if (hop && message.kind === 'request') sent.add(keyOf(hop.from, message));
  }
  for (const { request: place, method, responses } of trace.transactions) {
    if (place === null || (method !== 'REGISTER' && method !== 'INVITE')) continue;
    const request = trace.messages[place];
    const hop = trace.hops[place];
    const server = hop === undefined ? undefined : seen.get(hop.to);
    // Sent on: whoever answers stands further on.
    if (!request || !hop || !server || sent.has(keyOf(hop.to, request))) continue;
    for (const index of responses) {
      const response = trace.responses[index];
      if (!response || response.message === null) continue;
      const { code } = response;
      const asks = code === 401 || code === 407;
      if (method === 'REGISTER' && (asks || (code >= 200 && code < 300))) server.registrarOf.add(hop.from);
      else if (method === 'INVITE' && asks) server.challenged.add(hop.from);
    }
  }
}

// ---- what follows from it

/** The one kind of program a participant is; null where it shows none, or several. */
function productFrom(seen: Seen | undefined): Product | null {
  const [product, ...more] = seen?.products.values() ?? [];
  return more.length === 0 ? (product ?? null) : null;
}

/** What roles are told from beside the evidence of each participant itself. */
interface Around {
  /** They stand between phones and a trunk: by their program, or since they are registrar and client both. */
  servers: ReadonlySet<string>;
  /** They register somewhere. */
  clients: ReadonlySet<string>;
  /** Such a server sent them calls to telephone numbers. */
  called: ReadonlySet<string>;
}

function aroundOf(seen: SeenBy): Around {
  const clients = new Set<string>();
  for (const { registrarOf } of seen.values()) for (const id of registrarOf) clients.add(id);
  const servers = new Set<string>();
  for (const [id, known] of seen) {
    const kind = productFrom(known)?.kind;
    const between = known.registrarOf.size > 0 && clients.has(id) && kind !== 'proxy';
    if (kind === 'pbx' || kind === 'sbc' || kind === 'edge' || between) servers.add(id);
  }
  const called = new Set<string>();
  for (const id of servers) for (const other of seen.get(id)?.callsTo ?? []) called.add(other);
  return { servers, clients, called };
}

function roleOf(participant: Participant, seen: SeenBy, around: Around): ParticipantRole | null {
  const { id, address, inferred, own } = participant;
  const known = seen.get(id);
  if (!known || id === unknown) return null;
  const product = productFrom(known);
  const role = (name: RoleName, because: string, sure = true): ParticipantRole => ({
    name,
    sure: sure && !(inferred && name === 'provider'),
    product: product?.name ?? null,
    registrar: known.registrarOf.size > 0,
    because,
  });
  const named = `Its messages name ${product?.name ?? ''}.`;
  if (product?.kind === 'scanner') return role('scanner', named);
  if (product?.kind === 'phone') return role('phone', named);
  if (product?.kind === 'teams') return role('teams', named);
  const clients = new Set([...known.registrarOf, ...known.challenged]);
  const upstreamOf = [...clients].filter((client) => around.servers.has(client) && client !== id);
  const outside = own !== true && id !== self && !(address && isPrivate(address.host));
  if (outside && upstreamOf.length > 0)
    return role(
      'provider',
      known.registrarOf.size > 0
        ? 'A PBX registers with it, and its address is not private.'
        : 'It asks a PBX for credentials, and its address is not private.',
      product?.kind !== 'pbx',
    );
  if (product?.kind === 'pbx' && (id === self || own === true || servesPhones(clients, seen)))
    return role('pbx', named);
  if (product && product.kind !== 'pbx') return role(product.kind, named);
  if (known.forwards)
    return role('proxy', 'It passes requests on: its Via or Record-Route stands beside those of others.');
  if (known.registrarOf.size > 0) return role('registrar', 'It answers REGISTER.');
  if (product?.kind === 'pbx') return null;
  if (outside && around.called.has(id) && !around.clients.has(id))
    return role('provider', 'A PBX sends it calls to telephone numbers.', false);
  return null;
}

function servesPhones(clients: ReadonlySet<string>, seen: SeenBy): boolean {
  return [...clients].some((client) => productFrom(seen.get(client))?.kind === 'phone');
}

// ---- names for the reader

const names: Record<RoleName, string> = {
  phone: 'phone',
  pbx: 'PBX',
  proxy: 'proxy',
  sbc: 'SBC',
  edge: 'gateway or SBC',
  gateway: 'gateway',
  teams: 'Microsoft Teams side',
  provider: 'provider',
  registrar: 'registrar',
  scanner: 'scanner',
};

/** Which phone of a call it is; null where it is on neither end. */
function sideOf(trace: DecodedTrace, call: Call | undefined, id: string): 'caller' | 'called' | null {
  if (!call || call.kind !== 'call') return null;
  // The start of a call tells; of a call with very many messages the rest is not looked at.
  const start = call.messages.slice(0, 300);
  const first = start.find((place) => {
    const message = trace.messages[place];
    return message?.kind === 'request' && message.method === 'INVITE' && message.toTag === null;
  });
  const hop = first === undefined ? undefined : trace.hops[first];
  if (!hop) return null;
  if (hop.from === id) return 'caller';
  const receives = start.some(
    (place) =>
      trace.hops[place]?.to === id &&
      trace.messages[place]?.method === 'INVITE' &&
      trace.messages[place]?.kind === 'request',
  );
  return receives ? 'called' : null;
}

/** Without the port that everybody uses. */
export const plainLabel = (label: string): string => label.replace(/:5060$/, '');

/**
 * A role in one or two words: `provider`, `your PBX`, `caller’s phone`, `may be the provider`; `Asterisk`
 * where only the program is known. Empty where nothing is.
 * @param call the call it is named in: tells one phone from the other.
 */
export function roleWords(trace: DecodedTrace, { id, role, own }: Participant, call?: Call): string {
  if (own === true) return `your ${role?.sure ? names[role.name] : 'system'}`;
  if (!role) return '';
  if (!role.sure) return `may be the ${names[role.name]}`;
  // A proxy that keeps the registrations itself is met as their registrar.
  if (role.name === 'proxy' && role.registrar && call?.kind === 'registration') return names.registrar;
  if (role.name !== 'phone') return names[role.name];
  const side = sideOf(trace, call, id);
  return side === 'caller' ? 'caller’s phone' : side === 'called' ? 'called phone' : 'phone';
}

/**
 * A participant for a sentence: `the provider (203.0.113.5)`, or the address alone. Null where nothing names it.
 * @param apart the address between commas instead of brackets, as the subject of a sentence.
 */
export function subjectOf(
  trace: DecodedTrace,
  id: string | undefined,
  call?: Call,
  apart = false,
): string | null {
  const participant = trace.participants.find((entry) => entry.id === id);
  if (!participant || participant.id === unknown) return null;
  const label = participant.label === null ? null : plainLabel(participant.label);
  const words = roleWords(trace, participant, call);
  const own = words.startsWith('your ');
  const what = own || words === '' ? words : `the ${words}`;
  if (label === null) return own ? what : `${what || 'the system'} that wrote this log`;
  if (words === '') return label;
  if (words.startsWith('may be')) return apart ? `${label}, which ${words},` : `${label} (${words})`;
  return apart ? `${what}, ${label},` : `${what} (${label})`;
}

/** For the start of a sentence; names of hosts stay as they are. */
export const capital = (text: string): string =>
  /^(?:the|your) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
