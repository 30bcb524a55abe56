/** /codes.json and /codes.csv: every code in short, with the address of its page and of its data. */
import { z } from 'astro/zod';
import { codeSchema, codeStatus, retryVerdict } from '../content/schemas/codes.ts';
import { said } from '../mapping/agreement.ts';
import { csv } from './csv.ts';
import { acts, citation, citationOf, code, day, head, headOf, permalink, plain } from './shapes.ts';
import type { Site } from './site.ts';

const { phrase, methods } = codeSchema.shape;

export const codesShape = z
  .object({
    ...head,
    codes: z.array(
      z.object({
        code,
        phrase,
        status: codeStatus,
        url: permalink,
        json: z.url().describe('Everything the page says, as JSON.'),
        markdown: z.url().describe('The same as Markdown.'),
        defined: z.array(citation),
        meaning: plain,
        customer: plain,
        sentBy: plain,
        methods,
        acts,
        retry: retryVerdict,
        cause: z.int().optional().describe('The Q.850 cause that RFC 3398 §8.2.6.1 gives for the code.'),
        cases: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            sign: plain.optional(),
            acts,
            url: permalink,
          }),
        ),
        reviewed: day,
      }),
    ),
  })
  .describe('Every code that has a page, ascending.');
type Row = z.infer<typeof codesShape>['codes'][number];

/** codes.json. */
export function codesExport(site: Site): z.infer<typeof codesShape> {
  const { model, address } = site;
  const rfc3398 = model.tables.filter(({ data }) => data.authority === 'RFC 3398');
  return {
    ...headOf('codes', site),
    codes: model.codes.map(({ data, body }) => ({
      code: data.code,
      phrase: data.phrase,
      status: data.status,
      url: address(`/${data.code}/`),
      json: address(`/${data.code}.json`),
      markdown: address(`/${data.code}.md`),
      defined: data.defined.map((id) => citationOf(site, id)),
      meaning: data.meaning,
      customer: data.customer,
      sentBy: data.sentBy,
      methods: data.methods,
      acts: data.acts,
      retry: data.retry.verdict,
      cause: said(rfc3398, 'sip-to-q850', { code: data.code }).find(({ row }) => !row.default)?.row.cause,
      cases: body.cases.map((item) => ({
        id: item.id,
        title: item.title,
        sign: item.sign,
        acts: item.acts as Row['acts'],
        url: address(`/${data.code}/#${item.id}`),
      })),
      reviewed: data.reviewed,
    })),
  };
}

/** Columns of /codes.csv. New ones are added at the end. */
export const codeColumns = [
  'code',
  'phrase',
  'status',
  'defined',
  'meaning',
  'customer',
  'sentBy',
  'methods',
  'acts',
  'retry',
  'cause',
  'cases',
  'reviewed',
  'url',
] as const;

/** Lists stand in one field, their values separated by a semicolon and a blank. */
export function codesCsv(site: Site): string {
  return csv(
    codeColumns,
    codesExport(site).codes.map((row) => ({
      ...row,
      defined: row.defined.map(({ label }) => label).join('; '),
      methods: row.methods.join('; '),
      acts: row.acts.join('; '),
      cases: row.cases.map(({ title }) => title).join('; '),
    })),
  );
}
