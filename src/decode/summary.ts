/** The sentence at the top of the page. */
import type { Call, DecodedTrace, Summary } from './types.ts';
import { capital, subjectOf } from './roles.ts';
import { short } from './text.ts';
import { callView, loginOf } from './view.ts';

/** @param main index of the call the sentence is about. */
export function summarize(trace: DecodedTrace, main: number | null): Summary {
  const call = main === null ? undefined : trace.calls[main];
  if (main === null || !call) {
    const only =
      trace.causes.length > 0
        ? `No SIP response here; the ISDN cause is ${trace.causes[0]?.cause ?? ''}.`
        : 'No SIP message or response found in this text.';
    return { sentence: only, call: null, finalCode: null, by: null };
  }
  const from = sender(trace, call);
  const by = trace.participants.find(({ id }) => id === from)?.label ?? null;
  return { sentence: sentenceOf(trace, call), call: main, finalCode: call.finalCode, by };
}

/** What happened to one call, as a sentence. */
export function sentenceOf(trace: DecodedTrace, call: Call): string {
  const nearest = sender(trace, call);
  const origin = originOf(trace, call);
  const who = capital(subjectOf(trace, origin, call, true) ?? 'the other side');
  const relay = origin === nearest ? null : subjectOf(trace, nearest, call);
  return sentence(trace, call, who, relay);
}

/** Id of the participant that sent the deciding response. */
function sender(trace: DecodedTrace, call: Call): string | undefined {
  const response = call.finalResponse === null ? undefined : trace.responses[call.finalResponse];
  return response?.message === null || !response ? undefined : trace.hops[response.message]?.from;
}

/** Hops that a response is followed back at most. */
const mostHops = 10;

/**
 * Who answered in the first place: the same response, with the same tag, came to its sender from further on.
 * A proxy that made another answer out of it is the origin of that one.
 */
function originOf(trace: DecodedTrace, call: Call): string | undefined {
  const place = call.finalResponse === null ? undefined : trace.responses[call.finalResponse]?.message;
  const deciding = place === null || place === undefined ? undefined : trace.messages[place];
  let origin = sender(trace, call);
  if (!deciding || deciding.toTag === null) return origin;
  const same = call.messages.slice(0, 1000).filter((index) => {
    const message = trace.messages[index];
    return (
      message?.kind === 'response' &&
      message.code === deciding.code &&
      message.cseq === deciding.cseq &&
      message.method === deciding.method &&
      message.toTag === deciding.toTag
    );
  });
  for (let hops = 0; hops < mostHops; hops += 1) {
    const back = same.find((index) => {
      const hop = trace.hops[index];
      return hop?.to === origin && hop?.from !== origin;
    });
    if (back === undefined) break;
    origin = trace.hops[back]?.from;
  }
  return origin;
}

const attempts: Record<Call['kind'], string> = {
  call: 'call',
  registration: 'registration',
  keepalive: 'OPTIONS request',
  subscription: 'subscription',
  message: 'message',
  other: 'request',
};

/** @param relay who passed the answer on, where that was somebody else than `who`. */
function sentence(trace: DecodedTrace, call: Call, who: string, relay: string | null): string {
  const what = attempts[call.kind];
  const response = call.finalResponse === null ? undefined : trace.responses[call.finalResponse];
  if (!response) {
    const provisional = call.responses
      .map((index) => trace.responses[index]?.code ?? 0)
      .filter((code) => code > 0 && code < 200);
    return provisional.length > 0
      ? `The ${what} got ${[...new Set(provisional)].join(', ')} and no final response in this trace.`
      : `The ${what} got no response in this trace.`;
  }
  const phrase = response.reasonPhrase ? ` ${short(response.reasonPhrase)}` : '';
  const code = `${response.code}${phrase}`;
  if (response.message === null)
    return `A log line names ${code}${response.method ? ` for ${response.method}` : ''}.`;
  const challenge = response.code === 401 || response.code === 407;
  const after =
    challenge || !gotLogin(trace, call)
      ? ''
      : relay === null
        ? ' after it had asked for credentials and got them'
        : ' after credentials had been asked for and sent';
  const passed = relay === null ? '' : `; ${relay} passed it on`;
  if (response.code < 300) {
    const talked = call.talked === null ? '' : ` and lasted ${Math.round(call.talked)} s`;
    return call.kind === 'call'
      ? `The call was answered (${code})${talked}.`
      : `${who} accepted the ${what} with ${code}${after}.`;
  }
  if (response.code < 400) return `${who} redirected the ${what} with ${code}${passed}.`;
  if (challenge) return `${who} asked for credentials (${code}) and the ${what} went no further.`;
  if (response.code === 487) return `The ${what} was given up before it was answered (${code}).`;
  return `${who} refused the ${what} with ${code}${after}${passed}.`;
}

/** A challenge of the call, and the deciding request carries an answer to one. */
function gotLogin(trace: DecodedTrace, call: Call): boolean {
  const view = callView(trace, trace.calls.indexOf(call));
  if (!view?.call.responses.some((index) => [401, 407].includes(trace.responses[index]?.code ?? 0)))
    return false;
  const deciding = view.exchanges.find((exchange) =>
    exchange.answers.some((answer) => answer.index === call.finalResponse),
  );
  return loginOf(deciding?.request ?? null).length > 0;
}
