import { z } from 'astro/zod';

/** A question people come with, shown on the home page. */
export const situationSchema = z.strictObject({
  ask: z.string().describe('What people say, in their words.'),
  to: z.string().regex(/^\//, 'must be a path that starts with /').describe('The case that answers it.'),
});
