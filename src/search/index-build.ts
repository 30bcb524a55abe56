/** Makes the search index from the content. Two files: names and numbers at once, symptoms right after. */
import type { Model } from '../content/model.ts';
import { isQ850 } from '../mapping/q850.ts';
import { codesByText, codesOf } from '../content/vendor-notes.ts';
import type { Doc, LookupData } from './index-data.ts';

const joined = (names: readonly string[]) => [...new Set(names)].join('|');

/** The code a header belongs to most: one that must carry it before one that may, then the one met most often. */
export function codeOfHeader(
  name: string,
  codes: Model['codes'],
  met: (code: number) => number,
): number | undefined {
  return codes
    .flatMap(({ data }) =>
      data.headers
        .filter((header) => header.name.toLowerCase() === name.toLowerCase() && data.code >= 300)
        .map(({ requirement }) => ({ code: data.code, must: requirement === 'MUST' })),
    )
    .sort((a, b) => Number(b.must) - Number(a.must) || met(b.code) - met(a.code))[0]?.code;
}

const push = <K, V>(map: Map<K, V[]>, key: K, ...values: V[]) =>
  map.set(key, [...(map.get(key) ?? []), ...values]);

/** How many vendor notes a code has: how often it is met. */
function noteCounts({ vendors }: Model): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of vendors.flatMap(({ data }) => data.notes.flatMap(codesOf)))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Texts that vendors use for a code, letter for letter. What comes with more than two codes would lead astray. */
function vendorTexts({ vendors, tables }: Model): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { data } of vendors)
    for (const note of data.notes)
      for (const { text, codes } of codesByText(note, 'phrase'))
        if (codes[0] !== undefined && codes.length <= 2) push(texts, codes[0], text);
  for (const { data } of tables)
    for (const { name, code, cause } of data.rows)
      // Programs' own causes have no page; their names lead to the code they become.
      if (name && /^[A-Z][A-Z0-9_]+$/.test(name) && code && cause && !isQ850(cause)) push(texts, code, name);
  return texts;
}

/** Headers by the code they belong to: who asks for Min-SE means 422. */
function headersByCode({ headers, codes }: Model, met: (code: number) => number): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const { data } of headers) {
    const code = codeOfHeader(data.name, codes, met);
    if (code) push(names, code, data.name);
  }
  return names;
}

/** What has a name and a place in a page: vendors, guides, warnings, headers, reasons, vendors' own codes. */
function namedDocs({ vendors, guides, warnings, headers, reasons }: Model): Doc[] {
  return [
    ...vendors.map(({ id, data }): Doc => ({ k: 'vendor', u: `/vendors/${id}/`, t: data.name })),
    ...guides.map(({ id, data }): Doc => ({ k: 'guide', u: `/guides/${id}/`, t: data.title })),
    ...warnings.map(({ id, data }): Doc => ({
      k: 'warning',
      u: `/warning/#warning-${id}`,
      t: `Warning ${id} ${data.text}`,
      s: data.codes.join(', '),
    })),
    ...headers.map(({ id, data }): Doc => ({ k: 'header', u: `/headers/#header-${id}`, t: data.name })),
    ...reasons.map(({ id, data }): Doc => ({
      k: 'reason',
      u: `/reason/#reason-${id}`,
      t: `Reason: ${data.token}`,
    })),
    ...vendors.flatMap(({ id, data }) =>
      data.notes
        .flatMap((note) => codesByText(note, 'subcode'))
        .map(({ text, codes }): Doc => ({
          k: 'note',
          u: `/${codes[0]}/#vendor-${id}`,
          t: text,
          s: `${data.name}, ${codes[0]}`,
        })),
    ),
  ];
}

/** The first file: what has a name or a number. At most 12 kB compressed (checked by a test). */
export function lookupData(all: Model): LookupData {
  const counts = noteCounts(all);
  const met = (code: number) => counts.get(code) ?? 0;
  const texts = vendorTexts(all);
  const headers = headersByCode(all, met);
  return {
    codes: all.codes.map(({ data: { code, phrase, variants } }) => {
      const other = [...variants.map((variant) => variant.phrase), ...(headers.get(code) ?? [])].filter(
        (name) => name.toLowerCase() !== phrase.toLowerCase(),
      );
      return [code, phrase, joined(other), joined(texts.get(code) ?? []), met(code)];
    }),
    causes: all.causes.map(({ cause, name, names }) => [cause, name, joined(names.map((one) => one.name))]),
    classes: all.classes.map(({ digit, data }) => [digit, data.name]),
    docs: namedDocs(all),
  };
}

/** The second file: cases and the words people use. What pages say is left to full text. */
export function symptomDocs(all: Model): Doc[] {
  return [
    ...all.codes.flatMap(({ data, body }): Doc[] => [
      { k: 'code', u: `/${data.code}/`, t: `${data.code} ${data.phrase}`, w: data.words.join(' | ') },
      ...body.cases.map((item): Doc => ({
        k: 'case',
        u: `/${data.code}/#${item.id}`,
        t: item.title,
        w: item.words.join(' | '),
      })),
    ]),
    ...all.guides.flatMap(({ id, data, body }): Doc[] => [
      { k: 'guide', u: `/guides/${id}/`, t: data.title, w: data.words.join(' | ') },
      ...body.parts
        .filter((part) => part.words.length)
        .map((part): Doc => ({
          k: 'guide',
          u: `/guides/${id}/#${part.id}`,
          t: part.title,
          s: data.title,
          w: part.words.join(' | '),
        })),
    ]),
    ...all.glossary.map(({ id, data }): Doc => ({
      k: 'page',
      u: `/guides/glossary/#${id}`,
      t: data.term,
      s: 'Glossary',
      w: [data.long ?? '', ...(data.also ?? [])].filter(Boolean).join(' | '),
    })),
  ];
}
