/** A path of this site as it must be written in a page, with the base path the site is served under. */
export function href(path: string): string {
  if (!path.startsWith('/')) return path;
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
