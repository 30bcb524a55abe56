/** Suggestions below the search box: a combobox with a listbox, grouped, answered as one types. */
import styles from './suggestions.css?url';
import { clearRecent, recent, remember } from './recent.client.ts';
import { group, suggestionGroups } from './groups.ts';
import type { Answer } from './finder.ts';
import { base, loadFinder, loadSymptoms } from './engine.client.ts';

const searchUrl = (query: string) => `${base}search/?q=${encodeURIComponent(query)}`;

interface Item {
  href: string;
  title: string;
  beside?: string | undefined;
  digit?: string | undefined;
}

const item = (answer: Answer): Item => ({
  href: base.replace(/\/$/, '') + answer.path,
  title: answer.title,
  beside: answer.beside ?? (answer.exact ? undefined : answer.why !== answer.title ? answer.why : undefined),
  digit: /^\/(\d)/.exec(answer.path)?.[1],
});

/** The styles of the suggestions come with them, not with the page. */
function loadStyles(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  document.head.append(link);
}

/** Makes the box answer. Called once for each box; gives back what Enter does. */
export function suggest(box: HTMLInputElement): () => Promise<void> {
  loadStyles();
  const form = box.form!;
  const list = form.querySelector<HTMLElement>('[role="listbox"]')!;
  const status = form.querySelector<HTMLElement>('[data-search-status]')!;
  const grid = document.querySelector<HTMLElement>('[data-code-grid]');
  let answers: Answer[] = [];
  let active = -1;
  let pasted = '';
  let turn = 0;

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];

  function close() {
    list.hidden = true;
    box.ariaExpanded = 'false';
    box.removeAttribute('aria-activedescendant');
    active = -1;
  }

  function move(to: number) {
    const all = options();
    if (!all.length) return;
    all[active]?.setAttribute('aria-selected', 'false');
    active = (to + all.length) % all.length;
    const chosen = all[active]!;
    chosen.setAttribute('aria-selected', 'true');
    chosen.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', chosen.id);
  }

  function show(groups: { title: string; items: Item[] }[], said: string) {
    list.replaceChildren();
    let number = 0;
    for (const { title, items } of groups) {
      if (!items.length) continue;
      const section = document.createElement('div');
      section.role = 'group';
      section.ariaLabel = title;
      const head = document.createElement('p');
      head.textContent = title;
      head.ariaHidden = 'true';
      section.append(head);
      for (const { href, title: text, beside, digit } of items) {
        const option = document.createElement('a');
        option.role = 'option';
        option.id = `${list.id}-${number++}`;
        option.href = href;
        option.tabIndex = -1;
        option.setAttribute('aria-selected', 'false');
        if (digit) option.className = `c${digit}`;
        const name = document.createElement('span');
        name.textContent = text;
        option.append(name);
        if (beside) {
          const small = document.createElement('small');
          small.textContent = beside;
          option.append(small);
        }
        section.append(option);
      }
      list.append(section);
    }
    active = -1;
    box.removeAttribute('aria-activedescendant');
    list.hidden = number === 0;
    box.ariaExpanded = String(number > 0);
    status.textContent = said;
  }

  function showRecent() {
    const queries = recent();
    if (!queries.length) return close();
    show(
      [
        {
          title: 'Searched before in this browser',
          items: queries.map((query) => ({ href: searchUrl(query), title: query })),
        },
      ],
      '',
    );
    const forget = document.createElement('button');
    forget.type = 'button';
    forget.className = 'quiet';
    forget.textContent = 'Forget these';
    forget.addEventListener('click', () => {
      clearRecent();
      close();
      box.focus();
    });
    list.append(forget);
  }

  /** On the home page the table of codes dims what does not match. */
  function dim(query: string) {
    if (!grid) return;
    const codes = new Set(answers.flatMap(({ path }) => /^\/(\d{3})\//.exec(path)?.[1] ?? []));
    const digits = /^\s*(\d{1,3}|\dxx)\s*$/i.exec(query)?.[1]?.replace(/xx/i, '');
    for (const cell of grid.querySelectorAll('li')) {
      const code = cell.querySelector('.digits')?.textContent ?? '';
      cell.classList.toggle(
        'dimmed',
        Boolean(query.trim()) && !(digits ? code.startsWith(digits) : codes.has(code)),
      );
    }
  }

  async function update() {
    const query = box.value;
    const mine = ++turn;
    if (!query.trim()) {
      answers = [];
      dim('');
      return showRecent();
    }
    let finder;
    try {
      finder = await loadFinder();
    } catch {
      show(
        [
          {
            title: 'The search index cannot be fetched',
            items: [
              { href: base, title: 'All codes' },
              { href: `${base}mapping/`, title: 'The Q.850 mapping' },
            ],
          },
        ],
        'The search index cannot be fetched.',
      );
      return;
    }
    const answer = (complete: boolean) => {
      if (mine !== turn) return;
      const several = pasted ? finder.inLog(pasted) : [];
      // Before the symptoms are there, only what is sure is shown.
      const found = finder.find(query).filter(({ exact, score }) => complete || exact || score > 0.6);
      answers = several.length > 1 ? several : found;
      const groups =
        several.length > 1
          ? [{ title: 'In what you pasted', items: several.slice(0, 12).map(item) }]
          : suggestionGroups(answers).map(({ title, answers: members }) => ({
              title,
              items: members.map(item),
            }));
      const all = { href: searchUrl(query), title: `Search all pages for “${query.trim().slice(0, 60)}”` };
      show(
        [...groups, { title: group.all, items: [all] }],
        answers.length
          ? `${answers.length} suggestions, first: ${answers[0]?.title}`
          : 'No suggestion; Enter searches all pages.',
      );
      dim(query);
    };
    answer(false);
    // Symptoms join as soon as they are there.
    await loadSymptoms();
    answer(true);
  }

  box.addEventListener('input', () => {
    if (!box.value) pasted = '';
    void update();
  });
  box.addEventListener('focus', () => void update());
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    pasted = text.includes('\n') ? text.slice(0, 200_000) : '';
    if (!pasted) return;
    // A box has one line; what was pasted stays in this page's memory only.
    event.preventDefault();
    box.value = text.replace(/\s+/g, ' ').trim().slice(0, 200);
    void update();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void update();
      else move(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === 'Escape') {
      if (!list.hidden) event.preventDefault();
      turn += 1;
      close();
    } else if (event.key === 'Home' || event.key === 'End') close();
  });
  async function submit() {
    const chosen = options()[active];
    const query = box.value.trim();
    if (chosen) {
      remember(query);
      location.assign(chosen.href);
      return;
    }
    if (!query) return;
    remember(query);
    let top: Answer | undefined;
    try {
      top = pasted ? undefined : (await loadFinder()).find(query)[0];
    } catch {
      // Without the index the search page says so.
    }
    location.assign(top?.exact ? item(top).href : searchUrl(query));
  }

  list.addEventListener('pointerdown', (event) => {
    // Keeps the focus in the box, so that the list does not close under the pointer.
    if (!(event.target as HTMLElement).closest('button')) event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).closest('a')) remember(box.value.trim());
  });
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close();
  });
  if (document.activeElement === box) void update();
  return submit;
}
