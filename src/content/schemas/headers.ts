import { z } from 'astro/zod';
import { citation } from './shared.ts';

/** A header field that readers meet in failures. */
export const headerSchema = z.strictObject({
  name: z.string().describe('Header field name.'),
  compact: z.string().length(1).optional().describe('Compact form, if it has one.'),
  tells: z.string().describe('What it tells the person reading a trace, in one sentence.'),
  source: citation,
});
