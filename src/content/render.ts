/** The text of a page as a component. Its facts are in the model; Astro's collections render it. */
import { getEntry, render as renderEntry } from 'astro:content';
import type { AnyPage, PageCollection } from './model.ts';

/**
 * @param collection the folder of content/ the page is in.
 * @param page a page of the model.
 * @throws if the page was added after the collections were read.
 */
export async function render(collection: PageCollection, page: AnyPage) {
  const entry = await getEntry(collection, page.id);
  if (!entry) throw new Error(`${page.file} was added while the site was being built; build again`);
  return renderEntry(entry);
}
