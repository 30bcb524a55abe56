/** Decodes away from the page, which stays usable meanwhile. It is stopped by ending it. */
import { markedDeep } from '../../frame/direction.ts';
import { decodeTrace, nameOwn } from '../decode.ts';
import { maskTrace } from '../mask.ts';
import type { DecodedTrace } from '../types.ts';
import { type Facts, noFacts } from './facts-types.ts';
import type { Ask, Overview, Reply, Request, Say } from './messages.ts';
import { overviewOf, responsesFrom, shownCall } from './overview.ts';
import { type OnProgress, readSource } from './read-source.ts';

/** Answers one request. */
type Answer = (say: Say) => void;

let facts: Facts = noFacts;
let name: string | null = null;
/** As it was given. */
let given: { trace: DecodedTrace; text: Blob; notes: string[] } | undefined;
/** As it is shown: the same, or with private data hidden. */
let shown: { trace: DecodedTrace; text: Blob; notes: string[]; masked: Overview['masked'] } | undefined;

/** Some times a second: the page draws a bar with it. */
function progressTo(say: Answer): OnProgress {
  let last = 0;
  return ({ part, messages }) => {
    if (Date.now() - last < 100) return;
    last = Date.now();
    say({ say: 'progress', part: Math.min(1, part), messages });
  };
}

/** Without the content codes and findings are still there, only titles and meanings are not. */
async function loadFacts(url: string): Promise<Facts> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as Facts) : noFacts;
  } catch {
    return noFacts;
  }
}

function sayOverview(say: Answer): void {
  if (!shown) return;
  const { trace, notes, masked } = shown;
  const overview = overviewOf(trace, facts, { name, masked });
  say({ say: 'overview', overview: { ...overview, notes: [...markedDeep(notes), ...overview.notes] } });
}

/** Places of the participants that the reader named as his own: the same in the given and in the hidden form. */
let own: number[] = [];

function placesOf(trace: DecodedTrace, value: string | null): number[] {
  return trace.participants.flatMap(({ id, address }, place) =>
    value !== null && (id === value || address?.host === value) ? [place] : [],
  );
}

function applyOwn(trace: DecodedTrace): void {
  nameOwn(
    trace,
    own.flatMap((place) => trace.participants[place]?.id ?? []),
  );
}

function chooseOwn(value: string | null, say: Answer): void {
  if (!given || !shown) return;
  own = placesOf(shown.trace, value);
  applyOwn(given.trace);
  if (shown.trace !== given.trace) applyOwn(shown.trace);
  sayOverview(say);
}

async function read(ask: Extract<Ask, { do: 'read' }>, say: Answer): Promise<void> {
  const loading = loadFacts(ask.facts);
  given = await readSource(ask.source, progressTo(say));
  facts = await loading;
  name = 'file' in ask.source ? ask.source.file.name : null;
  shown = { ...given, masked: null };
  own = placesOf(given.trace, ask.own);
  if (own.length > 0) applyOwn(given.trace);
  sayOverview(say);
}

async function mask(on: boolean, say: Answer): Promise<void> {
  if (!given) return;
  if (on) {
    const { text, counts, notes } = maskTrace(await given.text.text());
    shown = { ...(await readSource({ text }, progressTo(say))), masked: { counts, notes } };
    if (own.length > 0) applyOwn(shown.trace);
  } else shown = { ...given, masked: null };
  sayOverview(say);
}

async function answer(ask: Ask, say: Answer): Promise<void> {
  if (ask.do === 'decode') return say({ say: 'decoded', trace: decodeTrace(ask.text) });
  if (ask.do === 'read') return read(ask, say);
  if (ask.do === 'mask') return mask(ask.on, say);
  if (ask.do === 'own') return chooseOwn(ask.own, say);
  if (!shown) return;
  if (ask.do === 'call')
    say({ say: 'call', shown: shownCall(shown.trace, facts, ask.call, ask.transaction) });
  else if (ask.do === 'responses')
    say({ say: 'responses', responses: responsesFrom(shown.trace, facts, ask.from) });
  else say({ say: 'text', text: shown.text });
}

addEventListener('message', ({ data: { id, ask } }: MessageEvent<Request>) => {
  const say: Answer = (message) => postMessage({ id, say: message } satisfies Reply);
  answer(ask, say).catch((error: unknown) =>
    say({ say: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
