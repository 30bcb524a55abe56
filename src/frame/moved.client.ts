/**
 * Leads from an address that moved to its new one. A link with `data-moved` answers for the fragment it names, or, with
 * an empty value, for the page; then a fragment and a query go with the reader.
 */
import { decodedFragment } from './fragment.ts';

const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-moved]')];

function lead() {
  const find = (fragment: string) => links.find(({ dataset }) => dataset['moved'] === fragment);
  const link = find(decodedFragment(location.hash.slice(1))) ?? find('');
  if (!link) return;
  const to = new URL(link.href);
  to.hash ||= location.hash;
  to.search ||= location.search;
  location.replace(to);
}

lead();
addEventListener('hashchange', lead);
