/** The site that is being built, for its exports. */
import type { APIContext } from 'astro';
import { model } from '../content/model.ts';
import { type Site, siteAt } from './site.ts';

/** @throws where Astro's configuration names no site: an export without whole addresses is of no use. */
export function here({ site }: Pick<APIContext, 'site'>): Site {
  if (!site) throw new Error('astro.config.mjs must name the site');
  return siteAt(model(), site, import.meta.env.BASE_URL);
}
