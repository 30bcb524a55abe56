import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { changesOf } from '../export/changes.ts';
import { here } from '../export/here.ts';
import { settings } from '../frame/settings.ts';

/** RSS 2.0: the latest changes, each with its place on /changes/. */
export function GET(context: APIContext) {
  const { model, address } = here(context);
  return rss({
    title: `${settings.name}: changes`,
    description: settings.tagline,
    site: address('/changes/'),
    trailingSlash: false,
    customData: '<language>en-GB</language>',
    items: changesOf(model)
      .slice(0, 100)
      .map(({ id, date, text, why, pages }) => ({
        title: [pages.map(({ name }) => name).join(', '), text].filter(Boolean).join(': '),
        description: [text, why].filter(Boolean).join(' '),
        link: address(`/changes/#${id}`),
        pubDate: new Date(`${date}T00:00:00Z`),
      })),
  });
}
