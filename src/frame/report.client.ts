/** “Report a problem” names the case that is read: the fragment the reader came by. */
import { withPlace } from './contribute.ts';

const link = document.querySelector<HTMLAnchorElement>('[data-report]');
const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
const address = link?.href ?? '';
link?.addEventListener('click', () => {
  // A query or a chosen sign behind the # is no place on the page.
  const place = /^#[\w-]+$/.test(location.hash) ? location.hash : '';
  if (page) link.href = withPlace(address, page.href, place);
});
