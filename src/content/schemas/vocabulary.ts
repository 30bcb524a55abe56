import { z } from 'astro/zod';
import { citation, webAddress } from './shared.ts';

/** Words of other languages and what they mean here. The file is a list; its order means nothing. */
export const vocabularySchema = z.strictObject({
  says: z
    .array(z.string().min(3))
    .min(1)
    .describe(
      'Words or phrases as people write them, of one language or of several; capitals, accents and umlauts make no difference. No word that is English too.',
    ),
  language: z
    .literal('de')
    .optional()
    .describe('de where the words are German: those are found within longer words as well.'),
  means: z
    .string()
    .regex(/^[a-z][a-z ]+$/, 'must be lower-case English words')
    .describe('English words that stand on our pages, separated by blanks.'),
  source: citation.optional().describe('Key of the source in which the words were read in this meaning.'),
  at: webAddress
    .optional()
    .describe('Where they were read in this meaning, if only for its words; or `source`.'),
});
export type VocabularyData = z.infer<typeof vocabularySchema>;
