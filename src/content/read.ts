/**
 * Reads content/ from disk, each file once. Nothing is judged here but whether it can be read; what the values have to
 * be is said by the schemas (model.ts), what they have to be together by the content check (check/).
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import { listNames, ownTableNames, type TableName, tableNames } from './collections.ts';
import { BodyError, type PageBody, readBody } from './page-body.ts';

export interface ReadProblem {
  /** Path from the project's root. */
  file: string;
  /** Line of the file, from 1, where it is known. */
  line?: number | undefined;
  /** Key, line or id the problem is at. */
  key: string;
  /** What is wrong and how to put it right. */
  message: string;
}

/** Keys and places that lead to a value: `['notes', 3, 'text']`. */
export type Path = readonly PropertyKey[];

/** A file, or one entry of a file that holds many. */
export interface Entry {
  /** Path from the project's root. */
  file: string;
  id: string;
  /** What the file says; undefined where it could not be read. */
  data: unknown;
  /** Line of a value in the file, from 1; of the nearest thing around it, if it is not there. */
  lineOf(path?: Path): number;
}

export interface Page extends Entry {
  body: PageBody;
  /** Line of the file on which the body starts, minus one. */
  offset: number;
}

/** A case that a copy adds to a page of upstream’s. Its id is that of the page and its own: `403/our-portal`. */
export interface OwnCase extends Page {
  /** `403`, or `q850-17` for a cause. */
  of: string;
}

export interface Example {
  file: string;
  id: string;
  /** The message with CRLF line ends, as on the wire. */
  message: string;
}

export interface Content {
  root: string;
  problems: ReadProblem[];
  /** Text of every file that was read, by path; not decoded further. */
  texts: Map<string, string>;
  codes: Page[];
  guides: Page[];
  /** Cases of Q.850 causes. */
  q850: Page[];
  vendors: Entry[];
  mappings: Entry[];
  examples: Example[];
  /** Files of many entries: sources.yaml, causes.yaml and so on, by base name. */
  tables: Map<TableName, Entry[]>;
  /** content/site.yaml. */
  settings: Entry | undefined;
  /** content/policy.yaml. */
  policy: Entry | undefined;
  /** content/own/cases/: cases that a copy adds to pages of upstream’s. */
  ownCases: OwnCase[];
  /** Files of content/own/vendors/ that add notes to a vendor of upstream’s. */
  ownNotes: Entry[];
  /** content/own/site.yaml. */
  ownSettings: Entry | undefined;
  /** content/own/theme.yaml. */
  theme: Entry | undefined;
  /** content/own/omit.yaml. */
  omit: Entry | undefined;
}

/** What a copy adds to the site lies here, beside upstream’s files, so that upstream merges without a conflict. */
export const ownFolder = 'content/own';

/** Folders of content/own/cases: the page that the cases belong to, `403` or `q850-17`. */
export const ownCasesOf = /^(?:\d{3}|q850-\d{1,3})$/;

/** Whether a file is a copy’s own. */
export const isOwn = (file: string) => file.startsWith(`${ownFolder}/`);

/** What to do about a fault in YAML. */
const yamlMends: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'indent with blanks',
  DUPLICATE_KEY: 'keep one of the two',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds a colon in quotes',
  MULTILINE_IMPLICIT_KEY: 'write a colon behind the key, and what belongs to it below',
  BAD_INDENT: 'indent with the entries around it',
  MISSING_CHAR: 'close the quotes or the bracket',
  BAD_ALIAS: 'write the value out, and put a text that begins with * or & in quotes',
  TAG_RESOLVE_FAILED: 'put a text that begins with ! in quotes',
};
const otherMend = 'put the text in quotes, or indent it with the entries around it';

/** Values that stand somewhere else: a file of content is read by people, so what it says stands in it. */
function indirections(document: Document): YAMLError[] {
  const found: YAMLError[] = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && !('anchor' in node && node.anchor)) return;
      const start = node.range?.[0] ?? 0;
      found.push(new YAMLParseError([start, start], 'BAD_ALIAS', 'An anchor or alias is used'));
    },
  });
  return found;
}

interface Yaml {
  data: unknown;
  lineOf(path?: Path): number;
}

/** Files below a folder, in the order of their numbers. */
function list(root: string, folder: string, ending: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

/** A message as it goes over the wire: the repository stores LF, SIP says CRLF (RFC 3261 §7). */
function readExample(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

class Reader {
  readonly problems: ReadProblem[] = [];
  readonly texts = new Map<string, string>();
  /** What terms are called, by id. */
  private readonly terms = new Map<string, string>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Text of a file without byte order mark and carriage returns, so that a foreign editor is one problem, not many. */
  text(file: string): string {
    const text = readFileSync(join(this.root, file), 'utf8');
    this.texts.set(file, text);
    return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  }

  /** @param before lines of the file before the text. */
  yaml(text: string, file: string, before = 0): Yaml {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    // What follows the first fault of a file is mostly its echo. Anchors and tags are no data that stands there.
    const faults = [...document.errors, ...document.warnings, ...indirections(document)];
    for (const error of faults.slice(0, 1)) {
      const line = lines.linePos(error.pos[0]).line + before;
      this.problems.push({
        file,
        line,
        key: `line ${line}`,
        message: `is not valid YAML: ${(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}; ${yamlMends[error.code] ?? otherMend}`,
      });
    }
    const lineAt = (node: Node | null | undefined) => lines.linePos(node?.range?.[0] ?? 0).line + before;
    return {
      data: faults.length ? undefined : (document.toJS() as unknown),
      lineOf(path = []) {
        let node: unknown = document.contents;
        let line = document.contents ? lineAt(document.contents) : before + 1;
        for (const step of path) {
          if (isAlias(node)) node = node.resolve(document);
          if (isMap(node)) {
            const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
            if (!pair) break;
            line = lineAt(pair.key as Node);
            node = pair.value;
          } else if (isSeq(node)) {
            const item = node.items[Number(step)] as Node | undefined;
            if (!item) break;
            line = lineAt(item);
            node = item;
          } else break;
        }
        return line;
      },
    };
  }

  page(file: string): Page | undefined {
    const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(this.text(file));
    if (!parts) {
      this.problems.push({
        file,
        line: 1,
        key: 'line 1',
        message: 'has no front matter; start the file with a block between two lines of ---',
      });
      return undefined;
    }
    const [, front = '', body = ''] = parts;
    const offset = front.split('\n').length + 2;
    const yaml = this.yaml(front, file, 1);
    try {
      const page = { file, id: basename(file, '.mdx'), ...yaml, body: readBody(body, this.terms), offset };
      // Content is data: a page that would run something stops the build before anything of it runs.
      for (const { what, why, line: at } of page.body.code) {
        const line = at + offset;
        this.problems.push({ file, line, key: `line ${line}`, message: `has ${what}, which ${why}` });
      }
      return page;
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      const line = error.line + offset;
      this.problems.push({
        file,
        line,
        key: `line ${line}`,
        message: `is not valid MDX: ${error.message}; close what is open, or put < and { into backticks`,
      });
      return undefined;
    }
  }

  pages(folder: string): Page[] {
    return list(this.root, folder, '.mdx').flatMap((file) => this.page(file) ?? []);
  }

  entry(file: string): Entry {
    return { file, id: basename(file, '.yaml'), ...this.yaml(this.text(file), file) };
  }

  entries(folder: string): Entry[] {
    return list(this.root, folder, '.yaml').map((file) => this.entry(file));
  }

  /** Entries of a file that holds many: a map's keys are their ids; in a list, `id` or the place, from 1. */
  table(file: string): Entry[] {
    const { id: name, data, lineOf } = this.entry(file);
    const isList = (listNames as readonly string[]).includes(name);
    if (typeof data === 'object' && data !== null && Array.isArray(data) !== isList) {
      this.problems.push({
        file,
        line: 1,
        key: 'the file',
        message: isList
          ? 'has keys, but is a list; begin each entry with a hyphen'
          : 'is a list, but its entries have keys; write "key:" above each',
      });
      return [];
    }
    const rows: [id: string, key: PropertyKey, row: unknown][] = Array.isArray(data)
      ? data.map((row: unknown, at) => [String((row as { id?: unknown } | null)?.id ?? at + 1), at, row])
      : Object.entries((data ?? {}) as object).map(([id, row]) => [id, id, row]);
    return rows.map(([id, key, row]) => ({
      file,
      id,
      data: row,
      lineOf: (path = []) => lineOf([key, ...path]),
    }));
  }

  /** Adds what terms are called, for the pages that are read from now on. */
  addTerms(glossary: readonly Entry[]): void {
    for (const { id, data } of glossary) {
      const { term } = (data ?? {}) as { term?: unknown };
      if (typeof term === 'string') this.terms.set(id, term);
    }
  }

  example(file: string): Example {
    return { file, id: basename(file, '.sip'), message: readExample(this.text(file)) };
  }
}

/** What content/ and content/own/ both hold. */
function readFolder(reader: Reader, root: string, folder: string, names: readonly TableName[]) {
  const there = (name: string) => existsSync(join(root, folder, `${name}.yaml`));
  // Before the pages: a page names a term by its id.
  const tables = new Map(
    names.filter(there).map((name) => [name, reader.table(`${folder}/${name}.yaml`)] as const),
  );
  reader.addTerms(tables.get('glossary') ?? []);
  return {
    codes: reader.pages(`${folder}/codes`),
    guides: reader.pages(`${folder}/guides`),
    q850: reader.pages(`${folder}/q850`),
    vendors: reader.entries(`${folder}/vendors`),
    mappings: reader.entries(`${folder}/mappings`),
    examples: list(root, `${folder}/examples`, '.sip').map((file) => reader.example(file)),
    tables,
    single: (name: string) => (there(name) ? reader.entry(`${folder}/${name}.yaml`) : undefined),
  };
}

/** Cases that a copy adds, in folders named after the page they belong to. */
function readOwnCases(reader: Reader, root: string): OwnCase[] {
  const folder = join(ownFolder, 'cases');
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => ownCasesOf.test(name) && statSync(join(root, folder, name)).isDirectory())
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((of) => reader.pages(join(folder, of)).map((page) => ({ ...page, id: `${of}/${page.id}`, of })));
}

/** What to do where a copy’s own file has the name of one of upstream’s. */
const clashMends = {
  codes: (id: string) => `put your cases into ${ownFolder}/cases/${id}/`,
  q850: (id: string) => `put your cases into ${ownFolder}/cases/q850-${id}/`,
  guides: () => 'give yours another name; to replace the guide, leave it out in omit.yaml',
  mappings: () => 'give yours the name of another authority',
  examples: () => 'give yours another name',
};

/**
 * Reads everything below content/, and what a copy adds in content/own/. Problems that stop a file from being read, or
 * that hide one file behind another, are in `problems`.
 */
export function readContent(root: string): Content {
  const reader = new Reader(root);
  const { problems } = reader;
  const upstream = readFolder(reader, root, 'content', tableNames);
  const own = readFolder(reader, root, ownFolder, ownTableNames);

  /** Upstream’s, then the copy’s own; a name that both have is a problem. */
  const joined = <E extends { id: string; file: string }>(
    kind: keyof typeof clashMends,
    first: E[],
    second: E[],
  ) => {
    const names = new Map(first.map((entry) => [entry.id, entry.file]));
    return [
      ...first,
      ...second.filter(({ id, file }) => {
        const other = names.get(id);
        if (other)
          problems.push({
            file,
            line: 1,
            key: 'the file',
            message: `has the name of ${other}, which is upstream’s; ${clashMends[kind](id)}`,
          });
        return !other;
      }),
    ];
  };
  const tables = new Map(upstream.tables);
  for (const [name, rows] of own.tables) {
    const first = upstream.tables.get(name) ?? [];
    const isList = (listNames as readonly string[]).includes(name);
    const taken = new Set(first.map(({ id }) => id));
    const fresh = rows.filter((row) => {
      const clashes =
        taken.has(row.id) && (!isList || typeof (row.data as { id?: unknown } | null)?.id === 'string');
      if (clashes)
        problems.push({
          file: row.file,
          line: row.lineOf(),
          key: row.id,
          message: `is an entry of upstream’s content/${name}.yaml; give yours another ${isList ? 'id' : 'key'}`,
        });
      return !clashes;
    });
    tables.set(name, [...first, ...fresh]);
  }
  const known = new Set(upstream.vendors.map(({ id }) => id));
  return {
    root,
    problems,
    texts: reader.texts,
    codes: joined('codes', upstream.codes, own.codes),
    guides: joined('guides', upstream.guides, own.guides),
    q850: joined('q850', upstream.q850, own.q850),
    vendors: [...upstream.vendors, ...own.vendors.filter(({ id }) => !known.has(id))],
    mappings: joined('mappings', upstream.mappings, own.mappings),
    examples: joined('examples', upstream.examples, own.examples),
    tables,
    settings: upstream.single('site'),
    policy: upstream.single('policy'),
    ownCases: readOwnCases(reader, root),
    ownNotes: own.vendors.filter(({ id }) => known.has(id)),
    ownSettings: own.single('site'),
    theme: own.single('theme'),
    omit: own.single('omit'),
  };
}

/** Every page with a body. */
export function pagesOf({ codes, guides, q850, ownCases }: Content): Page[] {
  return [...codes, ...guides, ...q850, ...ownCases];
}

/** Everything that was read and has data, settings included. */
export function entriesOf(content: Content): Entry[] {
  const { vendors, ownNotes, mappings, tables, settings, ownSettings, theme, omit } = content;
  return [
    ...pagesOf(content),
    ...vendors,
    ...ownNotes,
    ...mappings,
    ...[...tables.values()].flat(),
    ...[settings, ownSettings, theme, omit].flatMap((entry) => entry ?? []),
  ];
}
