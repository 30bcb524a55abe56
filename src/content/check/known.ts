/** What the content names: codes, sources, notes and so on. Files with a fault keep their names, so that one fault stays one problem. */
import type { z } from 'astro/zod';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TableName, tableSchemas } from '../collections.ts';
import type { Model } from '../model.ts';
import type { Entry } from '../read.ts';
import type { Typed } from '../validate.ts';
import { type Route, routesOf, splitAddress } from './routes.ts';

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
  /** Addresses published before that lead nowhere now and are not redirected, each with the file it should come from. */
  gone: Map<string, string>;
  /** Whether something of a name is known, faulty or gone files included. */
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

/** Addresses that were published, from tests/permalinks.txt and content/permalinks.txt of a copy of its own. */
export function publishedIn(root: string): string[] {
  return ['tests/permalinks.txt', 'content/permalinks.txt'].flatMap((file) => {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  });
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
  if (!fragment) return undefined;
  if (path === '/guides/glossary/') return 'content/glossary.yaml';
  if (path === '/headers/' && fragment.startsWith('header-')) return 'content/headers.yaml';
  if (path === '/reason/' && fragment.startsWith('reason-')) return 'content/reasons.yaml';
  if (path === '/warning/' && fragment.startsWith('warning-')) return 'content/warnings.yaml';
  if (path === '/sources/') return 'content/sources.yaml';
  return undefined;
}

function goneFrom(
  published: readonly string[],
  routes: Map<string, Route>,
  redirects: readonly Moved[],
  broken: (file: string) => boolean,
): Map<string, string> {
  const gone = new Map<string, string>();
  const moved = new Set(redirects.map(({ from }) => from));
  for (const address of published) {
    const { path, fragment } = splitAddress(address);
    const file = fileOf(path, fragment);
    // A page that moved takes its fragments along.
    if (!file || broken(file) || moved.has(address) || moved.has(path)) continue;
    const route = routes.get(path);
    if (!route) gone.set(path, file);
    else if (fragment && !route.open && !route.fragments.has(fragment)) gone.set(address, file);
  }
  return gone;
}

export function knownOf(model: Model): Known {
  const { content } = model;
  const routes = routesOf(model);
  const redirects = rowsOf(model, 'redirects').map((entry) => ({
    from: entry.data.from,
    to: entry.data.to,
    entry: { ...entry, data: entry.data },
  }));
  const faulty = new Set(content.problems.map(({ file }) => file));
  const unread = [...faulty].map((file) => content.texts.get(file) ?? '').join('\n');
  const missing = (name: TableName) => !content.tables.get(name)?.length;
  const gone = goneFrom(publishedIn(content.root), routes, redirects, (file) => {
    const table = /^content\/(\w+)\.yaml$/.exec(file)?.[1] as TableName | undefined;
    return faulty.has(file) || (table !== undefined && missing(table));
  });

  const ids = (name: TableName) => new Set((content.tables.get(name) ?? []).map(({ id }) => id));
  const [sources, causes, terms] = [ids('sources'), ids('causes'), ids('glossary')];
  const notes = new Set(
    content.vendors.flatMap(({ data }) => {
      const list = (data as { notes?: unknown } | undefined)?.notes;
      return Array.isArray(list) ? list.map((note) => String((note as { id?: unknown } | null)?.id)) : [];
    }),
  );
  const goneNotes = new Set([...gone.keys()].map((address) => splitAddress(address).fragment));
  const leads = (path: string) => routes.has(path) || gone.has(path);
  const published = publishedIn(content.root);
  return {
    routes,
    redirects,
    gone,
    hasCode: (code) => leads(`/${code}/`),
    hasCause: (cause) => missing('causes') || causes.has(String(cause)) || gone.has(`/q850/${cause}/`),
    hasVendor: (id) => leads(`/vendors/${id}/`),
    hasTerm: (id) => missing('glossary') || terms.has(id) || gone.has(`/guides/glossary/#${id}`),
    hasSource: (key) => missing('sources') || sources.has(key) || gone.has(`/sources/#${key}`),
    hasNote: (id) =>
      notes.has(id) ||
      goneNotes.has(id) ||
      // The vendor's file is gone or cannot be read: that is the problem, not every citation of its notes.
      unread.includes(`id: ${id}`) ||
      published.some((address) => address.endsWith(`/#${id}`) && gone.has(splitAddress(address).path)),
    unread,
    whole: ![...gone.keys()].some((address) => !address.includes('#')) && tablesThere(model),
  };
}

function tablesThere({ content }: Model): boolean {
  return (['sources', 'causes', 'classes', 'headers', 'warnings', 'reasons', 'glossary'] as const).every(
    (name) =>
      content.tables.get(name)?.length ||
      content.problems.some(({ file }) => file === `content/${name}.yaml`),
  );
}
