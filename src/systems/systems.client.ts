/** My systems in the browser: buttons and ticks that choose, and the order of the page to go with what is shown. */
import { keptSystems } from './kept.client.ts';
import { storageKey, styleOf } from './rules.ts';

let mine = keptSystems();
let sheet = document.adoptedStyleSheets.at(-1);

const isMine = (part: HTMLElement) => (part.dataset['of'] ?? '').split(' ').some((id) => mine.includes(id));

/** What the rules show first also comes first for the keyboard and for screen readers. */
function order() {
  for (const list of document.querySelectorAll('.by-system'))
    list.prepend(...[...list.querySelectorAll<HTMLElement>(':scope > [data-of]')].filter(isMine));
  for (const how of document.querySelectorAll<HTMLDetailsElement>('.how'))
    if ([...how.querySelectorAll<HTMLElement>('[data-of]')].some(isMine)) how.open = true;
}

/** The system that a button chooses: the one it names, or the one whose part it stands in. */
const systemOf = (button: HTMLElement) =>
  button.dataset['mine'] || (button.closest<HTMLElement>('[data-of]')?.dataset['of'] ?? '');

function show() {
  for (const button of document.querySelectorAll<HTMLElement>('[data-mine]'))
    button.setAttribute('aria-pressed', String(mine.includes(systemOf(button))));
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-system]'))
    box.checked = mine.includes(box.value);
  for (const count of document.querySelectorAll('[data-systems-count]'))
    count.textContent = mine.length ? ` (${mine.length})` : '';
}

function choose(id: string, chosen: boolean) {
  mine = chosen ? [...new Set([...mine, id])] : mine.filter((one) => one !== id);
  try {
    if (mine.length) localStorage.setItem(storageKey, mine.join(' '));
    else localStorage.removeItem(storageKey);
  } catch {
    // Without storage the choice holds for this page.
  }
  if (!sheet) document.adoptedStyleSheets.push((sheet = new CSSStyleSheet()));
  sheet.replaceSync(mine.length ? styleOf(mine) : '');
  show();
}

document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement;
  const button = target.closest<HTMLElement>('[data-mine]');
  if (button) choose(systemOf(button), button.getAttribute('aria-pressed') !== 'true');
  const others = target.closest('[data-others]');
  const list = others?.closest('.by-system');
  list?.classList.add('all');
  list
    ?.querySelector<HTMLElement>('[data-of]:not([data-mine]) :is(a, button)')
    ?.focus({ preventScroll: true });
});
document.addEventListener('change', (event) => {
  const box = event.target as HTMLInputElement;
  if (box.matches('[data-system]')) choose(box.value, box.checked);
});

if (mine.length) order();
show();
