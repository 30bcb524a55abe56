import { z } from 'astro/zod';
import { codeNumber, day } from './shared.ts';

/** A change readers may want to know of. */
export const changeSchema = z.strictObject({
  date: day,
  codes: z.array(codeNumber).describe('Codes it concerns; empty for the whole site.'),
  text: z.string().describe('What changed, in one sentence.'),
});
export type ChangeData = z.infer<typeof changeSchema>;
