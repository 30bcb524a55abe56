/** The search box: `/` and Ctrl-K bring it; what it needs is fetched when somebody turns to it. */
import { once } from '../frame/load.client.ts';
import { readState } from './address.ts';
import { afterEdit, afterPaste, atStart, type BoxContent, nothing } from './box-content.ts';
import { openResults } from './hand-over.client.ts';
import { bring } from './palette.client.ts';

const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-search-box]')];

document.addEventListener('keydown', (event) => {
  const [box] = boxes;
  const target = event.target as HTMLElement;
  const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
  const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!box || (!slash && !k)) return;
  event.preventDefault();
  bring(box);
});

for (const box of boxes) {
  let content = nothing;
  let replaced = false;

  const become = (next: BoxContent) => {
    content = next;
    box.toggleAttribute('data-pasted', next.pasted);
  };
  /** What stands in the box is told from events; a value that came without one may have been pasted before this ran. */
  const current = () => {
    const { query } = readState(location.search, location.hash);
    if (!content.log && atStart(box.value, query).text !== content.text) become(atStart(box.value, query));
    return content;
  };

  /** Fetches the suggestions; tried again after a failure. */
  const prepare = once(() => import('./suggestions.client.ts').then(({ suggest }) => suggest(box, current)));
  const update = () =>
    prepare().then(
      (suggestions) => suggestions.update(),
      // Without them Enter still leads to the results.
      () => undefined,
    );

  box.addEventListener('pointerenter', () => void prepare().catch(() => undefined));
  box.addEventListener('focus', () => void update());
  box.addEventListener('beforeinput', () => {
    replaced = box.selectionStart === 0 && box.selectionEnd === box.value.length;
  });
  box.addEventListener('paste', (event) => {
    become(afterPaste(event.clipboardData?.getData('text') ?? ''));
    void update();
  });
  box.addEventListener('input', (event) => {
    const how = event instanceof InputEvent ? event.inputType : '';
    // The paste itself puts its text into the box; it was read in whole before its line ends went.
    if (how === 'insertFromPaste' && content.log) return;
    if (how === 'insertFromPaste' || how === 'insertFromDrop') become({ ...afterPaste(box.value), log: '' });
    else become(afterEdit(content, box.value, replaced));
    replaced = false;
    void update();
  });
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    prepare()
      .then((suggestions) => suggestions.enter())
      // Where the scripts cannot be fetched, the search page is the answer.
      .catch(() => openResults(current()));
  });
  if (document.activeElement === box) void update();
}
