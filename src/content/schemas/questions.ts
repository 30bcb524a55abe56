import { z } from 'astro/zod';

/** What somebody may ask who has a case, in words that the case does not say itself. Search learns them; no page shows them. */
export const questionSchema = z.strictObject({
  is: z
    .string()
    .regex(/^\/.*#/, 'must be the path of a case or of a part of a guide, like /403/#no-credit')
    .describe('The case or part of a guide that answers.'),
  words: z
    .array(z.string().min(2))
    .min(1)
    .describe(
      'Words that two or more of the questions had which people were asked to make up for it: they knew the situation, and were to use other words than ours.',
    ),
});
export type QuestionData = z.infer<typeof questionSchema>;
