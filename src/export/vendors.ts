/** /vendors.json: every vendor with every note. */
import { z } from 'astro/zod';
import { head, headOf, plain, vendorHead, vendorHeadOf, vendorNote, vendorNoteOf } from './shapes.ts';
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
    })),
  };
}
