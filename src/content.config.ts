/**
 * The content collections: one entry for each MDX page, which Astro compiles and renders. The facts of a page are in
 * the model (src/content/model.ts), which reads and validates every file once; the collections take them from there.
 */
import { defineCollection } from 'astro:content';
import { pages } from './content/loader.ts';

export const collections = {
  codes: defineCollection({ loader: pages('codes') }),
  guides: defineCollection({ loader: pages('guides') }),
  q850: defineCollection({ loader: pages('q850') }),
  ownCases: defineCollection({ loader: pages('ownCases') }),
};
