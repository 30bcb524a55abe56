/** On the home page the table of codes dims what does not match the search box. */
import { staysBright } from './suggestions.ts';

const cells = [...document.querySelectorAll<HTMLElement>('[data-code-cell]')];
const fold = document.querySelector<HTMLDetailsElement>('[data-code-fold]');

/** @param found codes that answer; undefined where nothing was asked, and everything stays bright. */
export function dimCodes(text: string, found: ReadonlySet<string> | undefined): void {
  for (const cell of cells)
    cell.classList.toggle(
      'dimmed',
      Boolean(found && !staysBright(cell.dataset['codeCell'] ?? '', text, found)),
    );
  // What is asked for and stands in the fold alone is shown.
  const bright = cells.filter((cell) => !cell.classList.contains('dimmed'));
  if (fold && bright.length && bright.every((cell) => fold.contains(cell))) fold.open = true;
}
