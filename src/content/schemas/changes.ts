import { z } from 'astro/zod';
import { codeNumber, day, sentence } from './shared.ts';

/** A change readers may want to know of. The file is a list, the newest first. */
export const changeSchema = z.strictObject({
  date: day.describe('The day it was published, YYYY-MM-DD; not in the future.'),
  codes: z
    .array(codeNumber)
    .describe('Codes it concerns; empty where it concerns no code page in particular.'),
  pages: z
    .array(
      z.string().regex(/^\/[\w./-]+\/$/, 'must be a path with a slash at both ends, such as /guides/via/'),
    )
    .optional()
    .describe(
      'Other pages it concerns, as paths: /guides/via/, /q850/17/. Neither codes nor pages: the whole site.',
    ),
  text: z.string().describe('What changed, in one sentence.'),
  why: sentence
    .optional()
    .describe(
      'Why, in one sentence, where the text does not say it: what was wrong, what is new at the source.',
    ),
});
