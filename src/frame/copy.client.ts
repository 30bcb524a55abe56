/** Copy buttons: link, ticket text, Markdown, the customer sentence, a message. Each confirms in sight and aloud. */
import { type TicketCase, ticketText } from './ticket.ts';

const page = document.querySelector<HTMLElement>('[data-code]');
const status = document.querySelector('[data-copied]');

function permalink(id: string | undefined): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  // The address the reader sees, not the configured one: copies of the site are served under other names.
  const url = new URL(new URL(canonical).pathname, location.origin);
  if (id) url.hash = id;
  else if (location.hash.startsWith('#which?')) url.hash = location.hash;
  return url.href;
}

/** Text on one line, without folded commands. */
function plain(part: Element | null | undefined): string {
  const copy = part?.cloneNode(true) as Element | undefined;
  for (const folded of copy?.querySelectorAll('details, .sr-only') ?? []) folded.remove();
  return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** What a case says, from the page. */
function caseOf(section: HTMLElement): TicketCase {
  const part = (name: string) => section.querySelector(`[data-part="${name}"] dd`);
  return {
    title: section.dataset['case'] ?? '',
    recognise: plain(part('Recognise it')),
    steps: [...(part('Do')?.querySelectorAll('ol > li') ?? [])].map(plain),
    collect: plain(part('Collect')),
    acts: plain(section.querySelector('[data-acts]')),
  };
}

function textFor(button: HTMLElement, kind: string): string {
  if (kind === 'customer') return document.querySelector('[data-customer]')?.textContent ?? '';
  if (kind === 'message')
    return [...(button.closest('figure')?.querySelectorAll('pre span') ?? [])]
      .map((line) => {
        const copy = line.cloneNode(true) as HTMLElement;
        for (const note of copy.querySelectorAll('i')) note.remove();
        return (copy.textContent ?? '').replace(/\n$/, '');
      })
      .join('\r\n')
      .concat('\r\n');
  // A button inside a case copies the case; those of the page copy the page, with what is ticked on it.
  const chosen = button.closest<HTMLElement>('[data-case]') ?? undefined;
  const url = permalink(chosen?.id);
  if (kind === 'link') return url;
  return ticketText(
    {
      code: page?.dataset['code'] ?? '',
      phrase: page?.dataset['phrase'] ?? '',
      meaning: document.querySelector('[data-meaning]')?.textContent?.trim() ?? '',
      case: chosen && caseOf(chosen),
      url,
      date: new Date().toISOString().slice(0, 10),
    },
    kind === 'markdown' ? 'markdown' : 'text',
  );
}

async function copy(button: HTMLElement) {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label;
  let done = true;
  try {
    await navigator.clipboard.writeText(textFor(button, button.dataset['copy'] ?? ''));
  } catch {
    done = false;
  }
  button.textContent = done ? 'Copied ✓' : 'Could not copy';
  if (status) status.textContent = done ? `${label}: copied.` : 'The browser did not allow copying.';
  setTimeout(() => {
    button.textContent = label;
    if (status) status.textContent = '';
  }, 2500);
}

document.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest<HTMLElement>('[data-copy]');
  if (button) void copy(button);
});
