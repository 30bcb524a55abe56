/** Vendor notes: which belong to a code, and where each comes from. */
import type { VendorData, VendorNote } from './schemas/vendors.ts';

export interface Vendor {
  id: string;
  data: VendorData;
}

/** Vendors that say something of a code, each with its notes; the order of the vendors is kept. */
export function notesOf(vendors: readonly Vendor[], code: number): { vendor: Vendor; notes: VendorNote[] }[] {
  return vendors
    .map((vendor) => ({ vendor, notes: vendor.data.notes.filter((note) => note.codes.includes(code)) }))
    .filter(({ notes }) => notes.length > 0);
}

/**
 * Label and address of a note's source. Code gets the address of the very line at the commit that was read.
 * @param cite resolves a citation, for notes that rest on one.
 */
export function noteSource(
  source: VendorNote['source'],
  cite: (id: string) => { label: string; url?: string },
): { label: string; url?: string } {
  if ('cite' in source) return cite(source.cite);
  if ('url' in source) return { label: source.title, url: source.url };
  const file = source.path.split('/').at(-1) ?? source.path;
  const line = source.line ? `#L${source.line}` : '';
  return {
    label: source.title ?? (source.line ? `${file}:${source.line}` : file),
    url: `https://github.com/${source.repo}/blob/${source.commit}/${source.path}${line}`,
  };
}

/** One word for the kind of source a note has. */
export function noteSourceKind({ source, kind }: VendorNote): 'code' | 'docs' | 'list' | 'thread' {
  if ('cite' in source) return source.cite.startsWith('gh:') ? 'thread' : 'list';
  if ('url' in source || kind === 'documents') return 'docs';
  return 'code';
}
