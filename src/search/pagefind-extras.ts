/** What only search needs of a page: filters, words people use, and records for what has no page of its own. */
import type { Model } from '../content/model.ts';
import { phrasesOf, subcodesOf } from '../content/vendor-notes.ts';

export interface SearchExtras {
  filters: [name: string, value: string][];
  /** Words for the whole page. */
  words: string[];
  /** Words for a case or part, by its id. */
  sections: [id: string, words: string[]][];
}

export interface SearchRecord {
  url: string;
  content: string;
  meta: { title: string };
  filters: Record<string, string[]>;
}

/** Extras by path, and records. */
export function searchExtras({ codes, guides, vendors, causes, notesOf }: Model): {
  pages: Map<string, SearchExtras>;
  records: SearchRecord[];
} {
  const pages = new Map<string, SearchExtras>();
  for (const { data, body } of codes) {
    pages.set(`/${data.code}/`, {
      filters: [
        ['kind', 'code'],
        ['class', `${String(data.code)[0]}xx`],
        ['status', data.status],
        ...data.methods
          .filter((method) => method !== 'any')
          .map((method): [string, string] => ['method', method]),
        ...notesOf(data.code).map(({ vendor }): [string, string] => ['vendor', vendor.data.name]),
      ],
      words: [...data.words, ...data.variants.map(({ phrase }) => phrase)],
      sections: body.cases.filter(({ words }) => words.length).map(({ id, words }) => [id, words]),
    });
  }
  for (const { id, data, body } of guides)
    pages.set(`/guides/${id}/`, {
      filters: [['kind', 'guide']],
      words: data.words,
      sections: body.parts.filter(({ words }) => words.length).map((part) => [part.id, part.words]),
    });
  for (const { id, data } of vendors)
    pages.set(`/vendors/${id}/`, {
      filters: [
        ['kind', 'vendor'],
        ['vendor', data.name],
      ],
      words: [],
      sections: [],
    });
  for (const { cause } of causes)
    pages.set(`/q850/${cause}/`, { filters: [['kind', 'cause']], words: [], sections: [] });

  const records = vendors.flatMap(({ id, data }) =>
    data.notes
      .map((note) => ({ note, texts: [...subcodesOf(note), ...phrasesOf(note)] }))
      .filter(({ texts }) => texts.length)
      .map(({ note, texts }): SearchRecord => ({
        url: `/vendors/${id}/#${note.id}`,
        content: [...texts, note.text].join('. '),
        meta: { title: `${data.name}: ${texts[0]}` },
        filters: { kind: ['vendor note'], vendor: [data.name] },
      })),
  );
  return { pages, records };
}
