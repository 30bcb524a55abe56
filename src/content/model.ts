/**
 * The one model of the content, typed by the schemas. Pages, search, exports and the content check all take it; it is
 * read and validated once per build. No Astro in here.
 */
import type { z } from 'astro/zod';
import { citationLabel, derivedUrl, parseCitation } from './citation.ts';
import {
  fileSchemas,
  ownSchemas,
  pageSchemas,
  settingsSchema,
  type TableName,
  tableSchemas,
} from './collections.ts';
import { joinOwn } from './own.ts';
import { type Content, type Entry, type OwnCase, type Page, type ReadProblem, readContent } from './read.ts';
import type { CodeData } from './schemas/codes.ts';
import type { GuideData } from './schemas/guides.ts';
import type { OwnCaseData } from './schemas/own.ts';
import type { CausePageData } from './schemas/q850.ts';
import type { SiteData } from './schemas/site.ts';
import type { MappingData } from './schemas/mappings.ts';
import type { VendorData, VendorNote } from './schemas/vendors.ts';
import { unregisteredNumbers } from '../sip/unregistered.ts';
import { type Typed, validate } from './validate.ts';
import { codesOf } from './vendor-notes.ts';
import { type Citing, citationsOf, type Use, usesOfSources } from './uses.ts';

export type CodePage = Typed<CodeData, Page>;
export type GuidePage = Typed<GuideData, Page>;
/** Cases of a Q.850 cause. */
export type CausePage = Typed<CausePageData, Page>;
export type Vendor = Typed<VendorData>;
export type MappingTable = Typed<MappingData>;
/** A case that a copy adds to a page of upstream’s. */
export type OwnCasePage = Typed<OwnCaseData, OwnCase>;

export type AnyPage = CodePage | GuidePage | CausePage | OwnCasePage;

/** A page that a copy leaves out; its address says so. */
export interface LeftOut {
  path: string;
  name: string;
}

/** A citation as readers see it. */
export interface Cited {
  label: string;
  /** For running text: the publisher or vendor instead of a long title. */
  short: string;
  /** An address, or a path of this site (without its base). */
  url?: string | undefined;
  /** Set where a source could not be read by us. */
  notRead: boolean;
}

const inOrder = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id, 'en', { numeric: true });
const dataOf = <T>({ data }: { data: T }) => data;

/**
 * What was read, typed by the schemas; entries that break theirs are left out and reported. Files stay apart here:
 * what a copy adds to a page or vendor of upstream’s is in `ownCases` and `ownNotes`.
 */
function readParts(content: Content, problems: ReadProblem[]) {
  const rows = <N extends TableName>(name: N) => {
    const schema: z.ZodType = tableSchemas[name];
    return validate(content.tables.get(name) ?? [], schema, problems, ({ id }) => id) as Typed<
      z.infer<(typeof tableSchemas)[N]>
    >[];
  };
  const one = <T>(entry: Entry | undefined, schema: z.ZodType<T>) =>
    validate(entry ? [entry] : [], schema, problems)[0]?.data;
  const settings = one(content.settings, settingsSchema);
  const ownSettings = one(content.ownSettings, ownSchemas.site);
  return {
    settings: settings && { ...settings, ...(ownSettings as Partial<SiteData> | undefined) },
    /** Name and address of the edition that this one is a copy of. */
    upstream: settings,
    codes: validate(content.codes, pageSchemas.codes, problems).sort((a, b) => a.data.code - b.data.code),
    guides: validate(content.guides, pageSchemas.guides, problems).sort(
      (a, b) => a.data.order - b.data.order,
    ),
    q850: validate(content.q850, pageSchemas.q850, problems).sort((a, b) => a.data.cause - b.data.cause),
    vendors: validate(content.vendors, fileSchemas.vendors, problems).sort(
      (a, b) => a.data.order - b.data.order || a.data.name.localeCompare(b.data.name),
    ),
    mappings: validate(content.mappings, fileSchemas.mappings, problems),
    ownCases: validate(content.ownCases, ownSchemas.cases, problems),
    ownNotes: validate(content.ownNotes, ownSchemas.notes, problems),
    theme: one(content.theme, ownSchemas.theme),
    omit: one(content.omit, ownSchemas.omit),
    /** Pages that are left out; filled when the copy’s own is joined (own.ts). */
    leftOut: { pages: [] as LeftOut[], codes: [] as CodePage[], vendors: [] as Vendor[] },
    sources: rows('sources').sort(inOrder),
    causes: rows('causes')
      .map(dataOf)
      .sort((a, b) => a.cause - b.cause),
    classes: rows('classes')
      .map(({ id, data }) => ({ digit: id, data }))
      .sort((a, b) => a.digit.localeCompare(b.digit)),
    unregistered: rows('unregistered'),
    headers: rows('headers').sort(inOrder),
    warnings: rows('warnings').sort(inOrder),
    reasons: rows('reasons').sort(inOrder),
    glossary: rows('glossary').sort((a, b) =>
      a.data.term.localeCompare(b.data.term, 'en', { sensitivity: 'base' }),
    ),
    signs: rows('signs'),
    commands: rows('commands'),
    vocabulary: rows('vocabulary'),
    reports: rows('reports'),
    questions: rows('questions'),
    questionWords: rows('question-words'),
    situations: rows('situations'),
    redirects: rows('redirects'),
    changes: rows('changes'),
  };
}

export type Parts = ReturnType<typeof readParts>;

/** Where a word stands in the content, as "content/codes/486.mdx:12"; the first few places. */
function placesOf({ texts }: Content, word: string): string {
  const whole = (line: string) => line.split(/[\s"'[\]{},]+/).includes(word);
  return [...texts]
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, at) => (whole(line) ? [`${file}:${at + 1}`] : [])),
    )
    .slice(0, 3)
    .join(', ');
}

/** The model of what was read; entries that break their schema are left out and reported. */
function makeModel(content: Content, problems: ReadProblem[]) {
  return modelOf(content, readParts(content, problems));
}

function modelOf(content: Content, parts: Parts) {
  const { codes, guides, q850, vendors, sources, causes, glossary, leftOut } = parts;
  const byCode = new Map(codes.map((page) => [page.data.code, page]));
  const redirects = parts.redirects.map(dataOf);
  const taken = new Set([...redirects.map(({ from }) => from), ...leftOut.pages.map(({ path }) => path)]);
  const causeByNumber = new Map(causes.map((cause) => [cause.cause, cause]));
  const sourceById = new Map(sources.map(({ id, data }) => [id, data]));
  const termById = new Map(glossary.map(({ id, data }) => [id, data]));
  // What is left out keeps its name, and its notes the place that they are cited at.
  const phrases = new Map([...leftOut.codes, ...codes].map(({ data }) => [data.code, data.phrase]));
  const vendorById = new Map([...leftOut.vendors, ...vendors].map((vendor) => [vendor.id, vendor]));
  const noteById = new Map<string, { vendor: Vendor; note: VendorNote }>();
  const notesByCode = new Map<number, { vendor: Vendor; notes: VendorNote[] }[]>();
  for (const vendor of leftOut.vendors)
    for (const note of vendor.data.notes) noteById.set(note.id, { vendor, note });
  for (const vendor of vendors) {
    const added = parts.ownNotes.filter(({ id }) => id === vendor.id);
    for (const note of [vendor, ...added].flatMap(({ data }) => data.notes)) {
      noteById.set(note.id, { vendor, note });
      for (const code of codesOf(note)) {
        const groups = notesByCode.get(code) ?? [];
        const group = groups.at(-1)?.vendor === vendor ? groups.at(-1) : undefined;
        if (group) group.notes.push(note);
        else notesByCode.set(code, [...groups, { vendor, notes: [note] }]);
      }
    }
  }

  /**
   * Label and address of a citation.
   * @throws if it names neither a source nor a vendor note; Astro would build the page all the same.
   */
  function cite(id: string): Cited {
    const { key } = parseCitation(id);
    const source = sourceById.get(key);
    const note = noteById.get(key);
    // A vendor note has its own place, with the link to the very line: that keeps code pages small.
    if (note)
      return {
        label: `${note.vendor.data.name}, note ${id}`,
        short: note.vendor.data.name,
        url: `/vendors/${note.vendor.id}/#${id}`,
        notRead: false,
      };
    if (!source && !key.startsWith('gh:')) {
      const by = placesOf(content, id);
      throw new Error(
        `${by ? `${by}: ` : ''}"${id}" is no citation; add it to content/sources.yaml or correct it`,
      );
    }
    const label = citationLabel(id, (name) => sourceById.get(name)?.title);
    return {
      label,
      short: source && source.kind !== 'rfc' ? source.publisher : label,
      url: derivedUrl(id) ?? source?.url,
      notRead: source?.read === 'not-read',
    };
  }

  const model = {
    /** What was read, with its files and lines, faulty entries included. */
    content,
    settings: parts.settings,
    upstream: parts.upstream,
    codes,
    guides,
    /** Pages of Q.850 causes that have cases. */
    q850,
    /** In the order in which a code page shows them. */
    vendors,
    /** Mapping tables. */
    tables: parts.mappings,
    /** Cases that the copy adds to pages of upstream’s. In the model of the site those pages hold them too. */
    ownCases: parts.ownCases,
    /** Notes that the copy adds to vendors of upstream’s. In the model of the site the vendors hold them. */
    ownNotes: parts.ownNotes,
    /** Colours of the copy. */
    theme: parts.theme ?? {},
    /** What the copy leaves out. */
    omit: parts.omit ?? {},
    /** Pages that the copy leaves out. */
    leftOut: leftOut.pages,
    /** The codes among them: they keep their names. */
    codesLeftOut: leftOut.codes,
    sources,
    causes,
    /** Classes by their digit. */
    classes: parts.classes,
    /** Numbers of three digits that are no code and whose address has no other page. */
    unregistered: unregisteredNumbers((code) => byCode.has(code) || taken.has(`/${code}/`)),
    /** What some of them mean in other protocols. */
    meansElsewhere: new Map(parts.unregistered.map(({ id, data }) => [Number(id), data.means])),
    headers: parts.headers,
    warnings: parts.warnings,
    reasons: parts.reasons,
    glossary,
    /** In the order in which a reader would ask. */
    signs: parts.signs.map(dataOf),
    /** Tasks, each with the command of every product that has one. */
    commands: parts.commands.map(dataOf),
    /** Words of another language, for search. */
    vocabulary: parts.vocabulary.map(dataOf),
    /** What people report, by the cases it was. */
    reports: parts.reports.map(dataOf),
    /** What people may ask, by the case. */
    questions: parts.questions.map(dataOf),
    /** How common words are in all questions. */
    questionWords: parts.questionWords.map(dataOf),
    situations: parts.situations.map(dataOf),
    redirects,
    /** Newest first. */
    changes: parts.changes.map(dataOf),

    byCode,
    causeByNumber,
    sourceById,
    termById,
    vendorById,
    noteById,
    /** Reason phrase of a code that has a page, or would have one if it were not left out. */
    phraseOf: (code: number | undefined): string | undefined =>
      code === undefined ? undefined : phrases.get(code),
    /** Vendors that say something of a code, each with its notes; the order of the vendors is kept. */
    notesOf: (code: number): readonly { vendor: Vendor; notes: VendorNote[] }[] =>
      notesByCode.get(code) ?? [],
    cite,
    /** Every citation of a code page or guide, in its order, with the place it stands at. */
    citationsOf: (page: AnyPage): Citing[] => citationsOf(page),
    /**
     * What a code page or guide rests on, each label once.
     * @param notesInText whether vendor notes that the text cites, and links there, are listed too.
     */
    sourcesOf: (page: AnyPage, notesInText: boolean): Cited[] =>
      citationsOf(page)
        .filter(({ contradicted }) => !contradicted)
        .filter(({ id, at }) => notesInText || at.length > 0 || !noteById.has(id))
        .map(({ id }) => cite(id))
        .filter((one, at, all) => all.findIndex(({ label }) => label === one.label) === at),
    /** Pages by the key of the source they rest on. */
    usesOfSources: (): Map<string, Use[]> => usesOfSources(model),
  };
  return model;
}

export type Model = ReturnType<typeof modelOf>;

/**
 * Reads and validates content/ below a folder, file by file, as the content check judges it. Problems are reported,
 * never thrown.
 */
export function readModel(root: string): { model: Model; problems: ReadProblem[] } {
  const content = readContent(root);
  const problems = [...content.problems];
  return { model: makeModel(content, problems), problems };
}

/** The same as the site shows it: a copy’s own cases and notes in their pages, and without what it leaves out. */
export function readSite(root: string): { model: Model; problems: ReadProblem[] } {
  const content = readContent(root);
  const problems = [...content.problems];
  return { model: modelOf(content, joinOwn(readParts(content, problems))), problems };
}

/** `content/codes/403.mdx:12: acts: is missing; add it` */
export function problemLine({ file, line, key, message }: ReadProblem): string {
  const what = line && key === `line ${line}` ? '' : ` ${key}:`;
  return `${file}:${line ?? 1}:${what} ${message}`;
}

/** The site cannot be built: says every problem of the reading. */
export class ContentError extends Error {
  readonly problems: readonly ReadProblem[];

  constructor(problems: readonly ReadProblem[]) {
    super(`The content cannot be read:\n${problems.map(problemLine).join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/**
 * The place of the one model in this process. Astro's configuration, its integrations and the pages it bundles each
 * load their own copy of this module; they share the process, so they share what was read.
 */
const place: unique symbol = Symbol.for('content model');
const shared = globalThis as { [place]?: Model };

/**
 * The model of this site's content/.
 * @throws ContentError with every problem, if there is one.
 */
export function model(): Model {
  const known = shared[place];
  if (known) return known;
  const { model: made, problems } = readSite(process.cwd());
  if (problems.length) throw new ContentError(problems);
  shared[place] = made;
  return made;
}

/** Has the content read again when it is next asked for: the development server calls this when a file changes. */
export function forgetModel(): void {
  delete shared[place];
}
