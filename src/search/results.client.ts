/** The results page: runs the query of the address or of the page before, draws every stage, keeps the address true. */
import { isState, readState, searchPath, type SearchState } from './address.ts';
import { answers, firstPages, morePages, type Stage } from './answers.ts';
import { within } from '../frame/base.client.ts';
import { afterPaste, isReadInPart, mostReadWords } from './box-content.ts';
import { sources } from './engine.client.ts';
import { Filters } from './filters.client.ts';
import { takeOver } from './hand-over.client.ts';
import { readLog } from './read-log.client.ts';
import { remember } from './recent.client.ts';
import { drawHit } from './result-list.client.ts';
import { noClassNumber, searching, summary } from './results.ts';
import { noClassSentence } from './unknown.ts';

const page = document.querySelector<HTMLElement>('[data-search-page]')!;
const part = <T extends HTMLElement>(name: string) => page.querySelector<T>(`[data-${name}]`)!;
const list = part<HTMLOListElement>('results');
const status = part('summary');
const nothing = part('nothing');
const unknown = part('unknown-number');
const more = part<HTMLButtonElement>('more');
const box = document.querySelector<HTMLInputElement>('[data-search-box]')!;

let state: SearchState & { pasted?: boolean; log?: string } = { query: '', filters: {}, go: false };
let pages = firstPages;
let running = new AbortController();

const filters = new Filters(part<HTMLFormElement>('filters'), () => {
  // What stands in the box counts, entered or not; what was pasted there goes into no address.
  const query = box.value.trim();
  const pasted = box.hasAttribute('data-pasted') || (state.pasted === true && query === state.query);
  const log = query === state.query ? (state.log ?? '') : '';
  state = { query, filters: filters.chosen, go: false, pasted, log };
  keepAddress();
  void run();
});

/** The address says what is asked; what was pasted stays out of it. */
function keepAddress(): void {
  const query = state.pasted ? '' : state.query;
  history.replaceState(null, '', within(searchPath({ ...state, query })));
}

function draw({ stage, hits, more: left }: Stage): void {
  list.replaceChildren(...hits.map((hit) => drawHit(hit, state.query)));
  more.hidden = left === 0;
  // Every answer is there; excerpts follow.
  if (stage === 'titles') list.dataset['state'] = 'excerpts';
}

function finish(last: Stage): void {
  const number = noClassNumber(state.query);
  const part = isReadInPart(state.log ?? '') ? ` Of the log, ${mostReadWords} were read.` : '';
  status.textContent = summary(last, state.query) + part;
  nothing.hidden = last.hits.length > 0 && !number;
  unknown.textContent = number ? noClassSentence(number) : '';
  list.dataset['state'] = 'done';
  if (state.go && last.best?.exact) location.replace(within(last.best.path));
}

/**
 * Runs the query of the state.
 * @param quietly keeps the list that is there until the new one is complete.
 * @returns false where a newer query has taken over.
 */
async function run({ quietly = false } = {}): Promise<boolean> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  list.dataset['state'] = 'loading';
  if (!quietly) {
    pages = firstPages;
    nothing.hidden = true;
  }
  if (!state.query) {
    list.replaceChildren();
    status.textContent = '';
    more.hidden = true;
    list.dataset['state'] = 'done';
    return true;
  }
  if (!quietly) status.textContent = searching(state.query);
  // A failure is said by the answers themselves; without the lists, filters stay hidden.
  void sources.records().then(
    (records) => filters.fill(records),
    () => undefined,
  );
  let last: Stage | undefined;
  const { query, log } = state;
  const question = { query, log: log ? () => readLog(log) : undefined };
  for await (const stage of answers(question, state.filters, sources, signal, pages)) {
    last = stage;
    if (!quietly || stage.stage === 'excerpts') draw(stage);
  }
  if (last && !signal.aborted) finish(last);
  return !signal.aborted;
}

more.addEventListener('click', async () => {
  const before = list.children.length;
  pages += morePages;
  if (!(await run({ quietly: true }))) return;
  // All that was left may be in the list already: without the button, the focus would begin at the top of the page.
  const next = list.children[before] ?? (more.hidden ? list.lastElementChild : undefined);
  next?.querySelector('a')?.focus();
});

let isFirst = true;

/** The query of the address, or what the page before handed over. */
function open(): void {
  state = readState(location.search, location.hash);
  const handed = state.query ? '' : takeOver();
  if (handed) {
    const { text, log } = afterPaste(handed);
    state = { ...state, query: text, log, pasted: true };
  }
  // What was typed before this ran stays. It may have been pasted.
  const typed = isFirst ? box.value.trim() : '';
  const isOther = typed !== '' && typed !== state.query;
  isFirst = false;
  if (!isOther) box.value = state.query;
  box.toggleAttribute('data-pasted', handed !== '' || isOther);
  filters.chosen = state.filters;
  if (state.query && !handed) remember(state.query);
  void run();
}

addEventListener('hashchange', () => {
  // A link to a place in the page is no new state, and the way back to it leads to the results.
  if (isState(location.hash)) open();
  else keepAddress();
});
open();
