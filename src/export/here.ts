/** The site that is being built, for its exports. */
import type { APIContext } from 'astro';
import { model } from '../content/model.ts';
import { type Site, siteAt } from './site.ts';

let current: Site | undefined;

/** @throws where Astro's configuration names no site: an export without whole addresses is of no use. */
export function here({ site }: Pick<APIContext, 'site'>): Site {
  if (!site) throw new Error('astro.config.mjs must name the site');
  // The development server reads the content again when a file changes.
  if (current?.model !== model()) current = siteAt(model(), site, import.meta.env.BASE_URL);
  return current;
}
