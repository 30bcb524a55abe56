/** Makes the search index from the content. Two files: names and numbers at once, symptoms right after. */
import { rfcNumber } from '../content/citation.ts';
import type { Model } from '../content/model.ts';
import { isQ850 } from '../mapping/q850.ts';
import { codesByText, codesOf, phrasesOf } from '../content/vendor-notes.ts';
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

/** The first file: what has a name or a number. At most 12 kB compressed (checked by a test). */
export function lookupData(all: Model): LookupData {
  // A vendor's verbatim text leads to its code where it belongs to one only; else it would lead astray.
  const notes = new Map<number, number>();
  for (const code of all.vendors.flatMap(({ data }) => data.notes.flatMap(codesOf)))
    notes.set(code, (notes.get(code) ?? 0) + 1);
  const vendorPhrases = new Map<number, string[]>();
  for (const vendor of all.vendors)
    for (const note of vendor.data.notes) {
      const [code, ...others] = codesOf(note);
      if (code !== undefined && others.length <= 1)
        vendorPhrases.set(code, [...(vendorPhrases.get(code) ?? []), ...phrasesOf(note)]);
    }
  const ownNames = new Map<number, string[]>();
  for (const { data } of all.tables)
    for (const row of data.rows)
      // Programs' own causes have no page; their names lead to the code they become.
      if (row.name && /^[A-Z][A-Z0-9_]+$/.test(row.name) && row.code && row.cause && !isQ850(row.cause))
        ownNames.set(row.code, [...(ownNames.get(row.code) ?? []), row.name]);
  // A header alone is asked for with the code in mind that it belongs to: Min-SE means 422.
  const ofHeader = new Map<number, string[]>();
  for (const { data: header } of all.headers) {
    const code = codeOfHeader(header.name, all.codes, (number) => notes.get(number) ?? 0);
    if (code) ofHeader.set(code, [...(ofHeader.get(code) ?? []), header.name]);
  }
  return {
    codes: all.codes.map(({ data }) => [
      data.code,
      data.phrase,
      joined(
        [...data.variants.map(({ phrase }) => phrase), ...(ofHeader.get(data.code) ?? [])].filter(
          (name) => name.toLowerCase() !== data.phrase.toLowerCase(),
        ),
      ),
      joined([...(vendorPhrases.get(data.code) ?? []), ...(ownNames.get(data.code) ?? [])]),
      notes.get(data.code) ?? 0,
    ]),
    causes: all.causes.map(({ cause, name, names }) => [cause, name, joined(names.map((one) => one.name))]),
    classes: all.classes.map(({ digit, data }) => [digit, data.name]),
    docs: [
      ...all.vendors.map(({ id, data }): Doc => ({ k: 'vendor', u: `/vendors/${id}/`, t: data.name })),
      ...all.guides.map(({ id, data }): Doc => ({ k: 'guide', u: `/guides/${id}/`, t: data.title })),
      ...all.warnings.map(({ id, data }): Doc => ({
        k: 'warning',
        u: `/warning/#warning-${id}`,
        t: `Warning ${id} ${data.text}`,
        s: data.codes.join(', '),
      })),
      ...all.headers.map(({ id, data }): Doc => ({ k: 'header', u: `/headers/#header-${id}`, t: data.name })),
      ...all.reasons.map(({ id, data }): Doc => ({
        k: 'reason',
        u: `/reason/#reason-${id}`,
        t: `Reason: ${data.token}`,
      })),
      ...all.vendors.flatMap(({ id, data }) =>
        data.notes
          .flatMap((note) => codesByText(note, 'subcode'))
          .map(({ text, codes }): Doc => ({
            k: 'note',
            u: `/${codes[0]}/#vendor-${id}`,
            t: text,
            s: `${data.name}, ${codes[0]}`,
          })),
      ),
    ],
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
  ].filter((doc) => !rfcNumber(doc.t));
}
