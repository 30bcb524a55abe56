import { z } from 'astro/zod';
import { citation, codeNumber, day } from './shared.ts';

export const guideGroup = z.enum(['start', 'wire', 'causes', 'call', 'systems', 'work']);
export type GuideGroup = z.infer<typeof guideGroup>;

/** A guide: prose with sections that have fixed ids. */
export const guideSchema = z.strictObject({
  title: z.string().describe('Title of the page.'),
  summary: z.string().describe('One sentence: what the reader can do afterwards.'),
  order: z.number().int().describe('Place in the list of guides.'),
  group: guideGroup
    .default('causes')
    .describe(
      'Part of the list: start (read first), wire (what is in a message), causes (what stands behind failures), call (what happens in a call), systems (one kind of phone or program), work (tickets and tools).',
    ),
  reviewed: day,
  codes: z.array(codeNumber).describe('Codes the guide helps with.'),
  names: z
    .array(z.string())
    .default([])
    .describe('What its subject is called beside its id: typed alone, it leads here.'),
  words: z.array(z.string()).describe('Words people search with that the page does not say itself.'),
  sources: z.array(citation).min(1).describe('What the guide rests on, beside what its text cites.'),
});
export type GuideData = z.infer<typeof guideSchema>;
