/** The bookmark leads to the address under which the reader uses the site; it is dragged, not clicked. */
import { within } from '../frame/base.client.ts';
import { bookmarklet } from './bookmarklet.ts';

const code = bookmarklet(new URL(within('/'), location.origin).href);
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-bookmarklet]')) {
  link.href = code;
  link.addEventListener('click', (event) => event.preventDefault());
}
for (const text of document.querySelectorAll('[data-bookmarklet-code]')) text.textContent = code;
