/**
 * `/` and Ctrl-K bring the search box to the reader: where it is out of sight it opens in a dialog above the page.
 * Escape leaves the reader where he was. It is the same box with the same answers.
 */

/** Brings the box into the focus. */
export function bring(box: HTMLInputElement): void {
  if (isInSight(box)) leadBack(box);
  else open(box);
  box.focus({ preventScroll: true });
  box.select();
}

/** Escape closes the suggestions first (suggestions.client.ts); with none open it gives the focus back. */
function leadBack(box: HTMLInputElement): void {
  const before = document.activeElement;
  if (before === box) return;
  const form = box.form!;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
    else box.blur();
  };
  box.dataset['brought'] = '';
  form.addEventListener('keydown', leave);
  box.addEventListener(
    'blur',
    () => {
      delete box.dataset['brought'];
      form.removeEventListener('keydown', leave);
    },
    { once: true },
  );
}

function isInSight(box: HTMLElement): boolean {
  const { top, bottom, width } = box.getBoundingClientRect();
  return width > 0 && top >= 0 && bottom <= innerHeight;
}

function open(box: HTMLInputElement): void {
  const search = box.closest<HTMLElement>('search')!;
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.ariaLabel = 'Search';
  // The header keeps its height, so that nothing moves below the dialog.
  const gap = document.createElement('div');
  gap.style.height = `${search.offsetHeight}px`;
  search.replaceWith(gap);
  dialog.append(search);
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    gap.replaceWith(search);
    dialog.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  // Escape closes the suggestions first (suggestions.client.ts); with none open it closes the dialog.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  // A click beside the box closes it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
}
