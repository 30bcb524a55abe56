/** Everything the pages show, read once per build from the collections. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { citationLabel, derivedUrl, parseCitation } from './citation.ts';
import { type PageBody, readBody } from './page-body.ts';
import type { Table } from '../mapping/agreement.ts';
import type { VendorNote } from './schemas/vendors.ts';
import { href } from '../frame/url.ts';

export interface CodeEntry {
  entry: CollectionEntry<'codes'>;
  data: CollectionEntry<'codes'>['data'];
  body: PageBody;
}

export interface GuideEntry {
  entry: CollectionEntry<'guides'>;
  id: string;
  data: CollectionEntry<'guides'>['data'];
  body: PageBody;
}

export interface VendorEntry {
  id: string;
  data: CollectionEntry<'vendors'>['data'];
}

const inOrder = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id, 'en', { numeric: true });

async function load() {
  const [
    codes,
    guides,
    vendors,
    mappings,
    sources,
    causes,
    classes,
    warnings,
    reasons,
    glossary,
    situations,
    changes,
    redirects,
    headers,
  ] = await Promise.all([
    getCollection('codes'),
    getCollection('guides'),
    getCollection('vendors'),
    getCollection('mappings'),
    getCollection('sources'),
    getCollection('causes'),
    getCollection('classes'),
    getCollection('warnings'),
    getCollection('reasons'),
    getCollection('glossary'),
    getCollection('situations'),
    getCollection('changes'),
    getCollection('redirects'),
    getCollection('headers'),
  ]);
  const sourceById = new Map(sources.map(({ id, data }) => [id, data]));
  const sortedVendors: VendorEntry[] = vendors
    .map(({ id, data }) => ({ id, data }))
    .sort((a, b) => a.data.order - b.data.order || a.data.name.localeCompare(b.data.name));
  const noteById = new Map<string, { vendor: VendorEntry; note: VendorNote }>();
  for (const vendor of sortedVendors)
    for (const note of vendor.data.notes) noteById.set(note.id, { vendor, note });

  return {
    codes: codes
      .map((entry): CodeEntry => ({ entry, data: entry.data, body: readBody(entry.body ?? '') }))
      .sort((a, b) => a.data.code - b.data.code),
    guides: guides
      .map((entry): GuideEntry => ({
        entry,
        id: entry.id,
        data: entry.data,
        body: readBody(entry.body ?? ''),
      }))
      .sort((a, b) => a.data.order - b.data.order),
    vendors: sortedVendors,
    noteById,
    tables: mappings.map(({ id, data }): Table => ({ id, data })),
    sources: sources.map(({ id, data }) => ({ id, data })),
    sourceById,
    causes: causes.map(({ data }) => data).sort((a, b) => a.cause - b.cause),
    classes: classes
      .map(({ id, data }) => ({ digit: id, data }))
      .sort((a, b) => a.digit.localeCompare(b.digit)),
    warnings: warnings.map(({ id, data }) => ({ id, data })).sort(inOrder),
    reasons: reasons.map(({ id, data }) => ({ id, data })),
    glossary: glossary
      .map(({ id, data }) => ({ id, data }))
      .sort((a, b) => a.data.term.localeCompare(b.data.term, 'en', { sensitivity: 'base' })),
    situations: situations.sort(inOrder).map(({ data }) => data),
    headers: headers.map(({ id, data }) => ({ id, data })).sort(inOrder),
    redirects: redirects.map(({ data }) => data),
    changes: changes.sort(inOrder).map(({ data }) => data),
  };
}

export type Site = Awaited<ReturnType<typeof load>>;

let loaded: Promise<Site> | undefined;

/** The whole content; read and parsed once, whichever page asks first. */
export function site(): Promise<Site> {
  loaded ??= load();
  return loaded;
}

export interface Cited {
  label: string;
  /** For running text: the publisher or vendor instead of a long title. */
  short: string;
  url?: string;
  /** Set where a source could not be read by us. */
  notRead: boolean;
}

/**
 * Label and address of a citation.
 * @throws if it names neither a source nor a vendor note; Astro would build the page all the same.
 */
export function cite({ sourceById, noteById }: Site, id: string): Cited {
  const { key } = parseCitation(id);
  const source = sourceById.get(key);
  const note = noteById.get(key);
  // A vendor note has its own place, with the link to the very line: that keeps code pages small.
  if (note)
    return {
      label: `${note.vendor.data.name}, note ${id}`,
      short: note.vendor.data.name,
      url: href(`/vendors/${note.vendor.id}/#${id}`),
      notRead: false,
    };
  if (!source && !key.startsWith('gh:'))
    throw new Error(`"${id}" is no citation; add it to content/sources.yaml or correct it`);
  const url = derivedUrl(id) ?? source?.url;
  const label = citationLabel(id, (name) => sourceById.get(name)?.title);
  return {
    label,
    short: source && source.kind !== 'rfc' ? source.publisher : label,
    ...(url ? { url } : {}),
    notRead: source?.read === 'not-read',
  };
}
