/** What only search needs of a page: filters, words people use, and records for what has no page of its own. */
import { type CodeData, codeSchema } from '../content/schemas/codes.ts';
import { type GuideData, guideSchema } from '../content/schemas/others.ts';
import { type VendorData, vendorSchema } from '../content/schemas/vendors.ts';
import type { Content } from '../content/read.ts';

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
export function searchExtras(content: Content): {
  pages: Map<string, SearchExtras>;
  records: SearchRecord[];
} {
  const vendors = content.vendors.map(({ id, data }) => ({
    id,
    data: vendorSchema.parse(data) satisfies VendorData,
  }));
  const pages = new Map<string, SearchExtras>();
  for (const { data: raw, body } of content.codes) {
    const data: CodeData = codeSchema.parse(raw);
    const own = vendors.filter((vendor) => vendor.data.notes.some((note) => note.codes.includes(data.code)));
    pages.set(`/${data.code}/`, {
      filters: [
        ['kind', 'code'],
        ['class', `${String(data.code)[0]}xx`],
        ['status', data.status],
        ...data.methods
          .filter((method) => method !== 'any')
          .map((method): [string, string] => ['method', method]),
        ...own.map((vendor): [string, string] => ['vendor', vendor.data.name]),
      ],
      words: [...data.words, ...data.variants.map(({ phrase }) => phrase)],
      sections: body.cases.filter(({ words }) => words.length).map(({ id, words }) => [id, words]),
    });
  }
  for (const { id, data: raw, body } of content.guides) {
    const data: GuideData = guideSchema.parse(raw);
    pages.set(`/guides/${id}/`, {
      filters: [['kind', 'guide']],
      words: data.words,
      sections: body.parts.filter(({ words }) => words.length).map((part) => [part.id, part.words]),
    });
  }
  for (const { id, data } of vendors)
    pages.set(`/vendors/${id}/`, {
      filters: [
        ['kind', 'vendor'],
        ['vendor', data.name],
      ],
      words: [],
      sections: [],
    });
  for (const { id } of content.tables.get('causes') ?? [])
    pages.set(`/q850/${id}/`, { filters: [['kind', 'cause']], words: [], sections: [] });

  const records = vendors.flatMap(({ id, data }) =>
    data.notes
      .filter((note) => note.subcode || note.phrases?.length)
      .map((note): SearchRecord => ({
        url: `/vendors/${id}/#${note.id}`,
        content: [note.subcode, ...(note.phrases ?? []), note.text].filter(Boolean).join('. '),
        meta: { title: `${data.name}: ${note.subcode ?? note.phrases?.[0] ?? ''}` },
        filters: { kind: ['vendor note'], vendor: [data.name] },
      })),
  );
  return { pages, records };
}
