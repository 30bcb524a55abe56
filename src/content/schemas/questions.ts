import { z } from 'astro/zod';

/** What people ask who have a case, in words that the case does not say itself. Search learns them; no page shows them. */
export const questionSchema = z.strictObject({
  is: z
    .string()
    .regex(/^\/.*#/, 'must be the path of a case or of a part of a guide, like /403/#no-credit')
    .describe('The case or part of a guide that answers.'),
  of: z
    .number()
    .int()
    .min(2)
    .describe(
      'How many questions there were. Who made them up knew the situation, and was to use other words than ours.',
    ),
  words: z
    .record(z.string().regex(/^[a-z\d]{2,}$/, 'must be a word in lower case'), z.number().int().min(2))
    .describe('How many of the questions have a word, where two or more do.'),
});

/** How common a word is in questions: what all of them have says nothing of one place. */
export const questionWordSchema = z.strictObject({
  word: z.string().min(2).describe('A word of `questions.yaml`, as it stands there.'),
  times: z.number().int().min(2).describe('How many of all questions have it.'),
});
