/** Opens the command of a step under the step, instead of leading to it further down. */

/** Puts a copy of the task's fold in the place of the link, open, and the focus on its head. */
function open(link: HTMLAnchorElement): void {
  const fold = document.querySelector<HTMLDetailsElement>(`[data-how-of="${link.dataset['how'] ?? ''}"]`);
  if (!fold) return;
  const copy = fold.cloneNode(true) as HTMLDetailsElement;
  copy.removeAttribute('data-how-of');
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
