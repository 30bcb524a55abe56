/** /mapping.json and /mapping.csv: every statement of every authority, both directions. */
import { z } from 'astro/zod';
import { mappingSchema } from '../content/schemas/mappings.ts';
import { lineKeys, mappingLines } from '../mapping/table.ts';
import { csv } from './csv.ts';
import { code, day, head, headOf, plain } from './shapes.ts';
import type { Site } from './site.ts';

const direction = mappingSchema.shape.direction;

/** One statement; the columns of the CSV file are these fields. */
export const mappingLine = z
  .object({
    direction,
    authority: z.string().describe('Who says it.'),
    code: code.optional().describe('The SIP code; absent where the authority maps the cause to none.'),
    cause: z
      .int()
      .optional()
      .describe('The Q.850 cause, or a program’s own value above 127; absent where the code is not mapped.'),
    hex: z.string().optional().describe('The cause in hexadecimal, 0x15 for 21.'),
    dss1: z.string().optional().describe('The octet of a Q.931 trace: the cause with the highest bit set.'),
    name: z.string().optional().describe('What the authority calls the cause.'),
    condition: z.string().optional().describe('When it holds, if not always.'),
    note: z.string().optional().describe('What the authority says beside the numbers.'),
    default: z.boolean().describe('True where the authority has no row of its own and its default is given.'),
  })
  .describe('What one authority says of one code or cause.');

export const mappingShape = z
  .object({
    ...head,
    version: z.literal(1).describe('The major version; kept for readers of the first edition.'),
    authorities: z.array(
      z.object({
        authority: z.string(),
        direction,
        source: z.object({ label: z.string(), url: z.url().optional() }).describe('Where its table is.'),
        checked: day.describe('The day the source was last read.'),
        fallback: plain.optional().describe('What it does with a value that has no row.'),
        note: plain.optional().describe('What a reader has to know about the table.'),
      }),
    ),
    rows: z.array(mappingLine).describe('In the order of the authorities, and of their tables.'),
  })
  .describe(
    'The mapping between SIP codes and Q.850 causes. The two directions are different tables; neither is the other one turned round.',
  );

/** mapping.json: a row for each statement of each table, in the order of the authorities. */
export function mappingExport(site: Site): z.infer<typeof mappingShape> {
  const { model, address } = site;
  return {
    ...headOf('mapping', site),
    version: 1,
    authorities: [...model.tables]
      .sort((a, b) => b.data.direction.localeCompare(a.data.direction) || a.data.order - b.data.order)
      .map(({ data: { authority, direction: way, source, file, checked, fallback, note } }) => {
        const cited = source ? model.cite(source) : undefined;
        return {
          authority,
          direction: way,
          source: cited
            ? { label: cited.label, url: cited.url && address(cited.url) }
            : {
                label: file?.path.split('/').at(-1) ?? authority,
                url: file && `https://github.com/${file.repo}/blob/${file.commit}/${file.path}`,
              },
          checked,
          fallback,
          note,
        };
      }),
    rows: mappingLines(model.tables),
  };
}

export const mappingCsv = ({ model }: Site): string => csv(lineKeys, mappingLines(model.tables));
