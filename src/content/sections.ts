/** The sections of a code page: fixed ids, in the order of the page. They are the deep-link contract. */
export const sections = [
  { id: 'which', title: 'Which case is it?' },
  { id: 'cases', title: 'Cases', slug: 'cases' },
  { id: 'who', title: 'Who sent it', slug: 'who-sent-it' },
  { id: 'retry', title: 'Retry and failover', slug: 'retry-and-failover' },
  { id: 'wire', title: 'On the wire', slug: 'on-the-wire' },
  { id: 'commands', title: 'Commands' },
  { id: 'headers', title: 'Headers' },
  { id: 'vendors', title: 'Vendor notes' },
  { id: 'mapping', title: 'Q.850 and DSS1' },
  { id: 'compare', title: 'Not to be confused with' },
  { id: 'lists', title: 'What lists get wrong' },
  { id: 'sources', title: 'Sources' },
] as const;

/** The sections that a page's file holds, in the order of the file; the others are added by the layout. */
export const writtenSections = ['who', 'cases', 'retry', 'wire'] as const;

/** The fixed id for the slug that the Markdown engine makes of a heading. */
export function sectionId(slug: string): string {
  return sections.find((section) => 'slug' in section && section.slug === slug)?.id ?? slug;
}
