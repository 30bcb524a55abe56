import { z } from 'astro/zod';

/** `rfc3261#21.4.4`, `gh:owner/repo#12`, a key of sources.yaml, or the id of a vendor note. */
export const citation = z
  .string()
  .regex(/^(gh:[\w.-]+\/[\w.-]+#\d+|[a-z0-9][a-z0-9.-]*(#[\w.-]+)?)$/, {
    message:
      'is not a citation; write rfcNNNN#section, gh:owner/repo#number, a key of content/sources.yaml (with #section if it has one) or the id of a vendor note',
  })
  .describe(
    'Where a fact comes from: "rfc3261#21.4.4", "gh:owner/repo#12" (issue or pull request), a key of sources.yaml, optionally with "#section", or the id of a vendor note ("asterisk-063").',
  );

/** A three-digit number as SIP writes it, vendor ranges included. */
export const codeNumber = z.number().int().min(100).max(999).describe('A three-digit response code.');

/** A Q.850 cause value. The DSS1 octet is `cause | 0x80` and is never stored. */
export const causeNumber = z
  .number()
  .int()
  .min(1)
  .max(127)
  .describe('A Q.850 cause value, 1 to 127 (decimal).');

/** A day, written 2026-11-20. */
export const day = z.iso
  .date('must be a day of the calendar, such as 2026-11-20')
  .describe('A day, written YYYY-MM-DD.');

/** An id that appears in a URL. Fixed by hand, never changed once published. */
export const fixedId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .describe('Appears in links, so it never changes once published: lower-case words with hyphens.');

export const sentence = z.string().min(12).describe('A whole sentence in plain English, with a full stop.');

/** Who has to act. The wording readers see is in src/content/labels.ts. */
export const actor = z.enum([
  'nobody',
  'caller',
  'callee',
  'account-holder',
  'pbx-admin',
  'network-admin',
  'provider',
  'far-provider',
  'vendor',
]);
export type Actor = z.infer<typeof actor>;

/** An address on the web that anybody can open. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    hostname: /^(?:[\w-]+\.)+[\w-]+$/,
    message: 'must be a web address such as https://example.com/page',
  })
  .refine((text) => !/[\s<>"\\^`{|}]/.test(text) && !/\/\/[^/]*@/.test(text), {
    message: 'must be a web address without blanks, brackets or a password',
  });

/** A file of a public repository as it was read: keys of a source or of a table. */
export const fileAtCommit = {
  repo: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, 'must be owner/name')
    .describe('GitHub owner/name.'),
  path: z.string().describe('File inside the repository.'),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/, 'must be a commit: 7 to 40 digits and letters a to f')
    .describe('The commit that was read.'),
};
