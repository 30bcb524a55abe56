import { z } from 'astro/zod';
import { codeNumber, fixedId } from './shared.ts';

const why = z.string().min(12).describe('The reason, for whoever meets the exemption later.');

/** content/policy.yaml: what the content check asks for, beyond what every file must have. */
export const policySchema = z.strictObject({
  everyRegisteredCode: z
    .boolean()
    .describe('Whether every code that IANA lists must have a page. False only in a partial copy.'),
  common: z
    .array(codeNumber)
    .describe('Codes that support meets every week: their pages have three cases or more.'),
  unlisted: z
    .array(codeNumber)
    .describe('Numbers without a page that vendors are known to use; notes may name them.'),
  exemptions: z
    .array(
      z.strictObject({
        code: codeNumber,
        minimum: z
          .enum(['cases', 'ladder', 'example', 'sources', 'sections'])
          .describe('What the page need not have.'),
        why,
      }),
    )
    .describe(
      'Pages that fall short of the standard for a reason. One that is no longer needed is a problem.',
    ),
  requiredHeaders: z
    .record(z.string().regex(/^\d{3}$/, 'must be a code'), z.array(z.string()).min(1))
    .describe('Headers that every example of a response with this code carries.'),
  wrongOnPurpose: z
    .array(
      z.strictObject({
        example: fixedId.describe('File name without ending, in content/examples.'),
        rule: z.enum(['cseq', 'method', 'phrase']).describe('What is wrong in it.'),
        why,
      }),
    )
    .describe('Example messages that show a fault. One that is no longer needed is a problem.'),
  ownCauses: z
    .array(z.string())
    .describe('Authorities of mapping tables whose own values lie above 127, where Q.850 ends.'),
  authorities: z
    .record(z.string(), z.enum(['both', 'sip-to-q850', 'q850-to-sip']))
    .describe('Authorities of mapping tables, and the directions each has a table for.'),
});
export type Policy = z.infer<typeof policySchema>;
