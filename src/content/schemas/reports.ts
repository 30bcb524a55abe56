import { z } from 'astro/zod';

/** What somebody reported in public, or a program printed, and what it was. Search learns its words; no page shows them. */
export const reportSchema = z.strictObject({
  words: z
    .string()
    .regex(/\S \S/, 'must be two words or more')
    .describe(
      'The telling words of a report as they stand there, in any language, without filler, names, hosts and numbers of people; a line that a program prints letter for letter.',
    ),
  is: z
    .array(
      z.string().regex(/^\/.*#/, 'must be the path of a case or of a part of a guide, like /403/#no-credit'),
    )
    .min(1)
    .max(4)
    .describe('The cases and parts of guides that answer it or come nearest, the most fitting first.'),
  at: z.url().describe('Where it was read.'),
});
