import { z } from 'astro/zod';
import { causeNumber, citation } from './shared.ts';

/** One Q.850 cause. Hex and DSS1 octet are derived (src/sip/q850.ts). */
export const causeSchema = z.strictObject({
  cause: causeNumber,
  name: z.string().describe('Name as Q.850 gives it.'),
  class: z
    .enum([
      'normal event',
      'resource unavailable',
      'service or option not available',
      'service or option not implemented',
      'invalid message',
      'protocol error',
      'interworking',
    ])
    .describe('Class of the cause value.'),
  meaning: z.string().describe('What it means, in our words, one or two sentences.'),
  practice: z.string().optional().describe('What it usually means on a real line, and what to look at.'),
  cleared: z.string().optional().describe('Which side clears the call, as far as a source says.'),
  names: z
    .array(
      z.strictObject({
        who: z.string().describe('Vendor id.'),
        name: z.string().describe('Exact constant or word.'),
      }),
    )
    .describe('What programs call it.'),
  sources: z.array(citation).min(1).describe('Where its name, meaning and practice come from.'),
});
export type CauseData = z.infer<typeof causeSchema>;
