/**
 * `/403/no-credit/` is the case `/403/#no-credit` with a title, a description and a link card of its own: what shows a
 * link elsewhere never reads the fragment of an address.
 */
import type { Model } from '../content/model.ts';
import type { PageCase } from '../content/page-body.ts';
import { escapeHtml } from '../frame/escape-html.ts';
import { plainPolicy } from '../frame/content-security.ts';
import { caseDescription, caseTitle } from './card.ts';
import { cardTags, type Tag } from './card-tags.ts';

export interface ShortAddress {
  /** Of the page it leads to: `403`, `q850/17`. */
  page: string;
  /** Id of the case. */
  id: string;
  path: string;
  /** Where it leads, without the base. */
  to: string;
  title: string;
  description: string;
}

/** One for each case, those of a copy included. */
export function shortAddresses({ codes, q850, causeByNumber }: Model): ShortAddress[] {
  const of = (page: string, pageTitle: string, cases: readonly PageCase[]) =>
    cases.map((item) => ({
      page,
      id: item.id,
      path: `/${page}/${item.id}/`,
      to: `/${page}/#${item.id}`,
      title: caseTitle(pageTitle, item),
      description: caseDescription(item),
    }));
  return [
    ...codes.flatMap(({ data, body }) => of(String(data.code), `${data.code} ${data.phrase}`, body.cases)),
    ...q850.flatMap(({ data, body }) =>
      of(
        `q850/${data.cause}`,
        `Q.850 cause ${data.cause} ${causeByNumber.get(data.cause)?.name ?? ''}`,
        body.cases,
      ),
    ),
  ];
}

/** What the page of a short address says of the site. */
export interface Frame {
  /** Whole address of the start page. */
  home: URL;
  siteName: string;
  favicon: { path: string; type: string };
}

const meta = (tag: Tag | { 'http-equiv': string; content: string }) =>
  `<meta ${Object.entries(tag)
    .map(([name, value]) => `${name}="${escapeHtml(value)}"`)
    .join(' ')}>`;

/** The page of a short address: what shows links elsewhere reads its head, a reader is led on to the case. */
export function shortAddressPage({ path, to, title, description }: ShortAddress, frame: Frame): string {
  const at = (address: string) => new URL(`.${address}`, frame.home);
  const target = escapeHtml(at(to).pathname + at(to).hash);
  const tags = cardTags({
    title,
    description,
    url: at(path).href,
    home: frame.home.href,
    siteName: frame.siteName,
    ownCard: true,
  });
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'color-scheme', content: 'light dark' }),
    `<title>${escapeHtml(title)}</title>`,
    // No canonical address: what follows it would show the card of the whole page.
    meta({ name: 'robots', content: 'noindex' }),
    `<meta http-equiv="refresh" content="0; url=${target}">`,
    // Without it, browsers ask for /favicon.ico.
    `<link rel="icon" href="${escapeHtml(at(frame.favicon.path).pathname)}" type="${frame.favicon.type}">`,
    ...tags.map(meta),
    meta({ 'http-equiv': 'content-security-policy', content: plainPolicy }),
    `</head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)}</p>`,
    `<p><a href="${target}">What to do</a></p></main></body></html>`,
  ].join('');
}
