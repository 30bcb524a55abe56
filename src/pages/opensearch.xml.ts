import type { APIContext } from 'astro';
import { escapeHtml } from '../frame/escape-html.ts';
import { settings } from '../frame/settings.ts';
import { href } from '../frame/url.ts';

/** OpenSearch 1.1 description: lets a browser's address bar search the site. */
export function GET({ site }: APIContext) {
  const address = (path: string) => new URL(href(path), site).href;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(settings.name.slice(0, 16))}</ShortName>
  <Description>${escapeHtml(settings.tagline)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${address('/favicon.svg')}</Image>
  <Url type="text/html" method="get" template="${address('/search/')}?q={searchTerms}"/>
</OpenSearchDescription>
`);
}
