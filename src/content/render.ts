/** The text of a page as a component. Its facts are in the model; only Astro's renderer compiles it. */
import type { MDXInstance } from 'astro';
import type { CodePage, GuidePage } from './model.ts';

const bodies = import.meta.glob<MDXInstance<Record<string, unknown>>>([
  '/content/codes/*.mdx',
  '/content/guides/*.mdx',
]);

/** @param page a code page or guide of the model. */
export async function render(page: CodePage | GuidePage) {
  const load = bodies[`/${page.file}`];
  if (!load) throw new Error(`${page.file} was added while the site was being built; build again`);
  return load();
}
