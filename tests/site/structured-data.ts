/**
 * Judges the structured data of the built site: the shape that schema.org and search engines ask for, addresses that
 * exist, and nothing that the page does not show.
 */
import { parse } from 'node-html-parser';
import { z } from 'astro/zod';

const address = z.url();
const text = z.string().min(1);
const organization = z.strictObject({ '@type': z.literal('Organization'), name: text, url: address });
const thing = z.discriminatedUnion('@type', [
  z.strictObject({ '@type': z.literal('WebSite'), name: text, description: text, url: address }),
  z.strictObject({
    '@type': z.literal('TechArticle'),
    // Longer ones are cut in results.
    headline: text.max(150),
    description: text.regex(/^[^`<]*$/),
    url: address,
    image: address,
    dateModified: z.iso.date().optional(),
    author: organization,
  }),
  z.strictObject({
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(
        z.strictObject({
          '@type': z.literal('ListItem'),
          position: z.int().positive(),
          name: text,
          item: address.optional(),
        }),
      )
      .min(2),
  }),
]);
const graph = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(thing).min(1),
});

/**
 * @param home whole address of the site.
 * @param broken what is wrong with an address on this site, or nothing.
 */
export function checkStructuredData(
  path: string,
  page: string,
  home: string,
  broken: (address: string, from: string) => string | undefined,
): string[] {
  const [, script] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  const crumbs = parse(page).querySelector('nav[aria-label="Breadcrumb"]')?.text.split('›');
  const isListed = !page.includes('content="noindex"');
  if (!script)
    return isListed && (crumbs || /^\/(\d{3}\/)?$/.test(path)) ? [`${path}: has no structured data`] : [];
  const read = graph.safeParse(JSON.parse(script));
  if (!read.success) return [`${path}: structured data: ${z.prettifyError(read.error)}`];

  const problems: string[] = [];
  const say = (message: string) => problems.push(`${path}: structured data: ${message}`);
  const check = (whole: string) => {
    const fault = whole.startsWith(home) ? broken(new URL(whole).pathname, path) : 'is not of this site';
    if (fault) say(`${whole} ${fault}`);
  };
  for (const one of read.data['@graph']) {
    if (one['@type'] === 'BreadcrumbList') {
      const shown = crumbs?.map((name) => name.trim()).join(' › ');
      const told = one.itemListElement.map(({ name }) => name).join(' › ');
      if (told !== shown) say(`the breadcrumb says ${told}, the page ${shown}`);
      one.itemListElement.forEach(({ position, item }, at) => {
        if (position !== at + 1) say(`place ${at + 1} of the breadcrumb says it is ${position}`);
        if (item) check(item);
        else if (at < one.itemListElement.length - 1) say(`place ${at + 1} of the breadcrumb has no address`);
      });
    } else if (one['@type'] === 'TechArticle') {
      if (one.url !== home + path.slice(1)) say(`its address is ${one.url}`);
      check(one.image);
    } else if (one.url !== home) say(`the address of the site is ${one.url}`);
  }
  return problems;
}
