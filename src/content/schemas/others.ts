import { z } from 'astro/zod';
import { citation, codeNumber, day } from './shared.ts';

/** A class of codes, 1xx to 6xx, and the vendor ranges 7xx to 9xx. */
export const classSchema = z.strictObject({
  name: z.string().describe('"Request failure".'),
  tagline: z.string().describe('A few words beside the class on the home page.'),
  meaning: z.string().describe('What the class means, two sentences at most.'),
  act: z.string().describe('What to do first with any code of the class.'),
  rule: z.string().describe('How a number of this class that nobody registered is treated.'),
  sources: z.array(citation).min(1),
});
export type ClassData = z.infer<typeof classSchema>;

/** A header field that readers meet in failures. */
export const headerSchema = z.strictObject({
  name: z.string().describe('Header field name.'),
  compact: z.string().length(1).optional().describe('Compact form, if it has one.'),
  tells: z.string().describe('What it tells the person reading a trace, in one sentence.'),
  source: citation,
});

/** A Warning code. */
export const warningSchema = z.strictObject({
  text: z.string().describe('Text as registered.'),
  meaning: z.string().describe('What it means, in our words.'),
  codes: z.array(codeNumber).describe('Response codes it is seen with.'),
  source: citation,
});

/** A protocol of the Reason header. */
export const reasonSchema = z.strictObject({
  token: z.string().describe('Protocol token exactly as sent.'),
  cause: z.string().describe('What its cause parameter holds.'),
  meaning: z.string().describe('What it tells, in our words.'),
  example: z.string().optional().describe('A header line.'),
  values: z
    .array(
      z.strictObject({
        cause: z.number().int(),
        text: z.string().optional(),
        meaning: z.string().optional(),
      }),
    )
    .optional()
    .describe('Defined cause values, where the list is short.'),
  source: citation,
  read: z.enum(['full', 'excerpt', 'registry']).describe('How far the defining document was read.'),
});

/** A term of the glossary. */
export const termSchema = z.strictObject({
  term: z.string().describe('As readers meet it.'),
  long: z.string().optional().describe('Spelled out, for an abbreviation.'),
  meaning: z.string().describe('One or two sentences.'),
  also: z.array(z.string()).optional().describe('Other words for it.'),
  source: citation.optional(),
});

/** A guide: prose with sections that have fixed ids. */
export const guideSchema = z.strictObject({
  title: z.string().describe('Title of the page.'),
  summary: z.string().describe('One sentence: what the reader can do afterwards.'),
  order: z.number().int().describe('Place in the list of guides.'),
  reviewed: day,
  codes: z.array(codeNumber).describe('Codes the guide helps with.'),
  words: z.array(z.string()).describe('Words people search with that the page does not say itself.'),
  sources: z.array(citation).min(1),
});
export type GuideData = z.infer<typeof guideSchema>;

/** A question people come with, shown on the home page. */
export const situationSchema = z.strictObject({
  ask: z.string().describe('What people say, in their words.'),
  to: z.string().regex(/^\//, 'must be a path that starts with /').describe('The case that answers it.'),
});

/** An address that moved. */
export const redirectSchema = z.strictObject({
  from: z.string().regex(/^\//).describe('Old path; may end in a #fragment.'),
  to: z.string().regex(/^\//).describe('New path; may end in a #fragment.'),
  since: day,
});

/** A change readers may want to know of. */
export const changeSchema = z.strictObject({
  date: day,
  codes: z.array(codeNumber).describe('Codes it concerns; empty for the whole site.'),
  text: z.string().describe('What changed, in one sentence.'),
});

/** content/site.yaml: what a provider changes in its own copy. */
export const siteSchema = z.strictObject({
  name: z.string().describe('Name of the site.'),
  tagline: z.string().describe('One sentence under the name.'),
  url: z.url().describe('Public address, overridden by SITE_URL in the environment.'),
  repository: z.url().optional().describe('Where the content is kept; makes the “edit this page” links.'),
  report: z.string().optional().describe('Address for mistakes: a mail address or a URL.'),
});
