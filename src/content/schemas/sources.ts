import { z } from 'astro/zod';
import { day, webAddress } from './shared.ts';

export const sourceKind = z.enum([
  'rfc',
  'registry',
  'standard',
  'list',
  'code',
  'vendor-doc',
  'thread',
  'capture',
  'article',
]);
export type SourceKind = z.infer<typeof sourceKind>;

export const sourceRead = z.enum(['full', 'sections', 'excerpt', 'transcription', 'not-read']);
export type SourceRead = z.infer<typeof sourceRead>;

export const sourceSchema = z.strictObject({
  title: z.string().describe('Title as the publisher gives it; for an RFC without the number.'),
  publisher: z.string().describe('Who publishes it: IETF, ITU-T, a vendor, a project.'),
  kind: sourceKind.describe(
    'rfc, registry, standard (not RFC), list (a list of SIP codes), code (a program’s source), vendor-doc, thread, capture (recorded traffic) or article.',
  ),
  url: webAddress
    .optional()
    .describe('Where to read it. Leave out if no address is known. RFC addresses are derived.'),
  read: sourceRead.describe(
    'How much of it was read: all, the cited sections, an excerpt, somebody else’s transcription, or nothing.',
  ),
  checked: day.describe('The day it was last read.'),
  note: z.string().optional().describe('What a reader has to know about this source.'),
});
