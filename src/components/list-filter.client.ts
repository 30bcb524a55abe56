/** The filter of a list (ListFilter.astro). What is typed stays on the page. */
import { decodedFragment } from '../frame/fragment.ts';

const box = document.querySelector<HTMLInputElement>('[data-list-filter]')!;
const count = document.querySelector('[data-filter-count]')!;
const groups = [...document.querySelectorAll<HTMLElement>('[data-filter-group]')];
const items = [...document.querySelectorAll<HTMLElement>('[data-filter-item]')].map((item) => {
  const name = item.closest('[data-filter-group]')?.querySelector('[data-filter-name]');
  const words = [name?.textContent, item.textContent, item.dataset['filterWords']];
  return { item, text: words.join(' ').toLowerCase() };
});

function apply() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let left = 0;
  for (const { item, text } of items) {
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) left += 1;
  }
  for (const group of groups) group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
  count.textContent = words.length ? `${left} of ${items.length}` : '';
}

box.addEventListener('input', apply);
// The browser gives back what was typed before the page was left.
if (box.value) apply();
// A link to what the filter hides shows everything again.
addEventListener('hashchange', () => {
  const target = document.getElementById(decodedFragment(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  box.value = '';
  apply();
  target.scrollIntoView();
});
