/**
 * The pages of the site and the fragments that content may link to, derived from the content and from the names of the
 * site's own pages. Whoever adds a page with fragments of its own adds them here.
 */
import { isOnCodePage } from '../vendor-notes.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableName } from '../collections.ts';
import type { Model } from '../model.ts';
import type { Entry } from '../read.ts';
import { sections } from '../sections.ts';
import { unregisteredNumbers } from '../../sip/unregistered.ts';

const pagesFolder = join(import.meta.dirname, '../../pages');

/** Pages without a parameter in their name, each with the ids written in it. */
function ownPages(): Map<string, Set<string>> {
  return new Map(
    readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.astro') && !name.includes('['))
      .map((name) => {
        const path = `/${name.replace(/(^|\/)index\.astro$/, '$1').replace(/\.astro$/, '/')}`;
        const text = readFileSync(join(pagesFolder, name), 'utf8');
        return [path, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))];
      }),
  );
}

/** Files that programs fetch, from the names of what makes them; `[code]` stands for each code. */
function dataFiles(codes: readonly string[]): string[] {
  return readdirSync(pagesFolder)
    .filter((name) => /^[^\]]+(\])?\.\w+\.ts$/.test(name))
    .flatMap((name) => {
      const path = `/${name.replace(/\.ts$/, '')}`;
      return path.includes('[code]') ? codes.map((code) => path.replace('[code]', code)) : [path];
    });
}

let own: Map<string, Set<string>> | undefined;

/** A page: its fragments, and whether there may be more, because its file could not be read. */
export interface Route {
  fragments: Set<string>;
  open: boolean;
  /** The file of content that makes it, if one does. */
  file?: string;
  /** The page of a number that is no code. */
  unregistered?: true;
}

/** Texts under a key of entries, faulty ones included. */
const valuesOf = (entries: readonly Entry[], key: string): string[] =>
  entries.map(({ data }) => String((data as Record<string, unknown> | null | undefined)?.[key]));

/** Every page of the site by its path. */
export function routesOf(model: Model): Map<string, Route> {
  const { content } = model;
  const routes = new Map<string, Route>();
  own ??= ownPages();
  for (const [path, ids] of own) routes.set(path, { fragments: new Set(ids), open: false });
  for (const path of dataFiles(content.codes.map(({ id }) => id)))
    routes.set(path, { fragments: new Set(), open: false });
  const page = (path: string, file: string, fragments: Iterable<string>, open = false) =>
    routes.set(path, { fragments: new Set(fragments), open, file });
  const add = (path: string, ids: Iterable<string>) => {
    const route = routes.get(path);
    for (const id of ids) route?.fragments.add(id);
  };
  const ids = (name: TableName) => (content.tables.get(name) ?? []).map(({ id }) => id);

  /** Every case has a short address beside the page it stands on. */
  const shortAddresses = (path: string, file: string, cases: readonly { id: string }[]) => {
    for (const item of cases) page(`${path}${item.id}/`, file, []);
  };
  const values = (name: TableName, key: string) => valuesOf(content.tables.get(name) ?? [], key);

  const bodiesAddedTo = (page: string) =>
    content.ownCases.filter(({ of }) => of === page).map(({ body }) => body);

  const wholeVendors = new Set(model.vendors.map(({ id }) => id));
  const faultyVendors = content.vendors.filter(({ id }) => !wholeVendors.has(id)).map(({ id }) => id);
  for (const { file, id, body } of content.codes) {
    const bodies = [body, ...bodiesAddedTo(id)];
    page(`/${id}/`, file, [
      ...sections.map((section) => section.id),
      'phrases',
      ...bodies.flatMap(({ cases, parts }) => [...cases, ...parts].map((one) => one.id)),
      ...[
        ...model
          .notesOf(Number(id))
          .filter(({ notes }) => notes.some(isOnCodePage))
          .map(({ vendor }) => vendor.id),
        ...faultyVendors,
      ].map((vendor) => `vendor-${vendor}`),
    ]);
    shortAddresses(
      `/${id}/`,
      file,
      bodies.flatMap(({ cases }) => cases),
    );
  }
  for (const { file, id, body } of content.guides)
    page(`/guides/${id}/`, file, ['codes', 'sources', ...body.parts.map((part) => part.id)]);
  for (const { file, id, data } of content.vendors) {
    const notes = [{ data }, ...content.ownNotes.filter((one) => one.id === id)].flatMap(
      (one) => (one.data as { notes?: unknown } | undefined)?.notes ?? [],
    );
    page(
      `/vendors/${id}/`,
      file,
      [
        'notes',
        'phrases',
        'texts',
        ...(JSON.stringify(notes).includes('"subcode":') ? ['subcodes'] : []),
        ...notes.map((note) => String((note as { id?: unknown } | null)?.id)),
      ],
      data === undefined || data === null,
    );
  }
  for (const id of ids('causes')) {
    const cases = [
      ...content.q850.filter((one) => one.id === id).map(({ body }) => body),
      ...bodiesAddedTo(`q850-${id}`),
    ].flatMap((body) => body.cases);
    page(`/q850/${id}/`, 'content/causes.yaml', [
      ...['notations', 'which', 'cases', 'commands', 'to-sip', 'from-sip', 'sources'],
      ...cases.map((item) => item.id),
    ]);
    shortAddresses(`/q850/${id}/`, `content/q850/${id}.mdx`, cases);
  }
  for (const id of ids('classes')) page(`/${id}xx/`, 'content/classes.yaml', []);

  // Pages whose file could not be read exist all the same; what is on them is not known.
  for (const { file } of content.problems) {
    const name = /^content\/(?:own\/)?(codes|guides|q850|vendors)\/([\w-]+)\.\w+$/.exec(file);
    if (!name) continue;
    const path = name[1] === 'codes' ? `/${name[2]}/` : `/${name[1]}/${name[2]}/`;
    const known = routes.get(path);
    if (known) known.open = true;
    else page(path, file, [], true);
  }

  const moved = new Set(model.redirects.map(({ from }) => from));
  for (const number of unregisteredNumbers((code) => routes.has(`/${code}/`) || moved.has(`/${code}/`)))
    routes.set(`/${number}/`, { fragments: new Set(), open: false, unregistered: true });

  const tablePages = {
    headers: '/headers/',
    reasons: '/reason/',
    warnings: '/warning/',
    glossary: '/guides/glossary/',
    sources: '/sources/',
    causes: '/q850/',
  } as const;
  for (const [name, path] of Object.entries(tablePages)) {
    const route = routes.get(path);
    if (route && !content.tables.get(name as TableName)?.length) route.open = true;
  }

  add(
    '/headers/',
    ids('headers').map((id) => `header-${id}`),
  );
  add(
    '/reason/',
    ids('reasons').map((id) => `reason-${id}`),
  );
  add(
    '/warning/',
    ids('warnings').map((id) => `warning-${id}`),
  );
  add('/guides/glossary/', ids('glossary'));
  add('/guides/commands/', ids('commands'));
  add('/sources/', [...ids('sources'), ...values('sources', 'kind')]);
  add('/lists/', ids('sources'));
  add('/vendors/', valuesOf(content.vendors, 'kind'));
  add(
    '/q850/',
    values('causes', 'class').map((name) => name.replaceAll(' ', '-')),
  );
  add(
    '/mapping/',
    model.tables.flatMap(({ data }) =>
      data.rows.flatMap(({ code, cause }) => [`sip-${code}`, `cause-${cause}`]),
    ),
  );
  const mapping = routes.get('/mapping/');
  if (mapping && model.tables.length < content.mappings.length) mapping.open = true;
  return routes;
}

/** Path and fragment of an address of this site; questions are left out. */
export function splitAddress(address: string): { path: string; fragment: string } {
  const [before = '', fragment = ''] = address.split('#', 2);
  return { path: before.replace(/\?.*$/, ''), fragment };
}

/** Whether an address leads to a page, and to a place on it. */
export function leadsSomewhere(routes: ReadonlyMap<string, Route>, address: string): boolean {
  const { path, fragment } = splitAddress(address);
  const route = routes.get(path);
  if (!route) return false;
  // What is asked of the search stands behind the sign of a fragment, so that it is not sent.
  if (!fragment || route.open || (path === '/search/' && fragment.startsWith('q='))) return true;
  return route.fragments.has(fragment);
}
