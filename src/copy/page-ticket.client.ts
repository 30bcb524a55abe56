/** Reads from a page what a ticket says of it: of the page as a whole, or of one of its cases. */
import { caseTitle } from './case-title.client.ts';
import { type Command, type Fact, type Run, type Step, type Ticket, words } from './ticket.ts';

/** What a reader never wants in a ticket: sources, commands as they stand in the page, words for the ear. */
const unwanted = '.cite, .anchor, .sr-only, details, [data-how], button';

/** Address of the page, or of a place on it, under the name by which the reader opened it. */
export function permalink(id?: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  const url = new URL(new URL(canonical).pathname, location.origin);
  if (id) url.hash = id;
  else if (location.hash.startsWith('#which?')) url.hash = location.hash;
  return url.href;
}

/** The text of a part in runs, with its code and its links. */
function runsOf(part: Element | null | undefined): Run[] {
  const runs: Run[] = [];
  const read = (node: Node, code: boolean, href: string | undefined) => {
    if (node instanceof Text) {
      runs.push({ text: node.data.replace(/\s+/g, ' '), code: code || undefined, href });
      return;
    }
    if (!(node instanceof Element) || node.matches(unwanted)) return;
    const link = node.matches('a') ? node.getAttribute('href') : null;
    for (const child of node.childNodes)
      read(
        child,
        code || node.matches('code'),
        link === null ? href : new URL(link, permalink().replace(/#.*/, '')).href,
      );
  };
  for (const child of part?.childNodes ?? []) read(child, false, undefined);
  return trimmed(runs);
}

/** Without blanks at the ends and without two in a row, as a browser shows it. */
function trimmed(runs: readonly Run[]): Run[] {
  let open = false;
  const kept = runs
    .map((run) => {
      const text = open ? run.text : run.text.replace(/^ /, '');
      if (text) open = !text.endsWith(' ');
      return { ...run, text };
    })
    .filter(({ text }) => text);
  const last = kept.at(-1);
  if (last) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text);
}

/** Where a command is typed: `Asterisk CLI`, or `Yealink, web page` where the place does not name the product. */
function placeOf(head: Element | null): string {
  const product = head?.firstChild?.textContent?.trim() ?? '';
  const place = head?.querySelector('.cite')?.textContent?.trim() ?? '';
  if (place.startsWith(product)) return place;
  return place ? `${product}, ${place}` : product;
}

/** What the systems take for a task, from the commands of the page. */
function commandsOf(task: string, systems: readonly string[]): Command[] {
  const list = document.querySelector(`[data-how-of="${CSS.escape(task)}"]`);
  return [...(list?.querySelectorAll<HTMLElement>('[data-of]') ?? [])]
    .filter(({ dataset }) => systems.includes(dataset['of'] ?? ''))
    .map((item) => ({
      product: placeOf(item.querySelector('b')),
      lines: (item.querySelector('pre')?.textContent ?? '').trim(),
    }));
}

/** Steps of a part: items of its list, or what stands there instead of one. */
function stepsOf(part: Element | null, systems: readonly string[]): Step[] {
  const items = [...(part?.querySelectorAll(':scope > ol > li') ?? [])];
  return (items.length ? items : part ? [part] : []).map((item) => ({
    words: runsOf(item),
    commands: [...item.querySelectorAll<HTMLElement>('[data-how]')].flatMap(({ dataset }) =>
      commandsOf(dataset['how'] ?? '', systems),
    ),
  }));
}

/** What is ticked under "Which case is it?", in the words of the questions. What is typed there stays there. */
function seen(): Fact {
  const ticked = [...document.querySelectorAll<HTMLInputElement>('[data-tick]:checked')].filter(
    ({ value }) => value,
  );
  const text = ticked.map((tick) => {
    const label = tick.parentElement?.textContent?.trim() ?? '';
    const question = tick.type === 'radio' && tick.closest('fieldset')?.querySelector('legend')?.textContent;
    return question ? `${question.trim()}: ${label}` : label;
  });
  return { name: 'Seen', words: words(text.join('; ')) };
}

/**
 * @param section the case; without it the ticket is about the page.
 * @param systems whose commands stand below the steps.
 */
export function pageTicket(section: HTMLElement | undefined, systems: readonly string[]): Ticket {
  const page = document.querySelector<HTMLElement>('[data-code]');
  const name = `${page?.dataset['code'] ?? ''} ${page?.dataset['phrase'] ?? ''}`.trim();
  const url = permalink(section?.id);
  if (!section)
    return {
      title: name,
      meaning: runsOf(document.querySelector('[data-meaning]')),
      facts: [seen(), { name: 'Who acts', words: runsOf(document.querySelector('.facts [data-acts]')) }],
      url,
      reviewed: page?.dataset['reviewed'],
    };
  const part = (row: string) => section.querySelector(`[data-part="${row}"] dd`);
  return {
    title: `${name}: ${caseTitle(section)}`,
    facts: [
      seen(),
      { name: 'How to tell', words: runsOf(part('Recognise it')) },
      { name: 'What to do', steps: stepsOf(part('Do'), systems) },
      { name: 'Except when', words: runsOf(part('Except when')) },
      { name: 'What to send', words: runsOf(part('Collect')) },
      { name: 'Who acts', words: runsOf(section.querySelector('[data-acts]')) },
    ],
    url,
    // A case that a copy of the site added is not read again with the page.
    reviewed: section.dataset['own'] === undefined ? page?.dataset['reviewed'] : undefined,
  };
}

/** What a button names: the title of a case, else the number of the page. */
export const subjectOf = (section: HTMLElement | undefined): string =>
  section
    ? caseTitle(section)
    : (document.querySelector<HTMLElement>('[data-code]')?.dataset['code'] ?? 'this page');
