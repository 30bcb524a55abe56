/** What the buttons and keys do: gather the text, copy it, and say so in sight and aloud without moving anything. */
import styles from './copy.css?inline';
import { byHand, type Clip, toClipboard } from './clipboard.client.ts';
import { kinds, type Kind, isKind, shortLink } from './kinds.ts';
import { keysAreOn, openMenu, wantsCommands } from './menu.client.ts';
import { pageTicket, permalink, subjectOf } from './page-ticket.client.ts';
import { richTicket } from './rich.client.ts';
import { keptSystems } from '../systems/kept.client.ts';
import { type Ticket, ticketMarkdown, ticketText } from './ticket.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

const status = document.createElement('p');
status.role = 'status';
status.dataset['copied'] = '';
document.body.append(status);

let fading: ReturnType<typeof setTimeout> | undefined;

function say(text: string, button?: HTMLElement): void {
  clearTimeout(fading);
  for (const marked of document.querySelectorAll('[data-done]')) marked.removeAttribute('data-done');
  // The same words twice would not be read out again.
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = text;
  });
  button?.setAttribute('data-done', '');
  fading = setTimeout(() => {
    status.textContent = '';
    button?.removeAttribute('data-done');
  }, 4000);
}

async function deliver(clip: Clip, what: string, button?: HTMLElement, rich?: HTMLElement): Promise<void> {
  if ((await toClipboard(clip)) || (await byHand(clip, what, rich))) say(`Copied ${what}`, button);
}

function textOf(kind: Exclude<Kind, 'link'>, ticket: Ticket): string {
  return kind === 'markdown' ? ticketMarkdown(ticket) : ticketText(ticket);
}

/** One form of the page or of a case. */
function copy(kind: Kind, section: HTMLElement | undefined, button?: HTMLElement): void {
  const what = `${kinds[kind].said}: ${subjectOf(section)}`;
  if (kind === 'link') {
    const link = permalink(section?.id);
    return void deliver({ text: section ? shortLink(link) : link }, what, button);
  }
  const ticket = pageTicket(section, wantsCommands() ? keptSystems() : []);
  const rich = kind === 'rich' ? richTicket(ticket) : undefined;
  void deliver({ text: textOf(kind, ticket), html: rich?.outerHTML }, what, button, rich);
}

/** The message of a figure as it goes over the wire. */
function messageOf(button: HTMLElement): string {
  return [...(button.closest('figure')?.querySelectorAll('pre span') ?? [])]
    .map((line) => {
      const clean = line.cloneNode(true) as HTMLElement;
      for (const note of clean.querySelectorAll('i')) note.remove();
      return (clean.textContent ?? '').replace(/\n$/, '');
    })
    .join('\r\n')
    .concat('\r\n');
}

/** A button was pressed. One inside a case copies the case; those of the page copy the page. */
export function press(button: HTMLElement): void {
  const kind = button.dataset['copy'] ?? '';
  const section = button.closest<HTMLElement>('[data-case]') ?? undefined;
  if (isKind(kind)) copy(kind, section, button);
  else if (kind === 'menu') openMenu(button, section, (chosen) => copy(chosen, section, button));
  else if (kind === 'message') void deliver({ text: messageOf(button) }, 'the message', button);
  else if (kind === 'block')
    void deliver(
      { text: button.closest('figure')?.querySelector('pre')?.textContent ?? '' },
      'what stands there',
      button,
    );
  else if (kind === 'customer')
    void deliver(
      { text: document.querySelector('[data-customer]')?.textContent ?? '' },
      'the sentence for the customer',
      button,
    );
}

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** The case that a key is about: under the pointer, or with the focus, or the one the address names. */
function caseInHand(): HTMLElement | undefined {
  const candidates = [
    document.querySelector('[data-case]:hover'),
    document.activeElement?.closest('[data-case]'),
    document.querySelector('[data-case]:target'),
  ];
  return candidates.find((one): one is HTMLElement => one instanceof HTMLElement && inSight(one));
}

/** A key was pressed outside of fields. */
export function key(letter: string): void {
  const kind = Object.keys(kinds).find((one) => isKind(one) && kinds[one].key === letter);
  if (kind && isKind(kind) && keysAreOn()) copy(kind, caseInHand());
}
