import { z } from 'astro/zod';
import { citation, codeNumber, day, fileAtCommit } from './shared.ts';

const row = z.strictObject({
  code: codeNumber.optional().describe('The SIP code; what the row starts from or leads to.'),
  cause: z
    .number()
    .int()
    .optional()
    .describe('The Q.850 cause. FreeSWITCH’s own values above 127 are allowed in its table only.'),
  condition: z.string().optional().describe('When the row holds, if not always.'),
  name: z.string().optional().describe('What the authority calls the cause.'),
  note: z.string().optional().describe('What the row says beside its numbers; "no mapping" rows need one.'),
  default: z.boolean().optional().describe('True where the authority has no row and its default is given.'),
  line: z.number().int().optional().describe('Line in the source file.'),
  printed: z
    .strictObject({
      event: z.string().describe('The row’s first column as printed.'),
      decimal: z.number().int().describe('The cause as printed in decimal.'),
      hex: z.string().describe('The cause as printed in hexadecimal.'),
      dss1: z.string().describe('The octet with the extension bit, as printed.'),
      cause: z.string().describe('The row’s last column as printed.'),
    })
    .optional()
    .describe('The row as the source prints it, where its figures are checked against the derived ones.'),
});

/** One table: one authority, one direction. A direction is never made by inverting the other. */
export const mappingSchema = z.strictObject({
  authority: z.string().describe('Who says it, as readers see it: "RFC 3398", "Asterisk".'),
  short: z
    .string()
    .optional()
    .describe('Its name where room is short, as on a phone; one of its tables says it.'),
  vendor: z.string().optional().describe('Vendor id, if the authority is a vendor with a page.'),
  direction: z.enum(['sip-to-q850', 'q850-to-sip']).describe('From SIP to Q.850, or back.'),
  order: z.number().int().describe('Place among the columns; 1 is leftmost.'),
  source: citation.optional().describe('A citation, where the table is in an RFC or in sources.yaml.'),
  file: z
    .strictObject(fileAtCommit)
    .optional()
    .describe('The file that holds the table, where the authority is a program.'),
  checked: day,
  fallback: z.string().optional().describe('What the authority does with a value that has no row.'),
  note: z.string().optional().describe('What a reader has to know about this table.'),
  rows: z.array(row).min(1).describe('One row for each statement of the table, in its order.'),
});
export type MappingData = z.infer<typeof mappingSchema>;
export type MappingRow = z.infer<typeof row>;
