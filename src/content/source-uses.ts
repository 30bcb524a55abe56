/** Which pages rest on which source. */
import { parseCitation } from './citation.ts';
import type { PageBody } from './page-body.ts';

interface Facts {
  code: number;
  defined: string[];
  sources: string[];
  retry: { sources: string[] };
  dialog?: { source: string } | undefined;
  headers: { source: string }[];
  variants: { source: string }[];
  lists?: { who: string[]; source: string }[] | undefined;
}

interface Everything {
  codes: { data: Facts; body: PageBody }[];
  guides: { id: string; data: { title: string; sources: string[] }; body: PageBody }[];
  vendors: { id: string; data: { name: string; notes: { source: object }[] } }[];
  tables: { data: { source?: string | undefined } }[];
  classes: { digit: string; data: { sources: string[] } }[];
  causes: { cause: number; sources: string[] }[];
  warnings: { data: { source: string } }[];
  reasons: { data: { source: string } }[];
  glossary: { data: { source?: string | undefined } }[];
}

export interface Use {
  path: string;
  /** Short name of the page, as a list of uses shows it. */
  name: string;
}

/** Every citation on a code page, body and front matter. */
export function citationsOfCode({ data, body }: { data: Facts; body: PageBody }): string[] {
  return [
    ...data.defined,
    ...data.sources,
    ...data.retry.sources,
    ...(data.dialog ? [data.dialog.source] : []),
    ...data.headers.map(({ source }) => source),
    ...data.variants.map(({ source }) => source),
    ...(data.lists ?? []).flatMap(({ who, source }) => [...who, source]),
    ...body.citations.map(({ id }) => id),
  ];
}

/** Pages by source key, each page once, in the order of the site. */
export function usesOfSources(all: Everything): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (ids: (string | undefined)[], use: Use) => {
    for (const id of ids) {
      if (!id) continue;
      const { key } = parseCitation(id);
      const list = uses.get(key) ?? [];
      if (!list.some(({ path }) => path === use.path)) uses.set(key, [...list, use]);
    }
  };
  for (const code of all.codes)
    add(citationsOfCode(code), { path: `/${code.data.code}/`, name: String(code.data.code) });
  for (const one of all.classes) add(one.data.sources, { path: `/${one.digit}xx/`, name: `${one.digit}xx` });
  for (const guide of all.guides)
    add([...guide.data.sources, ...guide.body.citations.map(({ id }) => id)], {
      path: `/guides/${guide.id}/`,
      name: guide.data.title,
    });
  for (const vendor of all.vendors)
    add(
      vendor.data.notes.map(({ source }) => (source as { cite?: string }).cite),
      { path: `/vendors/${vendor.id}/`, name: vendor.data.name },
    );
  add(
    all.tables.map(({ data }) => data.source),
    { path: '/mapping/', name: 'Mapping' },
  );
  add(
    all.causes.flatMap(({ sources }) => sources),
    { path: '/q850/', name: 'Q.850' },
  );
  add(
    all.warnings.map(({ data }) => data.source),
    { path: '/warning/', name: 'Warning' },
  );
  add(
    all.reasons.map(({ data }) => data.source),
    { path: '/reason/', name: 'Reason' },
  );
  add(
    all.glossary.map(({ data }) => data.source),
    { path: '/guides/glossary/', name: 'Glossary' },
  );
  return uses;
}
