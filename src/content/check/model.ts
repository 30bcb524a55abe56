/** Typed views of what was read; entries that do not match their schema are left out (the schema check reports them). */
import type { Content, Entry, Page } from '../read.ts';
import { type CodeData, codeSchema } from '../schemas/codes.ts';
import { type MappingData, mappingSchema } from '../schemas/mappings.ts';
import { type GuideData, guideSchema } from '../schemas/others.ts';
import { type SourceData, sourceSchema } from '../schemas/sources.ts';
import { type VendorData, vendorSchema } from '../schemas/vendors.ts';

export type Typed<T, E extends Entry = Entry> = Omit<E, 'data'> & { data: T };

function typed<T, E extends Entry>(
  entries: E[],
  schema: { safeParse(data: unknown): { success: true; data: T } | { success: false } },
): Typed<T, E>[] {
  return entries.flatMap((entry) => {
    const result = schema.safeParse(entry.data);
    return result.success ? [{ ...entry, data: result.data }] : [];
  });
}

export interface Model {
  content: Content;
  codes: Typed<CodeData, Page>[];
  guides: Typed<GuideData, Page>[];
  vendors: Typed<VendorData>[];
  mappings: Typed<MappingData>[];
  sources: Typed<SourceData>[];
}

export function modelOf(content: Content): Model {
  return {
    content,
    codes: typed(content.codes, codeSchema),
    guides: typed(content.guides, guideSchema),
    vendors: typed(content.vendors, vendorSchema),
    mappings: typed(content.mappings, mappingSchema),
    sources: typed(content.tables.get('sources') ?? [], sourceSchema),
  };
}
