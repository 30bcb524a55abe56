/** The decoder's page: takes a trace, has it read in a worker and shows what it says. */
import { within } from '../../frame/base.client.ts';
import { element } from '../../frame/element.client.ts';
import { openResults, takeOver } from '../../search/hand-over.client.ts';
import { compareWith } from './compare.client.ts';
import { drawFinding, drawFitting } from './findings.client.ts';
import { Input } from './input.client.ts';
import { Ladder } from './ladder.client.ts';
import { drawMessage, messageText } from './message.client.ts';
import { messageTools } from './message-tools.client.ts';
import type { Overview, ShownCall, ShownMessage, ShownResponse, Source } from './messages.ts';
import { drawResponse } from './responses.client.ts';
import { copy, ladderPng, ladderSvg, saveFile } from './save.client.ts';
import { ticketTexts } from './ticket.ts';
import { Stopped, TraceWorker } from './worker.client.ts';

const root = document.querySelector<HTMLElement>('[data-decode]')!;
const part = <Kind extends HTMLElement = HTMLElement>(name: string) =>
  root.querySelector<Kind>(`[data-${name}]`)!;

const facts = root.dataset['facts'] ?? '';
const worker = new TraceWorker();
const results = part('results');
const status = part('decode-status');
const maskButton = part<HTMLButtonElement>('mask');

let overview: Overview | undefined;
let shown: ShownCall | undefined;
/** All of the call of which `shown` may be one transaction. */
let whole: ShownCall | undefined;
let chosen: ShownMessage | undefined;
let explain = false;
/** The text that was read; empty for a file. */
let pastedText = '';
/** The reader's own system: kept while this page is open. */
let own: string | null = null;

const ladder = new Ladder(
  part('ladder'),
  (message) => showMessage(message),
  (message) => {
    if (message.code !== null) location.assign(within(`/${message.code}/`));
  },
);

const input = new Input(
  root.querySelector<HTMLFormElement>('[data-trace-form="trace"]')!,
  (source) => void decode(source),
  sayFault,
);
const compareAgain = compareWith(part('compare'), facts, () => whole);
const handedOver = takeOver();
// What the reader put there before this ran comes back by Undo.
if (handedOver) input.take(handedOver);

async function decode(source: Source | null): Promise<void> {
  worker.stop();
  pastedText = source && 'text' in source ? source.text : '';
  part('fault').hidden = true;
  maskButton.ariaPressed = 'false';
  if (!source) {
    results.hidden = true;
    status.textContent = '';
    return;
  }
  await during(async () => showOverview(await worker.read(source, facts, showProgress, own)));
}

function sayFault(text: string): void {
  const fault = part('fault');
  fault.textContent = text;
  fault.hidden = false;
}

/** Shows progress while something is read, and what went wrong. */
async function during(work: () => Promise<void>): Promise<void> {
  const progress = part('progress');
  // Nothing flickers while a small trace is read.
  const timer = setTimeout(() => {
    progress.hidden = false;
    status.textContent = 'Reading the trace.';
  }, 250);
  part('progress-text').textContent = '';
  progress.querySelector('progress')!.value = 0;
  try {
    await work();
  } catch (error) {
    if (error instanceof Stopped) return;
    sayFault(error instanceof Error ? error.message : String(error));
    results.hidden = true;
  } finally {
    clearTimeout(timer);
    progress.hidden = true;
  }
}

function showProgress(done: number, messages: number): void {
  part('progress').querySelector('progress')!.value = done;
  part('progress-text').textContent = `${Math.round(done * 100)} %, ${messages} messages`;
}

part('cancel').addEventListener('click', () => {
  worker.stop();
  results.hidden = true;
  status.textContent = 'Stopped.';
});

/** @param call the one to open; that of the summary where it is left out. */
async function showOverview(next: Overview, call = next.summary.call ?? 0): Promise<void> {
  overview = next;
  const { summary, name, messages, lines, formats, notes, masked } = next;
  results.hidden = false;
  part('read').textContent = [
    name,
    messages === 1 ? '1 message' : `${messages} messages`,
    `${lines} lines`,
    formats.join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
  part('notes').replaceChildren(
    ...[...notes, ...(masked?.notes ?? [])].map((note) => element('li', {}, note)),
  );
  const [best] = next.findings.filter(({ call }) => call === summary.call);
  part('sentence').replaceChildren(
    summary.sentence,
    ...(best ? [' ', element('a', { href: within(best.case) }, best.title)] : []),
    ...(messages === 0 && next.responseCount === 0 && pastedText ? [' ', searchLink(pastedText)] : []),
  );
  part('sentence').closest('section')!.className = [
    'decode-summary',
    summary.finalCode === null ? '' : `c${String(summary.finalCode)[0]}`,
  ].join(' ');
  part('masked').textContent = masked ? maskedSentence(masked.counts) : '';
  status.textContent = summary.sentence;
  part('responses').replaceChildren();
  // Each part is drawn in a task of its own: none holds up the page.
  await pause();
  if (overview !== next) return;
  showSystems(next);
  showCalls(next);
  await pause();
  if (overview !== next) return;
  addResponses(next.responses);
  const nothing = messages === 0;
  for (const id of ['decode-ladder', 'decode-message'])
    document.getElementById(id)!.closest('section')!.hidden = nothing;
  document.getElementById('decode-responses')!.closest('section')!.hidden = next.responseCount === 0;
  await showCall(call);
}

/** To what search makes of the words of a text that is no trace; like every paste it goes into no address. */
function searchLink(text: string): HTMLElement {
  const link = element('a', { href: within('/search/') }, 'Search for its words');
  // Nothing can be handed over to another tab: with any button it opens here.
  const open = (event: Event) => {
    event.preventDefault();
    openResults({ text, log: text, pasted: true });
  };
  link.addEventListener('click', open);
  link.addEventListener('auxclick', (event) => event.button === 1 && open(event));
  return link;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

function maskedSentence(counts: Partial<Record<string, number>>): string {
  const kinds = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return `Hidden: ${kinds.join(', ') || 'nothing was found to hide'}. What is shown, copied and saved now is the hidden form; read it through before you pass it on.`;
}

function showSystems({ systems }: Overview): void {
  const choice = part<HTMLSelectElement>('own');
  choice.replaceChildren(
    element('option', { value: '' }, 'not said'),
    ...systems.map(({ value, label, own: chosenOne }) =>
      element('option', { value, selected: chosenOne }, label),
    ),
  );
  part('own-choice').hidden = systems.length < 2;
}

part('own').addEventListener('change', ({ currentTarget }) => {
  const { value } = currentTarget as HTMLSelectElement;
  // The hidden form has other addresses: they are not what the next trace holds.
  if (!overview?.masked) own = value || null;
  const call = shown?.call.index;
  void during(async () => {
    await showOverview(await worker.own(value || null), call);
    part('own').focus();
  });
});

function showCalls({ calls, callCount }: Overview): void {
  const buttons = calls.map(({ index, title, code, messages }) => {
    const button = element(
      'button',
      { type: 'button', className: `button${code === null ? '' : ` c${String(code)[0]}`}` },
      element('bdi', {}, title),
      ' · ',
      element('b', {}, code === null ? 'no final response' : String(code)),
      ` · ${messages}`,
    );
    button.dataset['call'] = String(index);
    button.addEventListener('click', () => void showCall(index));
    return button;
  });
  const rest = callCount - calls.length;
  part('calls').replaceChildren(
    ...(calls.length > 1 ? buttons : []),
    ...(rest > 0 ? [element('span', { className: 'text-sm text-soft' }, `and ${rest} more`)] : []),
  );
}

async function showCall(index: number, transaction: number | null = null): Promise<void> {
  if (!overview) return;
  shown = await worker.call(index, transaction);
  if (transaction === null) whole = shown;
  for (const button of part('calls').querySelectorAll('button'))
    button.ariaPressed = String(button.dataset['call'] === String(index));
  showTransactions(shown);
  showFindings(overview, shown);
  await pause();
  if (shown?.call.index !== index || shown.transaction !== transaction) return;
  if (shown.messages.length > 0) ladder.show(shown);
  compareAgain();
}

/** A level below the calls: each request of the call with its answers, or all of them. */
function showTransactions({ call, transactions, transaction }: ShownCall): void {
  const list = part('transactions');
  // The one that was pressed keeps the focus: the buttons are drawn anew.
  const focused = list.contains(document.activeElement);
  const button = (place: number | null, title: string, code: number | null, messages: number) => {
    const made = element(
      'button',
      { type: 'button', className: `button${code === null ? '' : ` c${String(code)[0]}`}` },
      element('bdi', {}, title),
      ...(code === null ? [] : [' · ', element('b', {}, String(code))]),
      ` · ${messages}`,
    );
    made.ariaPressed = String(place === transaction);
    made.addEventListener('click', () => void showCall(call.index, place));
    return made;
  };
  const buttons = [
    button(null, 'Whole call', null, call.messages),
    ...transactions.map(({ place, title, code, messages }) => button(place, title, code, messages.length)),
  ];
  list.replaceChildren(...(transactions.length > 1 ? buttons : []));
  if (focused) list.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
}

function showFindings({ findings, causes, summary, responseCount }: Overview, call: ShownCall): void {
  const onLine = (message: number) => void goTo(message);
  const ofCall = findings.filter((finding) => finding.call === call.call.index || finding.call === null);
  const others = findings.filter((finding) => !ofCall.includes(finding));
  const alone = call.transactions.find(({ place }) => place === call.transaction);
  const own = ofCall.filter(
    ({ lines }) =>
      !alone || lines.some(({ message }) => message !== null && alone.messages.includes(message)),
  );
  const list: HTMLElement[] = own.map((finding) => drawFinding(finding, onLine));
  if (call.fitting.length > 0 && (!alone || alone.code === call.call.code))
    list.push(
      element('p', { className: 'label' }, own.length > 0 ? 'Other cases that fit' : 'Cases that fit best'),
      element('ul', {}, ...call.fitting.map(drawFitting)),
    );
  for (const { cause, name, line } of causes.slice(0, 10))
    list.push(
      element(
        'p',
        {},
        element('a', { href: within(`/q850/${cause}/`) }, `Q.850 cause ${cause}${name ? ` ${name}` : ''}`),
        ` in line ${line}`,
      ),
    );
  if (list.length === 0)
    list.push(
      element(
        'p',
        {},
        alone ? 'No finding about this transaction alone.' : nothingFound(summary.finalCode, responseCount),
      ),
    );
  if (others.length > 0)
    list.push(
      element(
        'details',
        {},
        element('summary', {}, `In other calls of this trace: ${others.length}`),
        ...others.map((finding) => drawFinding(finding, onLine)),
      ),
    );
  part('findings').replaceChildren(...list);
}

function nothingFound(code: number | null, responses: number): string {
  if (responses === 0)
    return 'No SIP message and no status line was found. Paste the log with its SIP messages, or drop a capture taken while the call was made.';
  if (code !== null && code >= 200 && code < 300) return 'Nothing here went wrong as far as the trace shows.';
  return 'No rule of this page names the case. The pages of the codes below say what each can mean.';
}

/** Shows a message, wherever it stands: another call may have to be opened first. */
async function goTo(message: number, call: number | null = null): Promise<void> {
  if (!ladder.showMessage(message)) {
    // It may stand in this call, beside the transaction that is shown alone.
    const owner =
      call ?? overview?.findings.find(({ lines }) => lines.some((line) => line.message === message))?.call;
    if (owner === null || owner === undefined) return;
    await showCall(owner);
    ladder.showMessage(message);
  }
  document.getElementById('decode-message')?.scrollIntoView({ block: 'nearest' });
}

function showMessage(message: ShownMessage): void {
  if (!overview) return;
  chosen = message;
  const evidence = new Set(overview.findings.flatMap((finding) => finding.evidence));
  const explainButton = element(
    'button',
    { type: 'button', className: 'button', ariaPressed: String(explain) },
    'Explain the headers',
  );
  explainButton.addEventListener('click', () => {
    explain = !explain;
    if (chosen) showMessage(chosen);
    part('message').querySelector<HTMLElement>('[aria-pressed]')?.focus();
  });
  const copyButton = element('button', { type: 'button', className: 'button' }, 'Copy the message');
  copyButton.addEventListener('click', () => void confirmed(copyButton, () => copy(messageText(message))));
  const tools = element('div');
  if (whole)
    void messageTools(message, whole, overview.masked !== null).then((list) =>
      tools.replaceChildren(...list),
    );
  part('message').replaceChildren(
    ...drawMessage(message, { evidence, headers: overview.headers, explain }),
    element(
      'p',
      { className: 'decode-actions' },
      explainButton,
      copyButton,
      ...(message.code === null
        ? []
        : [element('a', { href: within(`/${message.code}/`) }, `Open ${message.code}`)]),
    ),
    tools,
  );
}

function addResponses(responses: readonly ShownResponse[]): void {
  const list = part('responses');
  list.append(
    ...responses.map((response) =>
      drawResponse(response, ({ message, call }) => {
        if (message !== null) void goTo(message, call);
      }),
    ),
  );
  part('more').hidden = list.children.length >= (overview?.responseCount ?? 0);
}

part('more').addEventListener('click', () => {
  void worker.responses(part('responses').children.length).then(addResponses);
});

/** Does what a button says and confirms it in sight and aloud. */
async function confirmed(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  const label = (button.dataset['label'] ??= button.textContent ?? '');
  let done = true;
  try {
    await work();
  } catch {
    done = false;
  }
  button.textContent = done ? 'Copied ✓' : 'Could not copy';
  status.textContent = done ? `${label}: copied.` : 'The browser did not allow copying.';
  setTimeout(() => {
    button.textContent = label;
  }, 2500);
}

for (const button of root.querySelectorAll<HTMLElement>('[data-copy-summary]'))
  button.addEventListener('click', () => {
    if (!overview) return;
    const texts = ticketTexts({
      overview,
      call: shown?.call.index ?? overview.summary.call,
      roles: whole?.roles ?? [],
      address: (path) => new URL(within(path), location.origin).href,
      date: new Date().toISOString().slice(0, 10),
    });
    const kind = button.dataset['copySummary'];
    void confirmed(button, () =>
      kind === 'html'
        ? copy(texts.text, texts.html)
        : copy(kind === 'markdown' ? texts.markdown : texts.text),
    );
  });

maskButton.addEventListener('click', () => {
  const on = maskButton.ariaPressed !== 'true';
  void during(async () => {
    await showOverview(await worker.mask(on, showProgress));
    maskButton.ariaPressed = String(on);
  });
});

for (const button of root.querySelectorAll<HTMLElement>('[data-save]'))
  button.addEventListener('click', () => void save(button.dataset['save'] ?? ''));

async function save(kind: string): Promise<void> {
  const picture = ladder.picture;
  if (kind === 'trace') saveFile('trace.txt', await worker.text());
  else if (picture && kind === 'svg') saveFile('call-flow.svg', ladderSvg(picture.shape, picture.width));
  else if (picture) saveFile('call-flow.png', await ladderPng(picture.shape, picture.width));
}
