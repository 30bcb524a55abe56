import { z } from 'astro/zod';
import { citation, webAddress } from './shared.ts';

/** Words, each whole or the first four letters and more of one with a `*` for any ending. */
const phrase = /^(?:[^\s*]+|[^\s*]{4,}\*)(?: (?:[^\s*]+|[^\s*]{4,}\*))*$/;

/** Words of other languages and what they mean here. The file is a list; its order means nothing. */
export const vocabularySchema = z
  .strictObject({
    says: z
      .array(
        z
          .string()
          // A word of two letters is anybody’s, and a whole word in Chinese.
          .refine((text) => text.length >= 3 || /^\p{scx=Han}{2}$/u.test(text), {
            message: 'must have three letters or more, in Chinese two',
          })
          .regex(phrase, {
            message:
              'must be words with one blank between; * stands at the end of a word, after four letters or more',
          }),
      )
      .min(1)
      .describe(
        'Words or phrases as people write them, of one language or of several; capitals, accents and umlauts make no difference, and * is any ending. No word that is English too.',
      ),
    language: z
      .literal('de')
      .optional()
      .describe('de where the words are German: those without * are found within longer words as well.'),
    means: z
      .string()
      .regex(/^[a-z][a-z ]+$/, 'must be lower-case English words')
      .describe('English words that stand on our pages, separated by blanks.'),
    source: citation
      .optional()
      .describe('Key of the source in which the words, or a form of them, were read in this meaning.'),
    at: webAddress
      .optional()
      .describe('The same as an address, for what was read for its words only; or `source`.'),
  })
  .refine(({ source, at }) => (source === undefined) !== (at === undefined), {
    message: 'needs one of `source` and `at`: where the words were read in this meaning',
  });
