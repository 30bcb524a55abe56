import { z } from 'astro/zod';
import { webAddress } from './shared.ts';

/** content/site.yaml: what a provider changes in its own copy. */
export const siteSchema = z.strictObject({
  name: z.string().describe('Name of the site.'),
  tagline: z.string().describe('One sentence under the name.'),
  url: webAddress.describe('Public address, overridden by SITE_URL in the environment.'),
  repository: webAddress.optional().describe('Where the content is kept; makes the “edit this page” links.'),
  report: z.string().optional().describe('Address for mistakes: a mail address or a URL.'),
});
export type SiteData = z.infer<typeof siteSchema>;
