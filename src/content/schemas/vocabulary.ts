import { z } from 'astro/zod';
import { citation } from './shared.ts';

/** Words of another language and what they mean here. The file is a list; its order means nothing. */
export const vocabularySchema = z.strictObject({
  says: z
    .array(z.string().min(3))
    .min(1)
    .describe('Words or phrases as people write them; capitals and umlauts make no difference.'),
  means: z
    .string()
    .regex(/^[a-z][a-z ]+$/, 'must be lower-case English words')
    .describe('English words that stand on our pages, separated by blanks.'),
  source: citation.describe(
    'Key of a source in that language, in which the words were read in this meaning.',
  ),
});
export type VocabularyData = z.infer<typeof vocabularySchema>;
