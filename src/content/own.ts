/**
 * Joins what a copy has of its own (content/own/) with upstream’s pages, and takes out what it leaves out. Pages, search
 * and exports see the result; the content check sees the files as they are.
 */
import type { CodePage, Parts } from './model.ts';
import type { PageBody } from './page-body.ts';
import { isOwn } from './read.ts';
import type { OmitData } from './schemas/own.ts';
import type { VendorData } from './schemas/vendors.ts';

/** The address of the page that a case is added to: `403`, or `q850-17`. */
export const pathOfPage = (of: string): string => `/${of.replace('q850-', 'q850/')}/`;

/** Paths of the pages that a copy leaves out. */
export const pathsLeftOut = ({ codes = [], guides = [], vendors = [] }: OmitData): string[] => [
  ...codes.map((code) => `/${code}/`),
  ...guides.map((id) => `/guides/${id}/`),
  ...vendors.map((id) => `/vendors/${id}/`),
];

/** One body after the other. Lines are those of their own files, and mean nothing here. */
function joinBodies(first: PageBody, added: readonly PageBody[]): PageBody {
  const all = [first, ...added];
  return {
    // Sections are cut from these; a case of a copy stands in none of upstream’s.
    nodes: first.nodes,
    headings: all.flatMap(({ headings }) => headings),
    cases: [
      ...first.cases,
      ...added.flatMap(({ cases }) => cases).map((item) => ({ ...item, own: true as const })),
    ],
    parts: all.flatMap(({ parts }) => parts),
    citations: all.flatMap(({ citations }) => citations),
    links: all.flatMap(({ links }) => links),
    images: all.flatMap(({ images }) => images),
    elements: all.flatMap(({ elements }) => elements),
    code: all.flatMap(({ code }) => code),
    paragraphs: all.flatMap(({ paragraphs }) => paragraphs),
  };
}

const ownFirst = (a: { file: string }, b: { file: string }) => Number(isOwn(b.file)) - Number(isOwn(a.file));

/** A vendor without the texts that are signs of what stands on pages that are left out. */
const withoutPlaces = (data: VendorData, gone: ReadonlySet<string>): VendorData =>
  gone.size
    ? {
        ...data,
        texts: data.texts
          .map(({ from, says }) => ({
            from,
            says: says.filter(({ place }) => !place || !gone.has(place.replace(/#.*/, ''))),
          }))
          .filter(({ says }) => says.length),
      }
    : data;

/** The parts of the site as a copy shows them. */
export function joinOwn(parts: Parts): Parts {
  const { ownCases, ownNotes, omit = {} } = parts;
  const withCases = <P extends CodePage | Parts['q850'][number]>(page: P, of: string): P => {
    const added = ownCases.filter((one) => one.of === of).map(({ body }) => body);
    return added.length ? { ...page, body: joinBodies(page.body, added) } : page;
  };
  const vendors = parts.vendors.map((vendor) => {
    const added = ownNotes.filter(({ id }) => id === vendor.id).flatMap(({ data }) => data.notes);
    return added.length
      ? { ...vendor, data: { ...vendor.data, notes: [...vendor.data.notes, ...added] } }
      : vendor;
  });

  const [codes, guides, vendorsOut] = [new Set(omit.codes), new Set(omit.guides), new Set(omit.vendors)];
  const leftOut = {
    codes: parts.codes.filter(({ data }) => codes.has(data.code)),
    vendors: vendors.filter(({ id }) => vendorsOut.has(id)),
    pages: [
      ...parts.codes
        .filter(({ data }) => codes.has(data.code))
        .flatMap(({ data, body }) => {
          const [path, name] = [`/${data.code}/`, `${data.code} ${data.phrase}`];
          return [
            { path, name },
            ...body.cases.map(({ id, title }) => ({ path: `${path}${id}/`, name: `${name}: ${title}` })),
          ];
        }),
      ...parts.guides
        .filter(({ id }) => guides.has(id))
        .map(({ id, data }) => ({ path: `/guides/${id}/`, name: data.title })),
      ...vendors
        .filter(({ id }) => vendorsOut.has(id))
        .map(({ id, data }) => ({ path: `/vendors/${id}/`, name: data.name })),
    ],
  };
  const gone = new Set(pathsLeftOut(omit));
  return {
    ...parts,
    codes: parts.codes.filter(({ data }) => !codes.has(data.code)).map((page) => withCases(page, page.id)),
    guides: parts.guides.filter(({ id }) => !guides.has(id)),
    q850: parts.q850.map((page) => withCases(page, `q850-${page.id}`)),
    vendors: vendors
      .filter(({ id }) => !vendorsOut.has(id))
      .map((vendor) => ({ ...vendor, data: withoutPlaces(vendor.data, gone) })),
    ownNotes: [],
    leftOut: {
      ...leftOut,
      // An address that the copy leads on needs no page that says it is left out.
      pages: leftOut.pages.filter(({ path }) => !parts.redirects.some(({ data }) => data.from === path)),
    },
    // A provider's own questions are those its readers come with first.
    situations: parts.situations.filter(({ data }) => !gone.has(data.to.replace(/#.*/, ''))).sort(ownFirst),
    // Above upstream's of the same day: their addresses count from below.
    changes: [...parts.changes].sort((a, b) => b.data.date.localeCompare(a.data.date) || ownFirst(a, b)),
  };
}
