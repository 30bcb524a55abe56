/**
 * Opens the command of a step under the step, instead of leading to it further down, and adds what the output looks
 * like.
 */
import { once } from '../frame/load.client.ts';

/** Reads an answer as a document. The browser does it: no string is made into markup, which the policy forbids. */
const fetchDocument = (url: string) =>
  new Promise<Document>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200 && request.response) resolve(request.response as Document);
      else reject(new Error(`${url}: status ${request.status}`));
    });
    request.addEventListener('error', () => reject(new Error(`${url}: no answer`)));
    request.send();
  });

let outputs: (() => Promise<Document>) | undefined;
/** Every task in full: one file for the whole site. */
const outputsOf = (url: string) => (outputs ??= once(() => fetchDocument(url)))();

/** Puts the whole of a task, with output and sources, in the place of its short list. */
async function complete(fold: HTMLElement): Promise<void> {
  const more = fold.querySelector<HTMLAnchorElement>('[data-outputs]');
  const short = fold.querySelector<HTMLElement>('.commands');
  if (!more || !short) return;
  const whole = (await outputsOf(new URL('outputs.html', more.href).href)).getElementById(more.hash.slice(1));
  const list = whole?.querySelector('.commands');
  if (!list) return;
  // The order of the reader's own systems is kept.
  const order = [...short.querySelectorAll<HTMLElement>(':scope > [data-of]')].map(
    ({ dataset }) => dataset['of'],
  );
  const items = [...list.querySelectorAll<HTMLElement>(':scope > [data-of]')];
  list.prepend(...items.sort((a, b) => order.indexOf(a.dataset['of']) - order.indexOf(b.dataset['of'])));
  list.className = short.className;
  short.replaceWith(document.importNode(list, true));
  more.remove();
}

/** Puts a copy of the task's fold in the place of the link, open, and the focus on its head. */
function open(link: HTMLAnchorElement): void {
  const fold = document.querySelector<HTMLDetailsElement>(`[data-how-of="${link.dataset['how'] ?? ''}"]`);
  if (!fold) return;
  const copy = fold.cloneNode(true) as HTMLDetailsElement;
  copy.removeAttribute('data-how-of');
  // What the step asks for stays known: tickets take it from here.
  copy.dataset['how'] = link.dataset['how'];
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  copy.open = true;
  link.replaceWith(copy);
  copy.querySelector('summary')?.focus();
}

document.addEventListener('click', (event) => {
  // A key held down asks for another tab or window.
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-how]');
  if (!link || !document.querySelector(`[data-how-of="${link.dataset['how'] ?? ''}"]`)) return;
  event.preventDefault();
  open(link);
});

// A fold opens by click, by key, by a fragment and for the reader's own systems; all of them end here.
document.addEventListener(
  'toggle',
  (event) => {
    const fold = event.target as HTMLDetailsElement;
    // Without the outputs the short list stays, with the link to it.
    if (fold.matches('.how') && fold.open) void complete(fold).catch(() => undefined);
  },
  true,
);
