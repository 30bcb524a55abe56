/**
 * Fetches a page of this site when somebody points at its link or comes to it by keyboard, so that it is there when they
 * follow. Nothing is fetched for readers who save data, and nothing that the site did not link to.
 */
import { base } from './base.client.ts';

/** How long a pointer or the keyboard rests on a link that is meant. Milliseconds. */
const rest = 80;

const asked = new Set([location.pathname]);

/** The path of a page that a link leads to; undefined for files, other hosts and this page. */
function pageOf(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.origin !== location.origin || link.search) return undefined;
  const { pathname } = link;
  return pathname.startsWith(base) && pathname.endsWith('/') && !asked.has(pathname) ? pathname : undefined;
}

function fetchAhead(path: string | undefined): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!path || connection?.saveData) return;
  asked.add(path);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = path;
  document.head.append(hint);
}

let timer: ReturnType<typeof setTimeout> | undefined;
for (const arrival of ['pointerover', 'focusin'])
  document.addEventListener(arrival, ({ target }) => {
    clearTimeout(timer);
    const path = pageOf(target);
    if (path) timer = setTimeout(fetchAhead, rest, path);
  });
// A finger gives no warning; the button going down comes a tenth of a second before the click.
document.addEventListener('pointerdown', ({ target }) => fetchAhead(pageOf(target)));
