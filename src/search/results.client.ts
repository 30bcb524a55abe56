/** The search page: answers of the exact layer first, then full text; query and filters in the address. */
import { withoutFiller } from './text.ts';
import { markWords } from './mark.ts';
import type { Answer } from './finder.ts';
import { mergeHits, type Hit } from './merge.ts';
import { unknownCode } from './unknown.ts';
import { remember } from './recent.client.ts';
import {
  base,
  loadFinder,
  loadPagefind,
  loadSymptoms,
  loadTitles,
  pagefindArrives,
  type PagefindResult,
} from './engine.client.ts';

const list = document.querySelector<HTMLOListElement>('[data-testid="search-results"]')!;
const summary = document.querySelector<HTMLElement>('[data-search-summary]')!;
const nothing = document.querySelector<HTMLElement>('[data-search-nothing]')!;
const filters = document.querySelector<HTMLFormElement>('[data-filters]')!;
const box = document.querySelector<HTMLInputElement>('[data-testid="search-input"]')!;
const names = ['kind', 'class', 'vendor', 'method'] as const;
const select = (name: string) => filters.elements.namedItem(name) as HTMLSelectElement;
const within = (path: string) => base.replace(/\/$/, '') + path;
const pathOf = (url: string) => {
  const { pathname, hash } = new URL(url, location.origin);
  return `/${pathname.slice(base.length)}${hash}`;
};

let turn = 0;

function chosenFilters(): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const name of names) if (select(name).value) chosen[name] = [select(name).value];
  return chosen;
}

function draw(hits: Hit[], query: string) {
  list.replaceChildren(
    ...hits.map((hit) => {
      const entry = document.createElement('li');
      const digit = /^\/(\d)/.exec(hit.path)?.[1];
      if (digit) entry.className = `c${digit}`;
      const link = document.createElement('a');
      link.href = within(hit.path);
      link.textContent = hit.title;
      entry.append(link);
      if (hit.beside) {
        const small = document.createElement('span');
        small.className = 'soft small';
        small.textContent = `  ${hit.beside}`;
        entry.append(small);
      }
      if (hit.excerpt) {
        const why = document.createElement('p');
        // Marks are made here from plain text: nothing that was typed or fetched is read as HTML.
        for (const { text, marked } of hit.marked ?? markWords(hit.excerpt, query)) {
          if (!marked) why.append(text);
          else {
            const mark = document.createElement('mark');
            mark.textContent = text;
            why.append(mark);
          }
        }
        entry.append(why);
      }
      return entry;
    }),
  );
}

async function run(query: string) {
  const mine = ++turn;
  list.dataset['state'] = 'loading';
  nothing.hidden = true;
  if (!query) {
    list.replaceChildren();
    summary.textContent = '';
    list.dataset['state'] = 'done';
    return;
  }
  let answers: Answer[] = [];
  let failed = '';
  const chosen = chosenFilters();
  const fullText = loadPagefind();
  const found = fullText.then((pagefind) => pagefind.search(withoutFiller(query), { filters: chosen }));
  // A failure is dealt with where it is awaited.
  found.catch(() => undefined);
  const symptoms = pagefindArrives().then(() => Promise.all([loadSymptoms(), loadTitles()]));
  const filtered = Object.keys(chosen).length > 0;
  try {
    const finder = await loadFinder();
    if (mine !== turn) return;
    // Before the symptoms are there, only what is sure is shown.
    if (!filtered)
      draw(
        mergeHits(
          finder.find(query, 15).filter(({ exact, score }) => exact || score > 0.6),
          [],
        ),
        query,
      );
    await symptoms;
    answers = finder.find(query, 15);
    if (mine !== turn) return;
    if (!filtered) draw(mergeHits(answers, []), query);
  } catch {
    failed = 'The index of names and numbers cannot be fetched; full text is searched alone. ';
  }
  let pages: PagefindResult[] = [];
  let allowed: Set<string> | undefined;
  try {
    const pagefind = await fullText;
    const search = await found;
    const known = (await loadTitles()) ?? {};
    if (mine === turn && !filtered) {
      draw(
        mergeHits(
          answers,
          (search?.results ?? []).slice(0, 6).flatMap(({ id }) => {
            const [url, title] = known[id] ?? [];
            return url && title ? [{ url, excerpt: '', meta: { title }, sub_results: [] }] : [];
          }),
        ),
        query,
      );
      // Every answer is there; excerpts follow.
      list.dataset['state'] = 'excerpts';
    }
    pages = await Promise.all((search?.results ?? []).slice(0, 6).map((result) => result.data()));
    void fillFilters(pagefind);
    if (filtered) {
      const all = await pagefind.search(null, { filters: chosen });
      const urls = await Promise.all((all?.results ?? []).map((result) => result.data()));
      allowed = new Set(urls.map(({ url }) => pathOf(url).replace(/#.*/, '')));
    }
  } catch {
    failed +=
      'Full text cannot be searched just now; the answers below come from names, numbers and symptoms.';
  }
  if (mine !== turn) return;
  const hits = mergeHits(
    answers.filter(({ path }) => !allowed || allowed.has(path.replace(/#.*/, ''))),
    pages.map((page) => ({
      ...page,
      url: pathOf(page.url),
      sub_results: page.sub_results.map((sub) => ({ ...sub, url: pathOf(sub.url) })),
    })),
  );
  draw(hits, query);
  summary.textContent =
    failed +
    (hits.length
      ? `${hits.length} ${hits.length === 1 ? 'answer' : 'answers'} for “${query.slice(0, 80)}”`
      : `Nothing found for “${query.slice(0, 80)}”.`);
  nothing.hidden = hits.length > 0 && !isUnknown(query);
  sayUnknown(query);
  list.dataset['state'] = 'done';
  // A bookmark that ends in &go jumps straight to an exact answer.
  if (new URLSearchParams(location.search).has('go') && answers[0]?.exact)
    location.replace(within(answers[0].path));
}

const isUnknown = (query: string) =>
  /^\s*\d{3}\s*$/.test(query) && !list.querySelector(`a[href$="/${query.trim()}/"]`);

function sayUnknown(query: string) {
  const place = document.querySelector<HTMLElement>('[data-unknown-number]')!;
  place.textContent = '';
  if (!isUnknown(query)) return;
  const { treatedAs } = unknownCode(Number(query), []);
  place.textContent = treatedAs
    ? `${query.trim()} is not registered, and no source read here lists it. A client treats it as ${treatedAs} (RFC 3261 §8.1.3.2).`
    : `${query.trim()} is no SIP response code: SIP has the classes 1xx to 6xx. It may be a number of your device or provider.`;
}

let filled = false;
async function fillFilters(pagefind: { filters(): Promise<Record<string, Record<string, number>>> }) {
  if (filled) return;
  filled = true;
  const known = await pagefind.filters();
  const wanted = new URLSearchParams(location.search);
  for (const name of names) {
    const field = select(name);
    const before = field.value;
    for (const [value, count] of Object.entries(known[name] ?? {}).sort(([a], [b]) => a.localeCompare(b))) {
      if ([...field.options].some((option) => option.value === value)) continue;
      field.add(new Option(`${value} (${count})`, value));
    }
    field.value = wanted.get(name) ?? before;
  }
  filters.hidden = false;
}

function keep(query: string) {
  const state = new URLSearchParams();
  if (query) state.set('q', query);
  for (const name of names) if (select(name).value) state.set(name, select(name).value);
  history.replaceState(null, '', `?${state.toString()}`);
}

filters.addEventListener('change', () => {
  keep(box.value.trim());
  void run(box.value.trim());
});

const state = new URLSearchParams(location.search);
box.value = state.get('q') ?? '';
// Filters of the address hold before their lists are filled.
for (const name of names) {
  const value = state.get(name);
  if (value) {
    select(name).add(new Option(value, value));
    select(name).value = value;
  }
}
if (box.value) remember(box.value.trim());
void run(box.value.trim());
