/**
 * The mapping page: columns, rows and order as the reader wants them. Two authorities alone are compared. The address
 * keeps the state: choices in the query, what was typed in the fragment, which is never sent. What was pasted stays out of it.
 */
import { element } from '../frame/element.client.ts';
import { pastedAfter } from '../frame/pasted.ts';
import { keptSystems } from '../systems/kept.client.ts';
import { compareCells, comparisonSentence, type Verdict, verdictText } from './compare.ts';
import { matchesRow } from './filter.ts';
import { authorityId } from './table.ts';
import { valueGroups } from './value-groups.ts';

const form = document.querySelector<HTMLFormElement>('[data-mapping-filter]')!;
const sections = [...document.querySelectorAll<HTMLElement>('[data-direction]')];
const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="authority"]')];
const presets = [...form.querySelectorAll<HTMLButtonElement>('[data-preset]')];
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
const text = form.querySelector<HTMLInputElement>('#filter-text')!;
const onlyDifferences = field('differ') as HTMLInputElement;
/** What stands in the field was pasted, if only in part, or stood there before this ran. */
let pasted = text.value !== '';
let ever = pasted;
const choices = ['direction', 'class'];

const headsOf = (section: HTMLElement) => [
  ...section.querySelectorAll<HTMLTableCellElement>('.matrix thead th[data-sort]'),
];
const rowsOf = (section: HTMLElement) => [
  ...section.querySelectorAll<HTMLTableRowElement>('.matrix tbody tr'),
];
const textOf = (cell: Element | undefined) => cell?.textContent?.trim() ?? '';
const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
const nameOf = (id: string) => textOf(boxes.find((box) => box.value === id)?.parentElement ?? undefined);

/** The reader's own systems that have a table, beside RFC 3398 as the yardstick. */
function mine(): string[] {
  const systems = keptSystems();
  const own = boxes.filter((box) => systems.includes(box.dataset['vendor'] ?? '')).map((box) => box.value);
  return own.length ? ['rfc-3398', ...own] : [];
}

const presetIds = (button: HTMLElement) =>
  button.dataset['preset'] === 'mine' ? mine() : (button.dataset['preset'] ?? '').split(' ').filter(Boolean);

/** Removes what an earlier comparison added. */
function uncompare(section: HTMLElement) {
  for (const cell of section.querySelectorAll('.verdict')) cell.remove();
  for (const row of rowsOf(section)) delete row.dataset['verdict'];
  section.querySelector('[data-compared]')!.textContent = '';
}

/** Adds the column that says whether the two authorities shown agree, and counts it. */
function compare(section: HTMLElement, ids: string[]) {
  const heads = headsOf(section).filter(({ dataset }) => ids.includes(dataset['sort'] ?? ''));
  const said = section.querySelector('[data-compared]')!;
  if (heads.length < 2) {
    const without = ids.filter((id) => !heads.some(({ dataset }) => dataset['sort'] === id));
    said.textContent = `${without.map(nameOf).join(' and ')}: no table in this direction is known.`;
    return;
  }
  const names = heads.map(({ dataset }) => dataset['authority']) as [string, string];
  section
    .querySelector('.matrix thead tr')!
    .append(element('th', { className: 'verdict', scope: 'col' }, 'Compared'));
  const found: Verdict[] = [];
  for (const row of rowsOf(section)) {
    const [a, b] = heads.map(({ cellIndex }) => textOf(row.cells[cellIndex])) as [string, string];
    const verdict = compareCells(a, b);
    row.dataset['verdict'] = verdict;
    found.push(verdict);
    row.append(element('td', { className: 'verdict' }, verdictText(verdict, a ? names[0] : names[1])));
  }
  said.textContent = comparisonSentence(names, found);
}

/** What a cell shows; a value with a condition is another one than the same without. */
const valueOf = (cell: HTMLElement) => (cell.querySelector('abbr') ? `${textOf(cell)}*` : textOf(cell));

/** Puts cells of one value together, for narrow screens; two that are compared stand each for itself. */
function group(row: HTMLTableRowElement, pair: boolean) {
  const cells = [...row.querySelectorAll<HTMLElement>('[data-by]:not([hidden])')];
  for (const [at, place] of valueGroups(cells.map(valueOf)).entries()) {
    const cell = cells[at]!;
    cell.toggleAttribute('data-again', place.again && !pair);
    if (place.group > 1 && !pair) cell.dataset['group'] = String(place.group);
    else delete cell.dataset['group'];
  }
}

function apply() {
  const direction = field('direction').value;
  const codeClass = field('class').value;
  const shown = ticked();
  const pair = shown.length === 2;
  onlyDifferences.disabled = !pair;
  let count = 0;
  for (const section of sections) {
    section.hidden = Boolean(direction) && section.dataset['direction'] !== direction;
    uncompare(section);
    const away: number[] = [];
    for (const head of headsOf(section)) {
      head.hidden = Boolean(head.dataset['authority']) && !shown.includes(head.dataset['sort'] ?? '');
      if (head.hidden) away.push(head.cellIndex);
    }
    for (const condition of section.querySelectorAll<HTMLElement>('[data-condition]'))
      condition.hidden = !shown.includes(authorityId(condition.dataset['condition'] ?? ''));
    if (pair) compare(section, shown);
    for (const row of rowsOf(section)) {
      const cells = [...row.cells];
      for (const [index, cell] of cells.entries()) cell.hidden = away.includes(index);
      group(row, pair);
      const words = cells.filter((cell) => !cell.hidden).map(textOf);
      const verdict = row.dataset['verdict'];
      row.hidden =
        !matchesRow(words, text.value) ||
        !(row.dataset['class'] ?? '').includes(codeClass) ||
        (pair && onlyDifferences.checked && verdict !== 'differ' && verdict !== 'partly');
      if (!row.hidden && !section.hidden) count += 1;
    }
  }
  picture(shown);
  field('first').value = pair ? shown[0]! : '';
  field('second').value = pair ? shown[1]! : '';
  for (const button of presets) {
    const ids = presetIds(button);
    button.hidden = button.dataset['preset'] === 'mine' && !ids.length;
    button.ariaPressed = String(ids.length === shown.length && ids.every((id) => shown.includes(id)));
  }
  form.querySelector('[data-chosen]')!.textContent = `${shown.length} of ${boxes.length}`;
  form.querySelector('[data-mapping-count]')!.textContent =
    `${count} rows, ${shown.length} of ${boxes.length} authorities`;
}

/** The picture of collapse has room for four: those ticked, or the four it begins with. */
function picture(shown: string[]) {
  const table = document.querySelector('.collapse-table')!;
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-authority]')];
  const wanted = heads.filter(({ dataset }) => shown.includes(authorityId(dataset['authority'] ?? '')));
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  for (const head of heads) {
    const there =
      wanted.length && wanted.length <= 4 ? wanted.includes(head) : head.dataset['first'] !== undefined;
    head.hidden = !there;
    for (const row of rows) row.cells[head.cellIndex]!.hidden = !there;
  }
  // A cause is of interest where it stands for several codes with one of those shown.
  for (const row of rows)
    row.hidden = ![...row.cells].some((cell) => !cell.hidden && /\d{3}.*\d{3}/.test(bricksOf(cell)));
}

/** The codes of a cell of the picture, without what is there by default. */
const bricksOf = (cell: HTMLElement) => [...cell.querySelectorAll('b')].map(textOf).join(' ');

function keep() {
  const state = new URLSearchParams();
  for (const name of choices) if (field(name).value) state.set(name, field(name).value);
  const shown = ticked();
  if (shown.length < boxes.length) state.set('authority', shown.join(','));
  if (onlyDifferences.checked && shown.length === 2) state.set('differ', 'only');
  const sorted = document.querySelector<HTMLElement>('.matrix [aria-sort]');
  if (sorted) {
    const direction = sorted.closest<HTMLElement>('[data-direction]')?.dataset['direction'];
    const way = sorted.ariaSort === 'descending' ? 'down' : 'up';
    state.set('sort', `${direction}.${sorted.dataset['sort']}.${way}`);
  }
  const query = state.toString().replaceAll('%2C', ',');
  const place = location.hash.startsWith('#text=') ? '' : location.hash;
  const hash = text.value && !pasted ? `#text=${encodeURIComponent(text.value)}` : place;
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${hash}`);
}

function sort(head: HTMLTableCellElement, down: boolean) {
  const value = (row: HTMLTableRowElement) => textOf(row.cells[head.cellIndex]).replace(/[()]/g, '');
  for (const other of document.querySelectorAll('.matrix [aria-sort]')) other.removeAttribute('aria-sort');
  head.ariaSort = down ? 'descending' : 'ascending';
  const body = head.closest('table')!.tBodies[0]!;
  const rows = [...body.rows].sort((a, b) => {
    // Empty cells stand last in either direction.
    if (!value(a) !== !value(b)) return value(a) ? -1 : 1;
    return value(a).localeCompare(value(b), 'en', { numeric: true }) * (down ? -1 : 1);
  });
  body.append(...rows);
}

function restore() {
  const state = new URLSearchParams(location.search);
  for (const name of choices) field(name).value = state.get(name) ?? '';
  // What was typed before this ran stays.
  text.value ||= new URLSearchParams(location.hash.slice(1)).get('text') ?? state.get('text') ?? '';
  const wanted = state.get('authority')?.split(',');
  for (const box of boxes) box.checked = !wanted || wanted.includes(box.value);
  onlyDifferences.checked = state.get('differ') === 'only';
  const [direction, column, way] = state.get('sort')?.split('.') ?? [];
  const section = sections.find(({ dataset }) => dataset['direction'] === direction);
  const head = section && headsOf(section).find(({ dataset }) => dataset['sort'] === column);
  if (head) sort(head, way === 'down');
  apply();
}

/** Columns of the reader's own systems come first. */
function ownFirst() {
  const own = mine().slice(1);
  for (const section of sections) {
    const heads = headsOf(section);
    const first = heads.findIndex(({ dataset }) => dataset['authority']);
    const moved = heads.filter(({ dataset }) => own.includes(dataset['sort'] ?? '')).reverse();
    for (const { cellIndex } of moved)
      for (const row of section.querySelectorAll<HTMLTableRowElement>('.matrix tr'))
        row.cells[first]!.before(row.cells[cellIndex]!);
  }
}

function tick(ids: string[]) {
  for (const box of boxes) box.checked = ids.includes(box.value);
}

/** On phones remarks and sources wait folded, one tap away: they are screens long. On paper they are open. */
function foldRemarks() {
  const folds = [
    ...document.querySelectorAll<HTMLDetailsElement>(':is([data-direction], [data-authorities]) > details'),
  ];
  const open = (isOpen: boolean) => {
    for (const fold of folds) fold.open = isOpen;
  };
  if (matchMedia('(width < 40rem)').matches) open(false);
  addEventListener('beforeprint', () => open(true));
}

foldRemarks();
ownFirst();
for (const head of sections.flatMap(headsOf)) {
  const button = element('button', { type: 'button', textContent: head.textContent });
  button.addEventListener('click', () => {
    sort(head, head.ariaSort === 'ascending');
    keep();
  });
  head.replaceChildren(button);
}
for (const button of presets)
  button.addEventListener('click', () => {
    tick(presetIds(button));
    apply();
    keep();
  });
form.addEventListener('input', (event) => {
  const { target } = event;
  if (target === text) {
    const how = event instanceof InputEvent ? event.inputType : '';
    pasted = pastedAfter(pasted, text.value, { how, replaced: false, ever });
    ever ||= pasted;
  }
  const pair = [field('first').value, field('second').value];
  if ([field('first'), field('second')].includes(target as HTMLSelectElement)) {
    if (!pair[0] || !pair[1] || pair[0] === pair[1]) return;
    tick(pair);
  }
  apply();
  keep();
});
form.addEventListener('submit', (event) => event.preventDefault());
restore();
