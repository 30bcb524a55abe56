import { z } from 'astro/zod';
import { citation } from './shared.ts';

/** What is known of a number of three digits that is no SIP response code. */
export const unregisteredSchema = z.strictObject({
  means: z
    .array(
      z.strictObject({
        in: z.enum(['HTTP', 'RTSP']).describe('The protocol in which the number is a status code.'),
        name: z.string().describe('Its name there.'),
        source: citation.describe('The section that defines it.'),
      }),
    )
    .min(1)
    .describe('What the number means in protocols whose status codes look the same.'),
});
