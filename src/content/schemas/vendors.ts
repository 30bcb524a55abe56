import { z } from 'astro/zod';
import { causeNumber, citation, codeNumber, day, fileAtCommit, fixedId, webAddress } from './shared.ts';

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
export type NoteKind = z.infer<typeof noteKind>;

export const vendorKind = z.enum([
  'stack',
  'pbx',
  'sbc',
  'gateway',
  'phone',
  'client',
  'platform',
  'carrier',
  'tool',
  'list',
]);
export type VendorKind = z.infer<typeof vendorKind>;

export const noteSource = z
  .union([
    z.strictObject({
      ...fileAtCommit,
      line: z.number().int().positive().optional().describe('First line of the passage.'),
      anchor: z
        .string()
        .min(3)
        .max(60)
        .optional()
        .describe(
          'An identifier or short literal that stands on that line at that commit, so that a program can see when it has moved.',
        ),
      title: z.string().optional().describe('Title of the page, where the file is documentation.'),
    }),
    z.strictObject({
      title: z.string().describe('Title of the page.'),
      url: webAddress.describe('Address of the page.'),
    }),
    z.strictObject({ cite: citation }),
    z.strictObject({
      own: z
        .string()
        .min(2)
        .describe(
          'Who of your own company says it: "Example Telecom network operations". In content/own only.',
        ),
    }),
  ])
  .describe('Where the note comes from: a file at a commit, a page, a citation, or your own company.');

const say = z.strictObject({
  code: codeNumber.describe('A code the note is about.'),
  phrase: z
    .string()
    .min(1)
    .optional()
    .describe('Text the vendor sends, logs or shows with this code, letter for letter. Searchable.'),
  subcode: z.string().min(1).optional().describe('The vendor’s own code for the case, such as 560403.'),
});

export const version = z.string().regex(/^\d[\w.-]*$/, 'must be a version number in quotes, such as "20.12"');

/** A note: what it says in pairs of code and text. */
export const note = z.strictObject({
  id: fixedId.describe('Fixed id, unique on the site: vendor and a running number.'),
  says: z
    .array(say)
    .min(1)
    .describe(
      'Every code the note is about, each with the phrase or sub-code that belongs to it: one pair each, a bare code where the note shows no text.',
    ),
  kind: noteKind.describe(
    'generates: sends it or makes it locally. handles: does this on receiving it. names: calls it so in logs or constants. maps: to or from a cause. config: a setting. documents: says so in its documentation. tool: how to find it. reported: a public thread.',
  ),
  text: z.string().min(12).describe('The note in our words, whole sentences.'),
  since: version.optional().describe('First version for which the note holds.'),
  until: version.optional().describe('Last version for which the note holds.'),
  retry: z
    .string()
    .optional()
    .describe('A few words for the retry table: what it does by default when this code arrives.'),
  source: noteSource,
  checked: day.describe('The day the source was last read.'),
  secondhand: z.boolean().optional().describe('True where somebody other than the vendor published it.'),
});

/** How a text meets a reader. The wording readers see is in src/content/labels.ts. */
export const textHow = z.enum(['sends', 'logs', 'names', 'shows', 'sets']);
export type TextHow = z.infer<typeof textHow>;

const text = z
  .strictObject({
    code: codeNumber.optional().describe('The code it comes with. It has a page.'),
    cause: causeNumber.optional().describe('The Q.850 cause it comes with, in place of a code.'),
    place: z
      .string()
      .regex(
        /^\/(?:(?:\d{3}|q850\/\d+)\/#[\w-]+|guides\/[\w-]+\/(?:#[\w-]+)?)$/,
        'must be an address such as /200/#no-rtp',
      )
      .optional()
      .describe('The case, or part of a guide, that it is a sign of, where no code comes with it.'),
    text: z
      .string()
      .min(2)
      .optional()
      .describe('The text, letter for letter; of a line with variable parts the longest piece that stays.'),
    subcode: z.string().min(1).optional().describe('The vendor’s own number for it.'),
    how: textHow
      .default('sends')
      .describe(
        'sends: a reason phrase on the wire. logs: a line of its log. names: a constant, or a name of its interface. shows: a screen or an announcement. sets: a setting that decides whether the code is sent, or what happens on it.',
      ),
    unstated: z
      .literal(true)
      .optional()
      .describe(
        'True where the code does not stand beside the text there: that it goes with it is our reading.',
      ),
    line: z.number().int().positive().optional().describe('The line of the file.'),
  })
  .refine((say) => [say.code, say.cause, say.place].filter((one) => one !== undefined).length === 1, {
    message: 'must have a code, a cause or a place, and one of them only',
  })
  .refine(({ text, subcode }) => text ?? subcode, { message: 'must have a text or a subcode' });
export type VendorText = z.infer<typeof text>;

/** What a vendor prints with a code, by the file or page in which it stands: for who pastes it. */
export const texts = z.strictObject({
  from: z
    .union([
      z.strictObject(fileAtCommit),
      z.strictObject({
        title: z.string().describe('Title of the page.'),
        url: webAddress.describe('Address of the page.'),
      }),
    ])
    .describe('A file at a commit, or a page.'),
  says: z.array(text).min(1).describe('What stands in it.'),
});
export type VendorTexts = z.infer<typeof texts>;

/** The place of vendors that have none of their own. */
export const unordered = 100;

export const vendorSchema = z.strictObject({
  name: z.string().describe('Name readers know it by.'),
  kind: vendorKind.describe('What it is.'),
  about: z.string().describe('What it is, in one sentence.'),
  url: webAddress.optional().describe('Home page or documentation root.'),
  order: z
    .number()
    .int()
    .default(unordered)
    .describe(
      'Place on a code page: the source documents’ own vendors 1 to 9, then by how often it is met. Without it, after those that have one, by name.',
    ),
  notes: z.array(note).describe('Every note, in the order of the codes.'),
  texts: z
    .array(texts)
    .default([])
    .describe(
      'What it sends, logs, names or shows with a code beside what the notes say: found by search, listed on the page of the vendor.',
    ),
});
export type VendorData = z.infer<typeof vendorSchema>;
export type VendorNote = z.infer<typeof note>;
/** A code with the phrase or sub-code that a vendor note gives for it. */
export type NotePair = z.infer<typeof say>;
