/** /vendors.json: every vendor with every note. */
import { z } from 'astro/zod';
import {
  head,
  headOf,
  permalink,
  plain,
  vendorHead,
  vendorHeadOf,
  vendorNote,
  vendorNoteOf,
} from './shapes.ts';
import { causeNumber, codeNumber } from '../content/schemas/shared.ts';
import { textHow } from '../content/schemas/vendors.ts';
import { textsOf } from '../content/vendor-notes.ts';
import type { Site } from './site.ts';

export const vendorsShape = z
  .object({
    ...head,
    vendors: z.array(
      z.object({
        ...vendorHead,
        about: plain.describe('What it is, in one sentence.'),
        home: z.url().optional().describe('Its home page or documentation.'),
        notes: z.array(vendorNote),
        texts: z
          .array(
            z.object({
              code: codeNumber.optional(),
              cause: causeNumber.optional(),
              place: permalink
                .optional()
                .describe('What it is a sign of, where no code or cause comes with it.'),
              text: z
                .string()
                .optional()
                .describe('Letter for letter; of a line with variable parts a piece.'),
              subcode: z.string().optional().describe('The vendor’s own number for it.'),
              how: textHow.describe(
                'sends: on the wire. logs: in its log. names: in its interface. shows: to users. sets: a setting that decides on it.',
              ),
              unstated: z
                .literal(true)
                .optional()
                .describe(
                  'The code does not stand beside the text there: that it goes with it is our reading.',
                ),
              source: z.url().describe('The line of code, or the page, in which it stands.'),
            }),
          )
          .describe('What it prints with a code beside what the notes say.'),
      }),
    ),
  })
  .describe('What vendors, stacks and carriers do with SIP codes, each note with its source.');

/** vendors.json. */
export function vendorsExport(site: Site): z.infer<typeof vendorsShape> {
  return {
    ...headOf('vendors', site),
    vendors: site.model.vendors.map((vendor) => ({
      ...vendorHeadOf(site, vendor),
      about: vendor.data.about,
      home: vendor.data.url,
      notes: vendor.data.notes.map((note) => vendorNoteOf(site, vendor, note)),
      texts: textsOf(vendor.data).map(({ code, cause, place, text, subcode, how, unstated, url }) => ({
        code,
        cause,
        place: place && site.address(place),
        text,
        subcode,
        how,
        unstated,
        source: url,
      })),
    })),
  };
}
