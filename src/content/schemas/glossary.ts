import { z } from 'astro/zod';
import { citation } from './shared.ts';

/** A term of the glossary. */
export const termSchema = z.strictObject({
  term: z.string().describe('As readers meet it.'),
  long: z.string().optional().describe('Spelled out, for an abbreviation.'),
  meaning: z.string().describe('One or two sentences.'),
  also: z.array(z.string()).optional().describe('Other words for it.'),
  source: citation.optional(),
});
