/** Makes the search index from the content. Two files: names and numbers at once, symptoms right after. */
import type { PageBody } from '../content/mdx.ts';
import { rfcNumber } from '../citation.ts';
import type { Doc, LookupData } from './data.ts';

interface Source {
  codes: {
    data: {
      code: number;
      phrase: string;
      meaning: string;
      customer: string;
      words: string[];
      variants: { phrase: string }[];
    };
    body: PageBody;
  }[];
  classes: { digit: string; data: { name: string; tagline: string } }[];
  causes: { cause: number; name: string; meaning: string; practice?: string | undefined; names: { name: string }[] }[];
  vendors: {
    id: string;
    data: {
      name: string;
      notes: { id: string; codes: number[]; subcode?: string | undefined; phrases?: string[] | undefined; text: string }[];
    };
  }[];
  tables: { data: { authority: string; rows: { code?: number | undefined; cause?: number | undefined; name?: string | undefined }[] } }[];
  warnings: { id: string; data: { text: string } }[];
  reasons: { id: string; data: { token: string } }[];
  headers: { id: string; data: { name: string; tells: string } }[];
  guides: { id: string; data: { title: string; summary: string; words: string[] }; body: PageBody }[];
  glossary: { id: string; data: { term: string; long?: string | undefined; also?: string[] | undefined } }[];
}

const joined = (names: readonly string[]) => [...new Set(names)].join('|');

/** The first file: what has a name or a number. At most 12 kB compressed (checked by a test). */
export function lookupData(all: Source): LookupData {
  // A vendor's verbatim text leads to its code where it belongs to one only; else it would lead astray.
  const notes = new Map<number, number>();
  for (const code of all.vendors.flatMap(({ data }) => data.notes.flatMap((note) => note.codes)))
    notes.set(code, (notes.get(code) ?? 0) + 1);
  const vendorPhrases = new Map<number, string[]>();
  for (const vendor of all.vendors)
    for (const note of vendor.data.notes)
      for (const phrase of note.phrases ?? [])
        for (const code of note.codes.length <= 2 ? note.codes.slice(0, 1) : [])
          vendorPhrases.set(code, [...(vendorPhrases.get(code) ?? []), phrase]);
  const ownNames = new Map<number, string[]>();
  for (const { data } of all.tables)
    for (const row of data.rows)
      // Programs' own causes have no page; their names lead to the code they become.
      if (row.name && /^[A-Z][A-Z0-9_]+$/.test(row.name) && row.code && (row.cause ?? 0) > 127)
        ownNames.set(row.code, [...(ownNames.get(row.code) ?? []), row.name]);
  return {
    codes: all.codes.map(({ data }) => [
      data.code,
      data.phrase,
      joined(data.variants.map(({ phrase }) => phrase).filter((name) => name.toLowerCase() !== data.phrase.toLowerCase())),
      joined([...(vendorPhrases.get(data.code) ?? []), ...(ownNames.get(data.code) ?? [])]),
      notes.get(data.code) ?? 0,
    ]),
    causes: all.causes.map(({ cause, name, names }) => [cause, name, joined(names.map((one) => one.name))]),
    classes: all.classes.map(({ digit, data }) => [digit, data.name]),
    docs: [
      ...all.vendors.map(({ id, data }): Doc => ({ k: 'vendor', u: `/vendors/${id}/`, t: data.name })),
      ...all.guides.map(({ id, data }): Doc => ({ k: 'guide', u: `/guides/${id}/`, t: data.title })),
      ...all.warnings.map(({ id, data }): Doc => ({ k: 'warning', u: `/warning/#warning-${id}`, t: `Warning ${id} ${data.text}` })),
      ...all.reasons.map(({ id, data }): Doc => ({ k: 'reason', u: `/reason/#reason-${id}`, t: `Reason: ${data.token}` })),
      ...all.vendors.flatMap(({ id, data }) =>
        data.notes
          .filter((note) => note.subcode)
          .map((note): Doc => ({
            k: 'note',
            u: `/${note.codes[0]}/#vendor-${id}`,
            t: note.subcode ?? '',
            s: `${data.name}, ${note.codes[0]}`,
          })),
      ),
    ],
  };
}

/** The second file: cases, symptoms and meanings. */
export function symptomDocs(all: Source): Doc[] {
  return [
    ...all.codes.flatMap(({ data, body }): Doc[] => [
      { k: 'code', u: `/${data.code}/`, t: `${data.code} ${data.phrase}`, w: [...data.words, data.meaning].join(' | ') },
      ...body.cases.map((item): Doc => ({
        k: 'case',
        u: `/${data.code}/#${item.id}`,
        t: item.title,
        s: `${data.code} ${data.phrase}`,
        w: item.words.join(' | '),
      })),
    ]),
    ...all.causes.map((cause): Doc => ({
      k: 'cause',
      u: `/q850/${cause.cause}/`,
      t: `Cause ${cause.cause} ${cause.name}`,
      w: cause.meaning,
    })),
    ...all.guides.flatMap(({ id, data, body }): Doc[] => [
      { k: 'guide', u: `/guides/${id}/`, t: data.title, w: [data.summary, ...data.words].join(' | ') },
      ...body.parts
        .filter((part) => part.words.length)
        .map((part): Doc => ({ k: 'guide', u: `/guides/${id}/#${part.id}`, t: part.title, s: data.title, w: part.words.join(' | ') })),
    ]),
    ...all.headers.map(({ data }): Doc => ({ k: 'header', u: `/search/?q=${encodeURIComponent(data.name)}`, t: data.name, w: data.tells })),
    ...all.glossary.map(({ id, data }): Doc => ({
      k: 'page',
      u: `/guides/glossary/#${id}`,
      t: data.term,
      s: 'Glossary',
      w: [data.long ?? '', ...(data.also ?? [])].filter(Boolean).join(' | '),
    })),
  ].filter((doc) => !rfcNumber(doc.t));
}
