/** The sentence at the top of the page. */
import type { Call, DecodedTrace, Summary } from './types.ts';

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
  const by = sender(trace, call);
  return { sentence: sentence(trace, call, by), call: main, finalCode: call.finalCode, by };
}

function sender(trace: DecodedTrace, call: Call): string | null {
  const response = call.finalResponse === null ? undefined : trace.responses[call.finalResponse];
  if (!response || response.message === null) return null;
  const hop = trace.hops[response.message];
  return trace.participants.find((participant) => participant.id === hop?.from)?.label ?? null;
}

const attempts: Record<Call['kind'], string> = {
  call: 'call',
  registration: 'registration',
  keepalive: 'OPTIONS request',
  subscription: 'subscription',
  message: 'message',
  other: 'request',
};

function sentence(trace: DecodedTrace, call: Call, by: string | null): string {
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
  const who = by ?? (response.message === null ? 'the log' : 'the other side');
  const phrase = response.reasonPhrase ? ` ${response.reasonPhrase}` : '';
  const code = `${response.code}${phrase}`;
  if (response.message === null)
    return `A log line names ${code}${response.method ? ` for ${response.method}` : ''}.`;
  const asked = call.responses.some((index) => [401, 407].includes(trace.responses[index]?.code ?? 0));
  const after =
    asked && response.code !== 401 && response.code !== 407
      ? ' after it had asked for credentials and got them'
      : '';
  const subject = capital(who);
  if (response.code < 300) {
    const talked = call.talked === null ? '' : ` and lasted ${Math.round(call.talked)} s`;
    return call.kind === 'call'
      ? `The call was answered (${code})${talked}.`
      : `${subject} accepted the ${what} with ${code}${after}.`;
  }
  if (response.code < 400) return `${subject} redirected the ${what} with ${code}.`;
  if (response.code === 401 || response.code === 407)
    return `${subject} asked for credentials (${code}) and the ${what} went no further.`;
  if (response.code === 487) return `The ${what} was given up before it was answered (${code}).`;
  return `${subject} refused the ${what} with ${code}${after}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
