import { z } from 'astro/zod';
import { day } from './shared.ts';

/** An address that moved. */
export const redirectSchema = z.strictObject({
  from: z.string().regex(/^\//).describe('Old path; may end in a #fragment.'),
  to: z.string().regex(/^\//).describe('New path; may end in a #fragment.'),
  since: day,
});
export type RedirectData = z.infer<typeof redirectSchema>;
