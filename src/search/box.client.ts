/** The search box: `/` and Ctrl-K bring it; what it needs is fetched when somebody turns to it. */
import { once } from '../frame/load.client.ts';
import { readState } from './address.ts';
import { afterEdit, afterPaste, atStart, type BoxContent, longestLine, nothing } from './box-content.ts';
import { letterOf } from '../frame/keys.ts';
import { canOpen, openResults, sayNoNetwork } from './hand-over.client.ts';
import { bring } from './palette.client.ts';

const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-search-box]')];

document.addEventListener('keydown', (event) => {
  const [box] = boxes;
  const target = event.target as HTMLElement;
  const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const letter = letterOf(event);
  const slash = letter === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
  const k = letter === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!box || (!slash && !k)) return;
  event.preventDefault();
  bring(box);
});

/**
 * With each letter typed and each step of the focus, browsers bring what has it into the part of the page that is left free
 * for the header. What stands in the header is there already.
 */
function keepThePlace(header: HTMLElement): void {
  const { style } = document.documentElement;
  const leaveRoom = (isInHeader: boolean) => (style.scrollPaddingTop = isInHeader ? '0' : '');
  header.addEventListener('focusin', () => leaveRoom(true));
  header.addEventListener('focusout', ({ relatedTarget }) =>
    leaveRoom(relatedTarget instanceof Node && header.contains(relatedTarget)),
  );
  leaveRoom(header.contains(document.activeElement));
}

const header = document.querySelector<HTMLElement>('.site-header');
if (header) keepThePlace(header);

for (const box of boxes) {
  let content = nothing;
  let replaced = false;
  /** Something was pasted here since the page was opened. */
  let ever = false;

  const become = (next: BoxContent) => {
    content = next;
    ever ||= next.pasted;
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
  // What a paste holds beyond that is read from the clipboard.
  box.maxLength = longestLine;
  box.addEventListener('beforeinput', () => {
    // What a script put there, or stood there before this ran, is known for what it is before it is changed.
    current();
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
    become(afterEdit(content, box.value, { how, replaced, ever }));
    replaced = false;
    void update();
  });
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    prepare()
      .then((suggestions) => suggestions.enter())
      // Where the scripts cannot be fetched, the search page is the answer.
      .catch(async () => {
        if (await canOpen('/search/')) openResults(current());
        else sayNoNetwork(box);
      });
  });
  if (document.activeElement === box) void update();
}
