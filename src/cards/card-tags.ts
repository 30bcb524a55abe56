/**
 * What chats, ticket systems and networks read to show a link as a card: Open Graph, and `twitter:card`, which several
 * take for the wish that the picture be large.
 */
import { cardPath, plain } from './card.ts';

export interface Shown {
  title: string;
  /** May have code in backticks. */
  description: string;
  /** Whole addresses of the page and of the start page. */
  url: string;
  home: string;
  siteName: string;
  /** The page has a picture of its own (card.ts); else it shows that of the site. */
  ownCard: boolean;
}

/** The attributes of each `<meta>`. */
export type Tag = { content: string } & ({ name: string } | { property: string });

export function cardTags({ title, description, url, home, siteName, ownCard }: Shown): Tag[] {
  const text = plain(description);
  return [
    { name: 'description', content: text },
    { property: 'og:title', content: title },
    { property: 'og:description', content: text },
    { property: 'og:url', content: url },
    { property: 'og:image', content: cardPath(ownCard ? url : home) },
    { property: 'og:site_name', content: siteName },
    { property: 'og:type', content: url === home ? 'website' : 'article' },
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}
