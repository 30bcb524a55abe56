/** What the content names: codes, sources, notes and so on. Files with a fault keep their names, so that one fault stays one problem. */
import type { z } from 'astro/zod';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TableName, tableSchemas } from '../collections.ts';
import type { Model } from '../model.ts';
import { pathsLeftOut } from '../own.ts';
import { type Entry, isOwn, ownFolder } from '../read.ts';
import type { Typed } from '../validate.ts';
import { folders } from './files.ts';
import { leadsSomewhere, type Route, routesOf, splitAddress } from './routes.ts';

/** Rows of a table that keep their schema, each with its place in the file. */
export function rowsOf<N extends TableName>(
  model: Model,
  name: N,
): Typed<z.infer<(typeof tableSchemas)[N]>>[] {
  return (model.content.tables.get(name) ?? []).flatMap((entry) => {
    const result = tableSchemas[name].safeParse(entry.data);
    return result.success ? [{ ...entry, data: result.data as z.infer<(typeof tableSchemas)[N]> }] : [];
  });
}

export interface Moved {
  from: string;
  to: string;
  entry: Entry;
}

export interface Known {
  routes: Map<string, Route>;
  redirects: Moved[];
  /** Paths of pages that a copy leaves out. */
  leftOut: ReadonlySet<string>;
  /** Addresses published before that lead nowhere now and are not redirected, each with the file it should come from. */
  gone: Map<string, string>;
  /** Whether an address leads to a page, or did until its file was lost, which is reported as such. */
  leads(address: string): boolean;
  /** Whether something of a name is known, faulty and lost files included. */
  hasCode(code: number): boolean;
  hasCause(cause: number): boolean;
  hasVendor(id: string): boolean;
  hasTerm(id: string): boolean;
  hasSource(key: string): boolean;
  hasNote(id: string): boolean;
  /** Texts of the files that could not be read, run together. */
  unread: string;
  /** Nothing that should be there is missing, so that what is used nowhere can be told. */
  whole: boolean;
}

/** Lists of addresses that were published: upstream’s, and that of a copy. */
export const permalinkFiles = ['tests/permalinks.txt', `${ownFolder}/permalinks.txt`];

/** Addresses that were published, each with the list that has it. */
function publishedIn(root: string): Map<string, string> {
  return new Map(
    permalinkFiles.flatMap((file) => {
      const path = join(root, file);
      const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
      return lines.map((address) => [address, file] as const);
    }),
  );
}

/** The file of a copy that an address of its own comes from. */
function ownFileOf(file: string, path: string, fragment: string): string {
  const [, page] = /^\/(\d{3}|q850\/\d+)\/$/.exec(path) ?? [];
  return page && fragment
    ? `${ownFolder}/cases/${page.replace('/', '-')}/${fragment}.mdx`
    : file.replace('content', ownFolder);
}

/** The file an address comes from; undefined for one that the content alone cannot judge. */
function fileOf(path: string, fragment: string): string | undefined {
  const [, code] = /^\/(\d{3})\/$/.exec(path) ?? [];
  if (code) return `content/codes/${code}.mdx`;
  const [, guide] = /^\/guides\/([\w-]+)\/$/.exec(path) ?? [];
  if (guide && guide !== 'glossary') return `content/guides/${guide}.mdx`;
  const [, vendor] = /^\/vendors\/([\w-]+)\/$/.exec(path) ?? [];
  if (vendor) return `content/vendors/${vendor}.yaml`;
  if (/^\/q850\/\d+\/$/.test(path)) return 'content/causes.yaml';
  if (/^\/\dxx\/$/.test(path)) return 'content/classes.yaml';
  if (!fragment) return undefined;
  if (path === '/guides/glossary/') return 'content/glossary.yaml';
  if (path === '/headers/' && fragment.startsWith('header-')) return 'content/headers.yaml';
  if (path === '/reason/' && fragment.startsWith('reason-')) return 'content/reasons.yaml';
  if (path === '/warning/' && fragment.startsWith('warning-')) return 'content/warnings.yaml';
  if (path === '/sources/') return 'content/sources.yaml';
  return undefined;
}

/** Addresses that are gone; of what comes from a lost file nothing is said. */
function goneFrom(
  published: ReadonlyMap<string, string>,
  routes: Map<string, Route>,
  redirects: readonly Moved[],
  lost: (file: string) => boolean,
): Map<string, string> {
  const gone = new Map<string, string>();
  const moved = new Set(redirects.map(({ from }) => from));
  for (const [address, list] of published) {
    const { path, fragment } = splitAddress(address);
    const upstream = fileOf(path, fragment);
    const file = upstream && isOwn(list) ? ownFileOf(upstream, path, fragment) : upstream;
    // A page that moved takes its fragments along. A class that is missing is reported by its codes.
    if (!file || file === 'content/classes.yaml' || lost(file) || moved.has(address) || moved.has(path))
      continue;
    const route = routes.get(path);
    const [, vendor] = /^vendor-(.+)$/.exec(fragment) ?? [];
    // A number that was a code has fragments; without its file it has the page of an unregistered number.
    if (!route || (route.unregistered && fragment)) gone.set(path, file);
    else if (route.open || !fragment || route.fragments.has(fragment)) continue;
    else if (!vendor) gone.set(address, file);
    // The place of a vendor on a code page comes from the notes of the vendor.
    else if (routes.has(`/vendors/${vendor}/`)) gone.set(address, `content/vendors/${vendor}.yaml`);
  }
  return gone;
}

/** What checkFiles found out. */
interface Found {
  /** Files that are no text. */
  unreadable: ReadonlySet<string>;
  /** Files that nothing reads, without their endings and in lower case. */
  strays: ReadonlySet<string>;
}

const stem = (file: string) => file.replace(/\.\w+$/, '').toLowerCase();

/** @param short whether a mapping table is missing. */
export function knownOf(model: Model, { unreadable, strays }: Found, short = false): Known {
  const { content } = model;
  const published = publishedIn(content.root);
  const routes = routesOf(model);
  const redirects = rowsOf(model, 'redirects').map((entry) => ({
    from: entry.data.from,
    to: entry.data.to,
    entry: { ...entry, data: entry.data },
  }));
  const faulty = new Set([...content.problems.map(({ file }) => file), ...unreadable]);
  const missing = (name: TableName) => !content.tables.get(name)?.length;
  /** A file that cannot be read, or whose folder is gone, or that lies there under another name: reported as such. */
  const lost = (file: string): boolean => {
    const [, table] = /^content\/(?:own\/)?(\w+)\.yaml$/.exec(file) ?? [];
    return (
      faulty.has(file) ||
      strays.has(stem(file)) ||
      (table !== undefined && missing(table as TableName)) ||
      (!isOwn(file) && !existsSync(join(content.root, dirname(file))))
    );
  };
  const gone = goneFrom(published, routes, redirects, lost);
  const leads = (address: string): boolean => {
    const { path, fragment } = splitAddress(address);
    const file = fileOf(path, fragment);
    return (
      leadsSomewhere(routes, address) ||
      gone.has(address) ||
      gone.has(path) ||
      (file !== undefined && lost(file))
    );
  };

  const unread = [
    ...[...faulty].map((file) => content.texts.get(file) ?? ''),
    ...[...strays].map((name) => `${name}\n`),
  ].join('\n');
  const ids = (name: TableName) => new Set((content.tables.get(name) ?? []).map(({ id }) => id));
  const [sources, causes, terms] = [ids('sources'), ids('causes'), ids('glossary')];
  const notes = new Set(
    [...content.vendors, ...content.ownNotes].flatMap(({ data }) => {
      const list = (data as { notes?: unknown } | null | undefined)?.notes;
      return Array.isArray(list) ? list.map((note) => String((note as { id?: unknown } | null)?.id)) : [];
    }),
  );
  return {
    routes,
    redirects,
    leftOut: new Set(pathsLeftOut(model.omit)),
    gone,
    leads,
    hasCode: (code) => {
      const path = `/${code}/`;
      return routes.get(path)?.unregistered ? gone.has(path) || lost(fileOf(path, '') ?? '') : leads(path);
    },
    hasCause: (cause) => causes.has(String(cause)) || leads(`/q850/${cause}/`),
    hasVendor: (id) => leads(`/vendors/${id}/`),
    hasTerm: (id) => terms.has(id) || leads(`/guides/glossary/#${id}`),
    hasSource: (key) => sources.has(key) || leads(`/sources/#${key}`),
    hasNote: (id) =>
      notes.has(id) ||
      // The file of the vendor is lost or gone: that is the problem, not every citation of its notes.
      unread.includes(`id: ${id}`) ||
      [...published.keys()].some((address) => address.endsWith(`/#${id}`) && leads(address)),
    unread,
    whole:
      ![...gone.keys()].some((address) => !address.includes('#')) &&
      ![...faulty].some((file) => isPage(file) && !content.texts.get(file)?.includes('\n')) &&
      ![...unreadable].some(isPage) &&
      !strays.size &&
      !short &&
      folders.every((folder) => existsSync(join(content.root, folder))) &&
      tablesThere(model),
  };
}

const isPage = (file: string) => /^content\/(own\/)?(codes|guides|q850|cases)\//.test(file);

function tablesThere({ content }: Model): boolean {
  return (['sources', 'causes', 'classes', 'headers', 'warnings', 'reasons', 'glossary'] as const).every(
    (name) =>
      content.tables.get(name)?.length ||
      content.problems.some(({ file }) => file === `content/${name}.yaml`),
  );
}
