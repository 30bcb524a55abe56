/** The mapping page: filter by text, direction, class and authority; sort by any column. The address keeps the state. */
import { matchesRow } from './filter.ts';

const form = document.querySelector<HTMLFormElement>('[data-mapping-filter]');
const tables = [...document.querySelectorAll<HTMLTableElement>('[data-direction] table')];
const boxes = [...(form?.querySelectorAll<HTMLInputElement>('[name="authority"]') ?? [])];
const field = (name: string) => form?.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

function apply() {
  const text = field('text').value;
  const direction = field('direction').value;
  const codeClass = field('class').value;
  const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let count = 0;
  for (const section of document.querySelectorAll<HTMLElement>('[data-direction]')) {
    section.hidden = Boolean(direction) && section.dataset['direction'] !== direction;
    for (const cell of section.querySelectorAll<HTMLElement>('[data-authority]'))
      cell.hidden = !shown.has(cell.dataset['authority'] ?? '');
    for (const row of section.querySelectorAll<HTMLTableRowElement>('tbody tr')) {
      const words = [...row.cells].filter((cell) => !cell.hidden).map((cell) => cell.textContent ?? '');
      row.hidden = !matchesRow(words, text) || !(row.dataset['class'] ?? '').includes(codeClass);
      if (!row.hidden && !section.hidden) count += 1;
    }
  }
  document.querySelector('[data-mapping-count]')!.textContent = `${count} rows`;
}

function keep() {
  const state = new URLSearchParams();
  for (const name of ['text', 'direction', 'class'])
    if (field(name).value) state.set(name, field(name).value);
  if (boxes.some((box) => !box.checked))
    state.set(
      'authority',
      boxes
        .filter((box) => box.checked)
        .map((box) => box.value)
        .join(','),
    );
  const sorted = document.querySelector<HTMLElement>('[data-direction] [aria-sort]');
  if (sorted) {
    const table = sorted.closest<HTMLElement>('[data-direction]')?.dataset['direction'];
    state.set(
      'sort',
      `${table}.${sorted.dataset['sort']}.${sorted.ariaSort === 'descending' ? 'down' : 'up'}`,
    );
  }
  const query = state.toString();
  history.replaceState(null, '', (query ? `?${query}` : location.pathname) + location.hash);
}

function sort(head: HTMLTableCellElement, down: boolean) {
  const table = head.closest('table')!;
  const column = Number(head.dataset['sort']);
  for (const other of document.querySelectorAll('[data-direction] [aria-sort]'))
    other.removeAttribute('aria-sort');
  head.ariaSort = down ? 'descending' : 'ascending';
  const body = table.tBodies[0]!;
  const value = (row: HTMLTableRowElement) => row.cells[column]?.textContent?.trim() ?? '';
  const rows = [...body.rows].sort((a, b) => {
    // Empty cells stand last in either direction.
    if (!value(a) !== !value(b)) return value(a) ? -1 : 1;
    return value(a).localeCompare(value(b), 'en', { numeric: true }) * (down ? -1 : 1);
  });
  body.append(...rows);
}

function restore() {
  const state = new URLSearchParams(location.search);
  for (const name of ['text', 'direction', 'class']) field(name).value = state.get(name) ?? '';
  const wanted = state.get('authority')?.split(',');
  for (const box of boxes) box.checked = !wanted || wanted.includes(box.value);
  const [direction, column, way] = state.get('sort')?.split('.') ?? [];
  const head =
    direction &&
    document.querySelector<HTMLTableCellElement>(
      `[data-direction="${CSS.escape(direction)}"] th[data-sort="${CSS.escape(column ?? '')}"]`,
    );
  if (head) sort(head, way === 'down');
  apply();
}

if (form) {
  for (const head of tables.flatMap((table) => [
    ...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]'),
  ])) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => {
      sort(head, head.ariaSort === 'ascending');
      keep();
    });
    head.replaceChildren(button);
  }
  form.addEventListener('input', () => {
    apply();
    keep();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  restore();
}
