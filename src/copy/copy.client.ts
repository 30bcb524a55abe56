/**
 * Buttons and keys that copy: for a ticket, as a link, the sentence for the customer, a message. What they need is
 * fetched when a reader turns to them.
 */
import { letterOf } from '../frame/keys.ts';
import { caseTitle } from './case-title.client.ts';
import { isKind, kinds } from './kinds.ts';

const narrow = matchMedia('(width < 40rem)').matches;
// The button of a case gets the title of the case, and one for the other forms beside it.
for (const button of document.querySelectorAll<HTMLElement>('[data-case] [data-copy="text"]')) {
  const name = caseTitle(button.closest('[data-case]'));
  const more = button.cloneNode() as HTMLElement;
  more.dataset['copy'] = 'menu';
  more.textContent = 'More ▾';
  more.ariaLabel = `More: ${name}`;
  // On phones a title would take lines of its own.
  if (narrow) button.ariaLabel = `${button.textContent.trim()}: ${name}`;
  else button.append(`: ${name}`);
  button.after(more);
}
for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const kind = button.dataset['copy'] ?? '';
  if (isKind(kind)) button.ariaKeyShortcuts = kinds[kind].key.toUpperCase();
}

const load = () => import('./copying.client.ts');
type Copying = Awaited<ReturnType<typeof load>>;
let ready: Copying | undefined;

/** Calls right away where it can: some browsers let a page copy only while they handle the click. */
function withCopying(work: (copying: Copying) => void): void {
  if (ready) return work(ready);
  load().then(
    (copying) => work((ready = copying)),
    () => undefined,
  );
}

const copyButton = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;

for (const turn of ['pointerover', 'focusin'])
  document.addEventListener(turn, (event) => {
    if (!ready && copyButton(event)) withCopying(() => undefined);
  });

document.addEventListener('click', (event) => {
  const button = copyButton(event);
  if (button) withCopying((copying) => copying.press(button));
});

/** Whether what has the focus takes letters. */
const takesLetters = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'));

document.addEventListener('keydown', (event) => {
  const { ctrlKey, metaKey, altKey, shiftKey, repeat, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || shiftKey || repeat || defaultPrevented) return;
  const letter = letterOf(event);
  if (!/^[tlmr]$/.test(letter) || takesLetters(event.target)) return;
  // Only where a page offers it, and not behind a dialog.
  if (!document.querySelector('[data-code] [data-copy="menu"]') || document.querySelector('dialog[open]'))
    return;
  withCopying((copying) => copying.key(letter));
});
