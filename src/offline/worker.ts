/**
 * The service worker: keeps one whole edition of the site and answers from it. A new edition is fetched beside it and
 * waits; it takes over between two pages, when one window at most is open, so that no page gets scripts or data of
 * another edition. Workbox’s skipWaiting would change the edition under pages that are being read.
 */
/// <reference lib="webworker" />
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { insteadOf } from './contents.ts';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by build.ts. */
declare const __FILES__: { url: string; revision: string | null }[];
declare const __BASE__: string;

const pages = new Set(__FILES__.map(({ url }) => url));
const isPage = (path: string) => pages.has(`${__BASE__}${path.slice(1)}`);

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

let asked = false;
/** Whether a waiting edition may take over now: once asked, it does so as soon as this answer is sent. */
async function handsOver(): Promise<boolean> {
  const { waiting } = self.registration;
  if (!waiting || asked || (await self.clients.matchAll({ type: 'window' })).length > 1) return false;
  asked = true;
  waiting.postMessage('take over');
  return true;
}

registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  async ({ request, url }) => {
    // The page is asked for again, of the new edition.
    if (await handsOver())
      return new Response('', { headers: { 'Content-Type': 'text/html', Refresh: '0' } });
    const kept =
      (await matchPrecache(url.pathname)) ??
      (url.pathname.endsWith('/') ? undefined : await matchPrecache(`${url.pathname}/`));
    if (kept) return kept;
    return fetch(request).catch(async () => {
      const instead = insteadOf(`/${url.pathname.slice(__BASE__.length)}`, isPage);
      return Response.redirect(`${__BASE__}${instead.slice(1)}`);
    });
  },
);
precacheAndRoute(__FILES__, { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/./] });
