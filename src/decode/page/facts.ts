/** What the decoder's page knows of the site's content: one file, fetched with the first trace. */
import { createHash } from 'node:crypto';
import type { Model } from '../../content/model.ts';
import type { Facts, KnownCase } from './facts-types.ts';

function factsOf({ codes, causes, headers, signs, q850 }: Model): Facts {
  const casesAt = (path: string, cases: (typeof codes)[number]['body']['cases']): KnownCase[] =>
    cases.map((one) => ({
      permalink: `${path}#${one.id}`,
      title: one.title,
      sign: one.sign ?? '',
      signs: one.signs,
      against: one.against,
      says: one.says.map(({ text }) => ({ text })),
      words: one.words,
    }));
  return {
    codes: Object.fromEntries(codes.map(({ data }) => [data.code, [data.phrase, data.meaning]])),
    causes: Object.fromEntries(causes.map(({ cause, name }) => [cause, name])),
    headers: Object.fromEntries(headers.map(({ id, data }) => [id, data.tells])),
    signs: Object.fromEntries(signs.map(({ id, ask }) => [id, ask])),
    weak: signs.flatMap(({ id, weak }) => (weak ? [id] : [])),
    cases: [
      ...codes.flatMap(({ data, body }) => casesAt(`/${data.code}/`, body.cases)),
      ...q850.flatMap(({ data, body }) => casesAt(`/q850/${data.cause}/`, body.cases)),
    ],
  };
}

/** The file and its name, which holds a hash of the content: it may be cached for ever. */
export function factsFile(model: Model): { name: string; text: string } {
  const text = JSON.stringify(factsOf(model));
  return { name: `facts.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`, text };
}
