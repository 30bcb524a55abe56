import { z } from 'astro/zod';
import { causeNumber, citation, day, fixedId, sentence } from './shared.ts';

/** Front matter of a page with the cases of one Q.850 cause. Its facts are in content/causes.yaml. */
export const causePageSchema = z.strictObject({
  cause: causeNumber.describe('The cause; the file is named after it, and content/causes.yaml has it.'),
  reviewed: day.describe('The day somebody last read the whole page against its sources.'),
  printed: z
    .array(
      z.strictObject({
        text: z.string().min(3).describe('A line as the tool prints it, letter for letter.'),
        who: fixedId.describe('Vendor id of the tool.'),
        note: sentence.optional().describe('Where it prints it, and what the other figures of the line are.'),
        source: citation,
      }),
    )
    .describe('How tools print the cause in their logs and traces.'),
});
export type CausePageData = z.infer<typeof causePageSchema>;
