/**
 * Reads content/ from disk, each file once. Nothing is judged here but whether it can be read; what the values have to
 * be is said by the schemas (model.ts), what they have to be together by the content check (check/).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
import { listNames, type TableName, tableNames } from './collections.ts';
import { BodyError, type PageBody, readBody } from './page-body.ts';

export interface Problem {
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

export interface Example {
  file: string;
  id: string;
  /** The message with CRLF line ends, as on the wire. */
  message: string;
}

export interface Content {
  root: string;
  problems: Problem[];
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
}

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
export function readExample(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

class Reader {
  readonly problems: Problem[] = [];
  readonly texts = new Map<string, string>();
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
      const page = { file, id: basename(file, '.mdx'), ...yaml, body: readBody(body), offset };
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

  example(file: string): Example {
    return { file, id: basename(file, '.sip'), message: readExample(this.text(file)) };
  }
}

/** Reads everything below content/. Problems that stop a file from being read are in `problems`. */
export function readContent(root: string): Content {
  const reader = new Reader(root);
  const there = (name: string) => existsSync(join(root, 'content', `${name}.yaml`));
  return {
    root,
    problems: reader.problems,
    texts: reader.texts,
    codes: reader.pages('content/codes'),
    guides: reader.pages('content/guides'),
    q850: reader.pages('content/q850'),
    vendors: reader.entries('content/vendors'),
    mappings: reader.entries('content/mappings'),
    examples: list(root, 'content/examples', '.sip').map((file) => reader.example(file)),
    tables: new Map(tableNames.filter(there).map((name) => [name, reader.table(`content/${name}.yaml`)])),
    settings: there('site') ? reader.entry('content/site.yaml') : undefined,
    policy: there('policy') ? reader.entry('content/policy.yaml') : undefined,
  };
}

/** Every page with a body. */
export function pagesOf({ codes, guides, q850 }: Content): Page[] {
  return [...codes, ...guides, ...q850];
}

/** Everything that was read and has data, settings included. */
export function entriesOf(content: Content): Entry[] {
  const { vendors, mappings, tables, settings } = content;
  return [
    ...pagesOf(content),
    ...vendors,
    ...mappings,
    ...[...tables.values()].flat(),
    ...(settings ? [settings] : []),
  ];
}
