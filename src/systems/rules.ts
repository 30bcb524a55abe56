/**
 * My systems: what a reader works with, said once and kept in this browser. Parts of a page that belong to a product
 * carry `data-of`; those of the reader's own come first and open, the others are folded behind a button. Only on the
 * screen: a print and a copied link never depend on it.
 */

/** Where the browser keeps the choice: ids, parted by blanks. */
export const storageKey = 'systems';

/** Rules that put the parts matched by § first. They are applied as a stylesheet of the document, which the policy allows. */
export const rules = [
  '§{order:-1}',
  '.by-system:has(>§):not(.all)>[data-of]:not(§){display:none}',
  '.by-system:has(>§):not(.all)>.others{display:block}',
  '.how:has(§)::details-content{content-visibility:visible;height:auto}',
].join('');

/** The stylesheet of a choice. */
export function styleOf(ids: readonly string[]): string {
  return `@media screen{${rules.replaceAll('§', `:is(${ids.map((id) => `[data-of~="${id}"]`).join()})`)}}`;
}

/** Ids of what was kept; nothing of a text that is no list of ids. */
export function readIds(kept: string | null | undefined): string[] {
  return /^[a-z0-9]+([ -][a-z0-9]+)*$/.test(kept ?? '') ? [...new Set((kept ?? '').split(' '))] : [];
}
