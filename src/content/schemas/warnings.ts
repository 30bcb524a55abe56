import { z } from 'astro/zod';
import { citation, codeNumber } from './shared.ts';

/** A Warning code. */
export const warningSchema = z.strictObject({
  text: z.string().describe('Text as registered.'),
  meaning: z.string().describe('What it means, in our words.'),
  codes: z.array(codeNumber).describe('Response codes it is seen with.'),
  source: citation,
});
