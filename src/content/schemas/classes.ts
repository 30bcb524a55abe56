import { z } from 'astro/zod';
import { citation } from './shared.ts';

/** A class of codes, 1xx to 6xx, and the vendor ranges 7xx to 9xx. */
export const classSchema = z.strictObject({
  name: z.string().describe('"Request failure".'),
  tagline: z.string().describe('A few words beside the class on the home page.'),
  meaning: z.string().describe('What the class means, two sentences at most.'),
  act: z.string().describe('What to do first with any code of the class.'),
  rule: z.string().describe('How a number of this class that nobody registered is treated.'),
  sources: z.array(citation).min(1).describe('Where the meaning and the rule come from.'),
});
