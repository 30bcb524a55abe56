import { z } from 'astro/zod';
import { citation, codeNumber, day, fixedId } from './shared.ts';

export const noteKind = z.enum([
  'generates',
  'handles',
  'names',
  'maps',
  'config',
  'documents',
  'tool',
  'reported',
]);

const noteSource = z
  .union([
    z.strictObject({
      repo: z
        .string()
        .regex(/^[\w.-]+\/[\w.-]+$/)
        .describe('GitHub owner/name.'),
      path: z.string().describe('File inside the repository.'),
      commit: z
        .string()
        .regex(/^[0-9a-f]{7,40}$/)
        .describe('The commit that was read.'),
      line: z.number().int().positive().optional().describe('First line of the passage.'),
      title: z.string().optional().describe('Title of the page, where the file is documentation.'),
    }),
    z.strictObject({
      title: z.string().describe('Title of the page.'),
      url: z.url().describe('Address of the page.'),
    }),
    z.strictObject({ cite: citation }),
  ])
  .describe('Where the note comes from: a file at a commit, a page, or a citation.');

const note = z.strictObject({
  id: fixedId.describe('Fixed id, unique on the site: vendor and a running number.'),
  codes: z.array(codeNumber).min(1).describe('Every code the note is about.'),
  kind: noteKind.describe(
    'generates: sends it or makes it locally. handles: does this on receiving it. names: calls it so in logs or constants. maps: to or from a cause. config: a setting. documents: says so in its documentation. tool: how to find it. reported: a public thread.',
  ),
  text: z.string().min(12).describe('The note in our words, whole sentences.'),
  subcode: z.string().optional().describe('The vendor’s own code for the case, such as 560403.'),
  phrases: z
    .array(z.string())
    .optional()
    .describe('Text the vendor sends, logs or shows, letter for letter. Searchable.'),
  retry: z
    .string()
    .optional()
    .describe('A few words for the retry table: what it does by default when this code arrives.'),
  source: noteSource,
  checked: day.describe('The day the source was last read.'),
  secondhand: z.boolean().optional().describe('True where somebody other than the vendor published it.'),
});

export const vendorSchema = z.strictObject({
  name: z.string().describe('Name readers know it by.'),
  kind: z
    .enum(['stack', 'pbx', 'sbc', 'gateway', 'phone', 'client', 'platform', 'carrier', 'tool', 'list'])
    .describe('What it is.'),
  about: z.string().describe('What it is, in one sentence.'),
  url: z.url().optional().describe('Home page or documentation root.'),
  order: z
    .number()
    .int()
    .describe('Place on a code page: the source documents’ own vendors 1 to 9, then by how often it is met.'),
  notes: z.array(note).describe('Every note, in the order of the codes.'),
});
export type VendorData = z.infer<typeof vendorSchema>;
export type VendorNote = z.infer<typeof note>;
