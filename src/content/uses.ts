/** Which citations stand where, and so which pages rest on which source. The one list that pages and checks share. */
import { parseCitation } from './citation.ts';
import type { TableName } from './collections.ts';
import type { AnyPage, Model } from './model.ts';
import { pathOfPage } from './own.ts';
import type { Entry, Path } from './read.ts';
import { commandTaskSchema } from './schemas/commands.ts';

/** A page that rests on a source. */
export interface Use {
  path: string;
  /** Short name of the page, as a list of uses shows it. */
  name: string;
}

/** A citation and where it stands. */
export interface Citing {
  id: string;
  /** Keys of the front matter or entry that lead to it; empty for one in the text. */
  at: Path;
  /** Line of the file, from 1. */
  line: number;
  /** Set where the source is named because it is wrong: the page does not rest on it. */
  contradicted?: true;
}

type Place = Pick<Entry, 'lineOf'>;

const cited = (entry: Place, at: Path, id: string | undefined): Citing[] =>
  id ? [{ id, at, line: entry.lineOf(at) }] : [];

const listed = (entry: Place, at: Path, ids: readonly string[]): Citing[] =>
  ids.flatMap((id, place) => cited(entry, [...at, place], id));

/** Every citation on a page, front matter before text. */
export function citationsOf(page: AnyPage): Citing[] {
  const { data, body, offset } = page;
  const front =
    'defined' in data
      ? [
          ...listed(page, ['defined'], data.defined),
          ...listed(page, ['sources'], data.sources),
          ...listed(page, ['retry', 'sources'], data.retry.sources),
          ...cited(page, ['dialog', 'source'], data.dialog?.source),
          ...data.headers.flatMap(({ source }, at) => cited(page, ['headers', at, 'source'], source)),
          ...data.variants.flatMap(({ source }, at) => cited(page, ['variants', at, 'source'], source)),
          ...(data.lists ?? []).flatMap(({ who, source }, at) => [
            ...listed(page, ['lists', at, 'who'], who).map((one): Citing => ({ ...one, contradicted: true })),
            ...cited(page, ['lists', at, 'source'], source),
          ]),
        ]
      : 'printed' in data
        ? data.printed.flatMap(({ source }, at) => cited(page, ['printed', at, 'source'], source))
        : 'sources' in data
          ? listed(page, ['sources'], data.sources)
          : [];
  return [...front, ...body.citations.map(({ id, line }) => ({ id, at: [], line: line + offset }))];
}

/** The page that shows an entry of a table, by the table and the entry's id. */
const pageOfTable: Partial<Record<TableName, (id: string) => Use>> = {
  classes: (id) => ({ path: `/${id}xx/`, name: `${id}xx` }),
  unregistered: (id) => ({ path: `/${id}/`, name: id }),
  causes: () => ({ path: '/q850/', name: 'Q.850' }),
  headers: () => ({ path: '/headers/', name: 'Header fields' }),
  warnings: () => ({ path: '/warning/', name: 'Warning' }),
  reasons: () => ({ path: '/reason/', name: 'Reason' }),
  glossary: () => ({ path: '/guides/glossary/', name: 'Glossary' }),
};

/** Citations of an entry of a table: its `source`, its `sources`, or those of what it `means` elsewhere. */
function citationsOfRow(entry: Entry): Citing[] {
  const { source, sources, means } = (entry.data ?? {}) as Record<string, unknown>;
  return [
    ...(Array.isArray(means) ? means : []).flatMap((one: { source?: unknown } | null, at) =>
      typeof one?.source === 'string' ? cited(entry, ['means', at, 'source'], one.source) : [],
    ),
    ...(typeof source === 'string' ? cited(entry, ['source'], source) : []),
    ...(Array.isArray(sources) ? listed(entry, ['sources'], sources.map(String)) : []),
  ];
}

/** Citations of the commands of a task. */
function citationsOfTask(task: Entry): Citing[] {
  const { data } = commandTaskSchema.safeParse(task.data);
  return (data?.commands ?? []).flatMap(({ source }, at) =>
    'cite' in source ? cited(task, ['commands', at, 'source', 'cite'], source.cite) : [],
  );
}

/** Every citation in the content, with its file and the page that shows it, in the order of the site. */
export function everyCitation(model: Model): (Citing & { file: string; use?: Use | undefined })[] {
  const of = (file: string, citations: Citing[], use: Use | undefined) =>
    citations.map((citing) => ({ ...citing, file, use }));
  const table = (name: TableName) =>
    (model.content.tables.get(name) ?? []).flatMap((entry) =>
      of(entry.file, citationsOfRow(entry), pageOfTable[name]?.(entry.id)),
    );
  return [
    ...model.codes.flatMap((page) =>
      of(page.file, citationsOf(page), { path: `/${page.id}/`, name: page.id }),
    ),
    ...table('classes'),
    ...model.guides.flatMap((page) =>
      of(page.file, citationsOf(page), { path: `/guides/${page.id}/`, name: page.data.title }),
    ),
    ...model.q850.flatMap((page) =>
      of(page.file, citationsOf(page), { path: `/q850/${page.id}/`, name: `Cause ${page.id}` }),
    ),
    ...model.ownCases.flatMap((page) => {
      const name = page.of.replace('q850-', 'Cause ');
      return of(page.file, citationsOf(page), { path: pathOfPage(page.of), name });
    }),
    ...[...model.vendors, ...model.ownNotes].flatMap((vendor) =>
      vendor.data.notes.flatMap(({ source }, at) =>
        'cite' in source
          ? of(vendor.file, cited(vendor, ['notes', at, 'source', 'cite'], source.cite), {
              path: `/vendors/${vendor.id}/`,
              name: model.vendorById.get(vendor.id)?.data.name ?? vendor.id,
            })
          : [],
      ),
    ),
    ...model.tables.flatMap((entry) =>
      of(entry.file, cited(entry, ['source'], entry.data.source), { path: '/mapping/', name: 'Mapping' }),
    ),
    ...[...model.content.tables.keys()].filter((name) => name !== 'classes').flatMap(table),
    ...(model.content.tables.get('commands') ?? []).flatMap((task) =>
      of(task.file, citationsOfTask(task), undefined),
    ),
  ];
}

/** Pages by source key, each page once, in the order of the site. */
export function usesOfSources(model: Model): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { id, use } of everyCitation(model)) {
    if (!use) continue;
    const { key } = parseCitation(id);
    const list = uses.get(key) ?? [];
    if (!list.some(({ path }) => path === use.path)) uses.set(key, [...list, use]);
  }
  return uses;
}
