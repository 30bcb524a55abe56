import { z } from 'astro/zod';
import { citation } from './shared.ts';

export const reasonRead = z.enum(['full', 'excerpt', 'registry']);
export type ReasonRead = z.infer<typeof reasonRead>;

/** A protocol of the Reason header. */
export const reasonSchema = z.strictObject({
  token: z.string().describe('Protocol token exactly as sent.'),
  cause: z.string().describe('What its cause parameter holds.'),
  meaning: z.string().describe('What it tells, in our words.'),
  example: z.string().optional().describe('A header line.'),
  values: z
    .array(
      z.strictObject({
        cause: z.number().int().describe('The value.'),
        text: z.string().optional().describe('Text the document gives for it.'),
        meaning: z.string().optional().describe('What it means, in our words.'),
      }),
    )
    .optional()
    .describe('Defined cause values, where the list is short.'),
  source: citation,
  read: reasonRead.describe('How far the defining document was read.'),
});
