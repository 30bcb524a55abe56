/**
 * The service worker: keeps one whole edition of the site and answers from it. A new edition is fetched beside it and
 * takes over when the last window of the site is closed, as browsers do by themselves: no page gets scripts or data of
 * another edition.
 */
/// <reference lib="webworker" />
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { insteadOf } from './contents.ts';

/** Filled in by build.ts. */
declare const __FILES__: { url: string; revision: string | null }[];
declare const __BASE__: string;

/** The build puts the list where the name stands: once is enough. */
const files = __FILES__;
const pages = new Set(files.map(({ url }) => url));
const isPage = (path: string) => pages.has(`${__BASE__}${path.slice(1)}`);

registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  async ({ request, url }) => {
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
precacheAndRoute(files, { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/./] });
