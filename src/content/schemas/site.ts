import { z } from 'astro/zod';
import { webAddress } from './shared.ts';

/** A picture that lies beside the file that names it. */
const picture = (endings: string) =>
  z.string().regex(new RegExp(`^[a-z0-9][\\w-]*\\.(${endings.replaceAll(', ', '|')})$`), {
    message: `must be the name of a file beside it that ends in ${endings}`,
  });

/** content/site.yaml. A copy writes what differs into content/own/site.yaml: each key there takes the place of this one. */
export const siteSchema = z.strictObject({
  name: z.string().describe('Name of the site.'),
  owner: z
    .string()
    .optional()
    .describe(
      'Who runs the copy: "Example Telecom". Named at cases of its own; without it, the name of the site.',
    ),
  tagline: z.string().describe('One sentence under the name.'),
  url: webAddress.describe('Public address, overridden by SITE_URL in the environment.'),
  base: z
    .string()
    .regex(/^\/([\w.~-]+\/)*$/, 'must be a path with a slash at both ends, such as /help/sip/')
    .optional()
    .describe(
      'Path of the host that the site stands under, such as /help/sip/; overridden by BASE_PATH in the environment.',
    ),
  repository: z
    .strictObject({
      url: webAddress.describe('Its page: https://github.com/example/sip-codes.'),
      host: z
        .enum(['github', 'gitlab'])
        .describe('Whose addresses it has: github, or gitlab, also where GitLab runs on another host.'),
      branch: z.string().min(1).default('main').describe('The branch that is edited.'),
    })
    .optional()
    .describe(
      'Where the content is kept. Makes the links “Edit this page” and, where there is no `report`, “Report a problem”; without it they are not shown.',
    ),
  report: z
    .string()
    .regex(/^(https?:\/\/[^\s<>"]+|[^\s@:/]+@[\w.-]+)$/, 'must be a mail address or a web address')
    .optional()
    .describe(
      'Where readers report a problem: a mail address, or the address of a form, in which {subject} and {body} are filled in.',
    ),
  logo: picture('svg, png')
    .optional()
    .describe('Logo before the name in the header, a file of content/own; one that shows on both grounds.'),
  favicon: picture('svg, png, ico').optional().describe('Picture of the tab, a file of content/own.'),
  support: z
    .strictObject({
      text: z.string().min(3).describe('What the link says: "Call our support".'),
      to: z
        .string()
        .refine(
          (text) =>
            webAddress.safeParse(text).success || /^(mailto:[^\s@]+@[^\s@]+|tel:\+[\d-]+)$/.test(text),
          'must be a web address, mailto:somebody@example.com or tel:+15550142',
        )
        .describe('Where it leads: a web address, mailto: or tel:.'),
    })
    .optional()
    .describe('How a reader reaches your support; in the footer of every page.'),
  offline: z
    .boolean()
    .optional()
    .describe(
      'Keep the site in readers’ browsers, for reading without a network. With false, browsers that kept it delete it at the next visit.',
    ),
  links: z
    .array(
      z.strictObject({
        text: z.string().min(2).describe('What the link says.'),
        to: webAddress.describe('Where it leads.'),
      }),
    )
    .optional()
    .describe('Further links in the footer: imprint, privacy, terms.'),
});
export type SiteData = z.infer<typeof siteSchema>;

/** content/own/site.yaml: only what differs. */
export const ownSiteSchema = siteSchema.partial();
