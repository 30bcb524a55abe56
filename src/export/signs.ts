/** /signs.json: what can be seen in a failed call, and the cases that show it. */
import { z } from 'astro/zod';
import type { PageCase } from '../content/page-body.ts';
import { signSchema } from '../content/schemas/signs.ts';
import { head, headOf, permalink } from './shapes.ts';
import type { Site } from './site.ts';

const { id, group, ask, words, trace, seen, weak, opposite, value } = signSchema.shape;

const shown = z.object({
  url: permalink,
  value: z.string().optional().describe('The number that belongs to the sign in this case.'),
});

export const signsShape = z
  .object({
    ...head,
    signs: z.array(
      z.object({
        id,
        group,
        ask,
        words,
        trace,
        seen,
        weak,
        opposite,
        value,
        cases: z.array(shown).describe('Cases in which it is typically seen.'),
        against: z.array(shown).describe('Cases it speaks against.'),
      }),
    ),
  })
  .describe('What can be seen in a failed call, in the order in which one would ask.');

/** A sign as a case names it: `q850-reason:17`. */
export function signOf(text: string): { id: string; value: string | undefined } {
  const [name = '', number] = text.split(':');
  return { id: name, value: number };
}

/** signs.json: each sign with the cases that name it. */
export function signsExport(site: Site): z.infer<typeof signsShape> {
  const { codes, q850, signs } = site.model;
  const cases = [
    ...codes.map((page) => ({ path: `/${page.id}/`, cases: page.body.cases })),
    ...q850.map((page) => ({ path: `/q850/${page.id}/`, cases: page.body.cases })),
  ].flatMap(({ path, cases: list }) => list.map((item) => ({ path: `${path}#${item.id}`, item })));
  const byName = (list: (item: PageCase) => readonly string[]) =>
    Map.groupBy(
      cases.flatMap(({ path, item }) => list(item).map((text) => ({ path, ...signOf(text) }))),
      ({ id: name }) => name,
    );
  const [shownBy, deniedBy] = [byName((item) => item.signs), byName((item) => item.against)];
  const named = (found: typeof shownBy, sign: string) =>
    (found.get(sign) ?? []).map(({ path, value: number }) => ({ url: site.address(path), value: number }));
  return {
    ...headOf('signs', site),
    signs: signs.map((sign) => ({
      ...sign,
      cases: named(shownBy, sign.id),
      against: named(deniedBy, sign.id),
    })),
  };
}
