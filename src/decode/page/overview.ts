/** From a decoded trace to what the page shows of it. Pure: it runs in the worker. */
import { markedDeep, markedTurns } from '../../frame/direction.ts';
import { treatedAs } from '../../sip/unregistered.ts';
import { rankCases } from '../rank.ts';
import { plainLabel, roleWords } from '../roles.ts';
import { sentenceOf } from '../summary.ts';
import type { Call, DecodedResponse, DecodedTrace, Finding, TraceMessage, Transaction } from '../types.ts';
import { secondsBetween } from '../view.ts';
import { cut } from './cut.ts';
import type { Facts } from './facts-types.ts';
import type {
  CallEntry,
  FittingCase,
  Overview,
  ShownCall,
  ShownFinding,
  ShownMessage,
  ShownParticipant,
  ShownResponse,
  TransactionEntry,
} from './messages.ts';

/** What is sent to the page at a time, so that drawing it stays short. */
export const most = {
  calls: 100,
  responses: 50,
  findings: 40,
  messages: 300,
  participants: 12,
  systems: 30,
  transactions: 40,
  headers: 200,
  value: 4_000,
  body: 40_000,
  fitting: 3,
};

/** The first sight of a trace: the rest is asked for by the page when it is opened. What turns text is marked in all of it. */
export function overviewOf(
  trace: DecodedTrace,
  facts: Facts,
  { name, masked }: Pick<Overview, 'name' | 'masked'>,
): Overview {
  const shown = shownResponses(trace);
  const systems = systemsOf(trace);
  const overview: Overview = {
    name,
    masked,
    lines: trace.lines,
    messages: trace.messages.length,
    formats: trace.formats,
    summary: trace.summary,
    notes: trace.notes,
    headers: facts.headers,
    systems: [],
    calls: callsToShow(trace).map((index) => callEntry(trace, index)),
    callCount: trace.calls.length,
    responses: responsesFrom(trace, facts, 0, shown),
    responseCount: shown.length,
    findings: findingsToShow(trace).map((finding) => shownFinding(trace, facts, finding)),
    causes: trace.causes.slice(0, most.findings).map(({ cause, name, line }) => ({
      cause,
      name: name ?? facts.causes[cause] ?? null,
      line,
    })),
  };
  // By its value a system is found again.
  const marked = systems.map((system) => ({ ...system, label: markedTurns(system.label) }));
  return { ...markedDeep(overview), systems: marked };
}

/** Hosts of the trace, those with most messages first, and the program that wrote the log. */
function systemsOf(trace: DecodedTrace): Overview['systems'] {
  const counts = new Map<string, number>();
  for (const { from, to } of trace.hops)
    for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  const systems = new Map<string, Overview['systems'][number] & { messages: number }>();
  for (const participant of trace.participants) {
    const { id, address, label, own, role } = participant;
    if (address === null && label === null && id !== 'self') continue;
    const value = address?.host ?? id;
    const known = systems.get(value);
    const messages = (known?.messages ?? 0) + (counts.get(id) ?? 0);
    const what = role?.sure ? roleWords(trace, participant).replace(/^your /, '') : '';
    const name = id === 'self' ? 'the system that wrote this log' : value;
    systems.set(value, { value, label: known?.label ?? (what ? `${name} (${what})` : name), own, messages });
  }
  return [...systems.values()]
    .sort((a, b) => b.messages - a.messages)
    .slice(0, most.systems)
    .map(({ value, label, own }) => ({ value, label: cut(label, 80), own }));
}

/** Who is who, with what shows it. */
function rolesInWords(participants: readonly ShownParticipant[]): string[] {
  return participants.flatMap(({ label, role, own, part }) => {
    if (part === '') return [];
    const name = label === null ? 'the system that wrote this log' : plainLabel(label);
    const why = own
      ? 'as you say'
      : (role?.because ?? '').replace(/^(?:It|A)\b/, (word) => word.toLowerCase()).replace(/\.$/, '');
    return [`${cut(name, 80)}: ${part} (${why})`];
  });
}

/** The call of the summary always, then the first ones in order. */
function callsToShow(trace: DecodedTrace): number[] {
  const main = trace.summary.call;
  const first = trace.calls.map((_, index) => index).slice(0, most.calls);
  return main === null || first.includes(main) ? first : [main, ...first.slice(1)];
}

/** Those of the summary's call first: they are what the reader came for. */
function findingsToShow(trace: DecodedTrace): Finding[] {
  const main = trace.summary.call;
  const [own, others] = [true, false].map((wanted) =>
    trace.findings.filter(({ call }) => (call === main) === wanted),
  );
  return [...(own ?? []), ...(others ?? [])].slice(0, most.findings);
}

const attempts: Record<Call['kind'], string> = {
  call: 'INVITE',
  registration: 'REGISTER',
  keepalive: 'OPTIONS',
  subscription: 'SUBSCRIBE',
  message: 'MESSAGE',
  other: 'Request',
};

const userOf = (address: string) => address.replace(/@.*$/s, '').slice(0, 40);

function callEntry(trace: DecodedTrace, index: number): CallEntry {
  const call = trace.calls[index];
  if (!call) return { index, title: 'Call', code: null, messages: 0, sentence: '' };
  const ends = [call.from, call.to].filter((end): end is string => end !== null).map(userOf);
  const same = new Set(ends).size < 2;
  return {
    index,
    title: [attempts[call.kind], (same ? ends.slice(0, 1) : ends).join(' → ')].filter(Boolean).join(' '),
    code: call.finalCode,
    messages: call.messages.length,
    sentence: sentenceOf(trace, call),
  };
}

/** Places of the responses that are no copies of an earlier one. */
function shownResponses(trace: DecodedTrace): number[] {
  return trace.responses.flatMap((response, index) => (response.retransmission ? [] : [index]));
}

/** @param from how many the page has already. */
export function responsesFrom(
  trace: DecodedTrace,
  facts: Facts,
  from: number,
  places = shownResponses(trace),
): ShownResponse[] {
  const wanted = places.slice(from, from + most.responses);
  const callOf = new Map<number, number>();
  for (const [index, call] of trace.calls.entries())
    for (const response of call.responses) callOf.set(response, index);
  const copies = new Map<number, number>();
  for (const message of trace.messages)
    if (message.retransmissionOf !== null)
      copies.set(message.retransmissionOf, (copies.get(message.retransmissionOf) ?? 0) + 1);
  const responses = wanted.flatMap((index): ShownResponse[] => {
    const response = trace.responses[index];
    if (!response) return [];
    const { code, method, line, message, where } = response;
    const [phrase, meaning] = facts.codes[code] ?? [];
    const stand = treatedAs(code);
    const rule =
      stand === undefined
        ? null
        : `Not registered: treat it as ${stand} ${facts.codes[stand]?.[0] ?? ''}`.trim();
    return [
      {
        code,
        phrase: cut(response.reasonPhrase || phrase || '', 200),
        method,
        line,
        call: callOf.get(index) ?? null,
        message,
        meaning: meaning ?? rule,
        hasPage: phrase !== undefined || stand !== undefined,
        copies: message === null ? 0 : (copies.get(message) ?? 0),
        carries: carried(response),
        where,
      },
    ];
  });
  return markedDeep(responses);
}

/** What a response says beside its code, each with the header it stands in. */
function carried(response: DecodedResponse): ShownResponse['carries'] {
  const plain = (name: string, value: string | number | null) =>
    value === null || value === '' ? [] : [{ name, value: cut(String(value), 200), cause: null }];
  return [
    ...response.reasons.map(({ protocol, cause, text }) => ({
      name: 'Reason',
      value: cut([protocol, cause, text && `“${text}”`].filter((part) => part !== null).join(' '), 200),
      cause: /^Q\.850$/i.test(protocol) ? cause : null,
    })),
    ...response.warnings.flatMap(({ code, text }) => plain('Warning', `${code} ${text ?? ''}`.trim())),
    ...plain('Retry-After', response.retryAfter === null ? null : `${response.retryAfter} s`),
    ...plain('Min-SE', response.minSE === null ? null : `${response.minSE} s`),
    ...plain('Min-Expires', response.minExpires === null ? null : `${response.minExpires} s`),
    ...plain('Unsupported', response.unsupported.join(', ')),
    ...response.challenges.flatMap(({ params }) =>
      plain(
        'Challenge',
        [params['realm'] && `realm “${params['realm']}”`, params['algorithm'], params['stale'] && 'stale']
          .filter(Boolean)
          .join(', '),
      ),
    ),
    ...plain('Contact', response.contacts.join(', ')),
    ...plain('Call-Info', response.callInfo),
  ].slice(0, 12);
}

function shownFinding(trace: DecodedTrace, facts: Facts, finding: Finding): ShownFinding {
  return {
    ...finding,
    title: facts.cases.find(({ permalink }) => permalink === finding.case)?.title ?? finding.case,
    lines: finding.evidence.slice(0, 6).map((line) => {
      const message = messageAt(trace.messages, line);
      return { line, text: lineText(trace, message, line), message: message?.index ?? null };
    }),
  };
}

/** The message that a line belongs to; messages stand in order of their lines. */
function messageAt(messages: readonly TraceMessage[], line: number): TraceMessage | undefined {
  let [low, high] = [0, messages.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const message = messages[middle];
    if (!message) return undefined;
    if (line < message.line) high = middle - 1;
    else if (line > message.endLine) low = middle + 1;
    else return message;
  }
  return undefined;
}

function lineText(trace: DecodedTrace, message: TraceMessage | undefined, line: number): string | null {
  if (!message) {
    const said = trace.words.find((entry) => entry.line === line)?.text;
    return said === undefined ? null : cut(said, 160);
  }
  if (line === message.line) return cut(message.startLine, 160);
  const header = message.headers.find((entry) => entry.line === line);
  return header ? cut(`${header.written}: ${header.value}`, 160) : null;
}

/** @param only place of the transaction that is shown alone, among those of the call. */
export function shownCall(
  trace: DecodedTrace,
  facts: Facts,
  index: number,
  only: number | null = null,
): ShownCall {
  const call = trace.calls[index];
  const alone = only === null ? undefined : trace.transactions[call?.transactions[only] ?? -1];
  const all = alone
    ? messagesOf(trace, alone)
    : call
      ? call.messages
      : trace.messages.map((message) => message.index);
  const kept: ShownMessage[] = [];
  const byIndex = new Map<number, ShownMessage>();
  for (const place of all) {
    const message = trace.messages[place];
    if (!message) continue;
    const first = message.retransmissionOf === null ? undefined : byIndex.get(message.retransmissionOf);
    if (first) {
      first.copies += 1;
      first.lastCopyAfter = secondsBetween(first, message);
    } else if (kept.length < most.messages) {
      const shown = { ...shortened(message), hop: trace.hops[place] ?? null, copies: 0, lastCopyAfter: null };
      byIndex.set(place, shown);
      kept.push(shown);
    }
  }
  const used = new Set(kept.flatMap(({ hop }) => (hop ? [hop.from, hop.to] : [])));
  const last = alone
    ? alone.responses.find((at) => trace.responses[at]?.code === alone.finalCode)
    : undefined;
  const deciding = trace.responses[last ?? call?.finalResponse ?? -1]?.message ?? null;
  const participants = trace.participants
    .filter(({ id }) => used.has(id))
    .slice(0, most.participants)
    .map((participant) => ({
      ...participant,
      label: markedDeep(participant.label),
      part: roleWords(trace, participant, call),
    }));
  return {
    call: markedDeep(callEntry(trace, index)),
    messages: kept,
    messageCount: all.length,
    participants,
    roles: markedDeep(rolesInWords(participants)),
    transactions: call ? markedDeep(transactionsOf(trace, call)) : [],
    transaction: alone ? only : null,
    deciding,
    fitting: markedDeep(fittingCases(trace, facts, index)),
  };
}

/** Places of the messages of a transaction, in order of the trace. */
function messagesOf(trace: DecodedTrace, { request, requestCopies, responses, acks }: Transaction): number[] {
  return [
    ...(request === null ? [] : [request]),
    ...requestCopies,
    ...responses.flatMap((at) => trace.responses[at]?.message ?? []),
    ...acks,
  ].sort((a, b) => a - b);
}

function transactionsOf(trace: DecodedTrace, call: Call): TransactionEntry[] {
  const entries = call.transactions.slice(0, most.transactions).flatMap((at, place) => {
    const transaction = trace.transactions[at];
    if (!transaction) return [];
    const messages = messagesOf(trace, transaction);
    const hop = messages[0] === undefined ? undefined : trace.hops[messages[0]];
    return messages.length === 0 ? [] : [{ place, transaction, messages, hop }];
  });
  const ways = new Set(entries.map(({ hop }) => [hop?.from, hop?.to].sort().join(' ')));
  const nameOf = (id: string | undefined) => {
    const label = trace.participants.find((participant) => participant.id === id)?.label;
    return label ? cut(plainLabel(label), 40) : id === 'self' ? 'this system' : 'not named';
  };
  return entries.map(({ place, transaction: { method, cseq, finalCode }, messages, hop }) => ({
    place,
    title:
      `${cseq === null ? '' : `CSeq ${cseq} `}${method ?? 'Request'}` +
      (ways.size > 1 ? `, ${nameOf(hop?.from)} → ${nameOf(hop?.to)}` : ''),
    code: finalCode,
    messages,
  }));
}

function shortened(message: TraceMessage): TraceMessage {
  return {
    ...message,
    startLine: cut(message.startLine, most.value),
    headers: message.headers
      .slice(0, most.headers)
      .map((header) => ({ ...header, value: cut(header.value, most.value) })),
    body: cut(message.body, most.body),
  };
}

/** Cases of the code that ended the call, best first, as far as anything in the trace speaks for them. */
function fittingCases(trace: DecodedTrace, facts: Facts, index: number): FittingCase[] {
  const code = trace.calls[index]?.finalCode;
  if (!code || code < 300) return [];
  const cases = facts.cases.filter(({ permalink }) => permalink.startsWith(`/${code}/`));
  const ruled = new Set(trace.findings.filter(({ call }) => call === index).map((finding) => finding.case));
  return rankCases(trace, cases, index, (sign) => facts.weak.includes(sign))
    .filter(({ score, permalink }) => score > 0 && !ruled.has(permalink))
    .slice(0, most.fitting)
    .flatMap(({ permalink, because }) => {
      const known = cases.find((entry) => entry.permalink === permalink);
      return known
        ? [
            {
              permalink,
              title: known.title,
              sign: known.sign,
              because: because.map((id) => inWords(id, facts)),
            },
          ]
        : [];
    });
}

/** A sign in the words of its question; a phrase as it stands. */
function inWords(reason: string, facts: Facts): string {
  const [id = '', value] = reason.split(':', 2);
  const ask = facts.signs[id];
  return ask === undefined ? `“${cut(reason, 80)}”` : value === undefined ? ask : `${ask}: ${value}`;
}
