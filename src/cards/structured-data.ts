/**
 * What search engines read of a page beside its text: schema.org terms as JSON-LD. None is a FAQPage: no page here is a
 * list of questions that all have their answer on it, and marking another page as one is held against the whole site.
 */
import type { BreadcrumbList, Graph, TechArticle, Thing, WebSite } from 'schema-dts';
import { plain } from './card.ts';

/** A page as its breadcrumb names it, with whole addresses. */
export interface Trail {
  above: [url: string, name: string][];
  here: string;
}

export interface Described {
  /** Whole address of the page. */
  url: string;
  title: string;
  description: string;
  /** Whole address of its link card. */
  image: string;
  /** Name and whole address of the site. */
  site: { name: string; url: string };
  trail?: Trail;
  /** Set where the page is read as an article. */
  article?: { reviewed?: string };
}

function articleOf({ url, title, description, image, site, article }: Described): TechArticle {
  return {
    '@type': 'TechArticle',
    headline: title,
    description: plain(description),
    url,
    image,
    dateModified: article?.reviewed,
    author: { '@type': 'Organization', name: site.name, url: site.url },
  };
}

function breadcrumbOf({ above, here }: Trail): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...above.map(([item, name], at) => ({ '@type': 'ListItem', position: at + 1, name, item }) as const),
      // The page itself needs no address.
      { '@type': 'ListItem', position: above.length + 1, name: here },
    ],
  };
}

const siteOf = ({ site, description }: Described): WebSite => ({
  '@type': 'WebSite',
  name: site.name,
  description,
  url: site.url,
});

/** All that a page says of itself; undefined for one that is neither the site, nor an article, nor below another page. */
export function structuredData(page: Described): Graph | undefined {
  const things: Thing[] = [
    ...(page.url === page.site.url ? [siteOf(page)] : []),
    ...(page.article ? [articleOf(page)] : []),
    ...(page.trail ? [breadcrumbOf(page.trail)] : []),
  ];
  return things.length ? { '@context': 'https://schema.org', '@graph': things } : undefined;
}

/** As it stands in a script element, which no text may end. */
export const scriptText = (data: Graph): string => JSON.stringify(data).replaceAll('<', '\\u003c');
