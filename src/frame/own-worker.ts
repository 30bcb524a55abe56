/**
 * Whether a script that a page starts as a worker is one of the site’s own.
 * @param base the path of the site, with a slash at both ends
 */
export function isOwnWorker(url: URL, origin: string, base: string): boolean {
  if (url.origin !== origin || !url.pathname.startsWith(base)) return false;
  return /^(_astro\/[\w.-]+\.js|service-worker\.js)$/.test(url.pathname.slice(base.length));
}
