/** What an export is made from: the content, and where this copy of the site stands. */
import type { Cited, Model } from '../content/model.ts';

export interface Site {
  model: Model;
  /** The whole address of a path of this site, base path included; an address on another host stays what it is. */
  address(path: string): string;
}

/** @param base where the site stands on its host, with a slash at both ends. */
export function siteAt(model: Model, site: URL | string, base: string): Site {
  const root = new URL(base.replace(/\/?$/, '/'), site);
  return {
    model,
    address: (path) => (path.startsWith('/') ? new URL(`.${path}`, root).href : path),
  };
}

/** The same site as seen from one of its pages: `#wire` is a place on that page. */
export function onPage(site: Site, path: string): Site {
  return {
    ...site,
    address: (address) => site.address(address.startsWith('#') ? path + address : address),
  };
}

/** A citation with whole addresses. */
export function citedAt({ model, address }: Site, id: string): Cited & { id: string } {
  const cited = model.cite(id);
  return { id, ...cited, url: cited.url && address(cited.url) };
}
