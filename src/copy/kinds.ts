/** The forms in which a page or a case is copied, in the order of the menu, each with its key. */
export const kinds = {
  text: { key: 't', name: 'Plain text for a ticket', said: 'for ticket' },
  rich: { key: 'r', name: 'Rich text for mail and tickets', said: 'as rich text' },
  markdown: { key: 'm', name: 'Markdown', said: 'as Markdown' },
  link: { key: 'l', name: 'Link', said: 'the link' },
} as const;

export type Kind = keyof typeof kinds;

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

/**
 * The link of a case where it is copied alone: `/403/no-credit/` for `/403/#no-credit`. It is pasted where a preview of
 * it is shown, and only this address has one of the case (src/cards). Texts say it already: they name the case itself.
 */
export const shortLink = (permalink: string): string => permalink.replace(/#([a-z0-9-]+)$/, '$1/');
