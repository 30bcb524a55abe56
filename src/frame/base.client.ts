/** The base path that the site is served under, as the search box of the page knows it. */
export const base = document.querySelector<HTMLElement>('[data-search-base]')?.dataset['searchBase'] ?? '/';

/** A path of this site as it must be written in a link. */
export const within = (path: string): string => base.replace(/\/$/, '') + path;

/** The other way round: a path below the base from an address of this site. */
export function pathOf(url: string): string {
  const { pathname, hash } = new URL(url, location.origin);
  return `/${pathname.slice(base.length)}${hash}`;
}
