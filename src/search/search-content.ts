/** What only search needs of the content: filters and words of pages, and records for what has no page of its own. */
import type { Model } from '../content/model.ts';
import { phrasesOf, subcodesOf } from '../content/vendor-notes.ts';
import type { Facets } from './facets.ts';
import type { SearchWords } from './searchable-page.ts';

export interface PageForSearch {
  facets: Facets;
  words: SearchWords;
}

/** What is found by itself and leads to a place in a page. */
export interface RecordForSearch {
  /** Path below the base, with fragment. */
  path: string;
  title: string;
  content: string;
  facets: Facets;
}

export interface SearchContent {
  /** By path. Pages that are not here are found by their text alone, and by no filter. */
  pages: Map<string, PageForSearch>;
  records: RecordForSearch[];
}

const partsWithWords = (parts: readonly { id: string; words: readonly string[] }[]) =>
  parts.filter(({ words }) => words.length).map(({ id, words }) => [id, words] as const);

/** Pages by path, and a record for every vendor note that says something letter for letter. */
export function searchContent({ codes, guides, vendors, causes, notesOf }: Model): SearchContent {
  const pages = new Map<string, PageForSearch>();
  const none: SearchWords = { page: [], parts: [] };
  for (const { data, body } of codes)
    pages.set(`/${data.code}/`, {
      facets: {
        kind: ['code'],
        class: [`${String(data.code)[0]}xx`],
        method: data.methods.filter((method) => method !== 'any'),
        vendor: notesOf(data.code).map(({ vendor }) => vendor.data.name),
      },
      words: {
        page: [...data.words, ...data.variants.map(({ phrase }) => phrase)],
        parts: partsWithWords(body.cases),
      },
    });
  for (const { id, data, body } of guides)
    pages.set(`/guides/${id}/`, {
      facets: { kind: ['guide'] },
      words: { page: data.words, parts: partsWithWords(body.parts) },
    });
  for (const { id, data } of vendors)
    pages.set(`/vendors/${id}/`, { facets: { kind: ['vendor'], vendor: [data.name] }, words: none });
  for (const { cause } of causes) pages.set(`/q850/${cause}/`, { facets: { kind: ['cause'] }, words: none });

  const records = vendors.flatMap(({ id, data }) =>
    data.notes.flatMap((note): RecordForSearch[] => {
      const subcodes = subcodesOf(note);
      const phrases = phrasesOf(note);
      const title = subcodes[0] ?? phrases[0];
      if (title === undefined) return [];
      return [
        {
          path: `/vendors/${id}/#${note.id}`,
          title: `${data.name}: ${title}`,
          content: [...subcodes, ...phrases, note.text].join('. '),
          facets: { kind: ['vendor note'], vendor: [data.name] },
        },
      ];
    }),
  );
  return { pages, records };
}
