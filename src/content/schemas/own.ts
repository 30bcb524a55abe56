/** What only content/own/ has: what a copy of the site adds to upstream's pages, recolours and leaves out. */
import { z } from 'astro/zod';
import { codeNumber, day, fixedId } from './shared.ts';
import { note } from './vendors.ts';

/** Front matter of content/own/cases/403/our-portal.mdx. The body is one case, written as on a code page. */
export const ownCaseSchema = z.strictObject({
  reviewed: day.describe('The day somebody last checked that the case still holds.'),
});
export type OwnCaseData = z.infer<typeof ownCaseSchema>;

/** content/own/vendors/asterisk.yaml, where upstream has the vendor: notes of your own, shown beside upstream’s. */
export const ownNotesSchema = z.strictObject({
  notes: z
    .array(note)
    .min(1)
    .describe('Your notes on this vendor. Its name and the rest stand in upstream’s file.'),
});

const hex = z
  .string()
  .nullable()
  .refine((value) => value !== null && /^#[0-9a-f]{6}$/i.test(value), {
    message: 'must be a colour of six hexadecimal digits in quotes, such as "#1f4f93"',
  })
  .transform(String);

const colour = (what: string) =>
  z
    .strictObject({
      light: hex.optional().describe('In the light theme.'),
      dark: hex.optional().describe('In the dark theme.'),
    })
    .optional()
    .describe(what);

/** content/own/theme.yaml: colours in place of those of src/styles/theme.css. */
export const themeSchema = z.strictObject({
  paper: colour('Ground of the pages.'),
  raised: colour('Ground of boxes and buttons.'),
  ink: colour('Text.'),
  soft: colour('Text that stands back.'),
  line: colour('Rules between things; no text.'),
  link: colour('Links, and the frame of what has the focus.'),
  'class-1': colour('1xx: numbers and marks of the class.'),
  'class-2': colour('2xx.'),
  'class-3': colour('3xx.'),
  'class-4': colour('4xx.'),
  'class-5': colour('5xx.'),
  'class-6': colour('6xx.'),
});
export type ThemeData = z.infer<typeof themeSchema>;
export type ColourName = keyof ThemeData;

/** Sections of a code page that the layout adds from data, and a copy may do without. */
const omissibleSections = ['commands', 'headers', 'vendors', 'mapping', 'compare', 'lists'] as const;

/** content/own/omit.yaml: what the copy leaves out. Addresses keep answering, with a short page that says so. */
export const omitSchema = z.strictObject({
  codes: z.array(codeNumber).optional().describe('Code pages.'),
  guides: z.array(fixedId).optional().describe('Guides, by the name of their file.'),
  vendors: z.array(fixedId).optional().describe('Vendors with all their notes, by the name of their file.'),
  sections: z
    .array(z.enum(omissibleSections))
    .optional()
    .describe('Sections of every code page: commands, headers, vendors, mapping, compare, lists.'),
});
export type OmitData = z.infer<typeof omitSchema>;
