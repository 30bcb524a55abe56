/**
 * Reads content/ from disk without Astro, for the content check and the tests.
 * Every value keeps its file name, so that a problem can name it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { type PageBody, readBody } from './page-body.ts';

export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** Key, line or id the problem is at. */
  key: string;
  /** What is wrong and how to mend it. */
  message: string;
}

/** A file, or one entry of a file that holds many. */
export interface Entry {
  file: string;
  id: string;
  data: unknown;
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
  codes: Page[];
  guides: Page[];
  vendors: Entry[];
  mappings: Entry[];
  examples: Example[];
  /** Files of many entries: sources.yaml, causes.yaml and so on, by base name. */
  tables: Map<string, Entry[]>;
}

/** Files in content/ that hold many entries, each under a key of its own or in a list. */
export const tableNames = [
  'sources',
  'causes',
  'classes',
  'headers',
  'warnings',
  'reasons',
  'glossary',
  'situations',
  'redirects',
  'changes',
] as const;
export type TableName = (typeof tableNames)[number];

function readYaml(text: string, file: string, problems: Problem[], firstLine = 0): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  for (const error of document.errors)
    problems.push({
      file,
      key: `line ${(error.linePos?.[0].line ?? 1) + firstLine}`,
      message: `is not valid YAML: ${error.message.split('\n')[0]}`,
    });
  return document.errors.length ? undefined : document.toJS();
}

function list(root: string, folder: string, ending: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

function readPage(root: string, file: string, problems: Problem[]): Page | undefined {
  const text = readFileSync(join(root, file), 'utf8');
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!parts) {
    problems.push({
      file,
      key: 'line 1',
      message: 'has no front matter; start the file with a block between two lines of ---',
    });
    return undefined;
  }
  const offset = (parts[1] ?? '').split('\n').length + 2;
  const data = readYaml(parts[1] ?? '', file, problems, 1);
  try {
    return { file, id: basename(file, '.mdx'), data, body: readBody(parts[2] ?? ''), offset };
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    problems.push({
      file,
      key: `line ${(line ?? 0) + offset}`,
      message: `is not valid MDX: ${reason ?? String(error)}`,
    });
    return undefined;
  }
}

/** Reads everything below content/. Problems that stop a file from being read are in `problems`. */
export function readContent(root: string): Content {
  const problems: Problem[] = [];
  const pages = (folder: string) =>
    list(root, folder, '.mdx').flatMap((file) => readPage(root, file, problems) ?? []);
  const entries = (folder: string) =>
    list(root, folder, '.yaml').map((file) => ({
      file,
      id: basename(file, '.yaml'),
      data: readYaml(readFileSync(join(root, file), 'utf8'), file, problems),
    }));
  const tables = new Map<string, Entry[]>();
  for (const name of tableNames) {
    const file = join('content', `${name}.yaml`);
    if (!existsSync(join(root, file))) continue;
    const data = readYaml(readFileSync(join(root, file), 'utf8'), file, problems);
    const rows = Array.isArray(data)
      ? data.map((row, at) => [String((row as { id?: unknown }).id ?? at + 1), row] as const)
      : Object.entries((data ?? {}) as object);
    tables.set(
      name,
      rows.map(([id, row]) => ({ file, id, data: row })),
    );
  }
  return {
    root,
    problems,
    codes: pages('content/codes'),
    guides: pages('content/guides'),
    vendors: entries('content/vendors'),
    mappings: entries('content/mappings'),
    examples: list(root, 'content/examples', '.sip').map((file) => ({
      file,
      id: basename(file, '.sip'),
      message: readExample(readFileSync(join(root, file), 'utf8')),
    })),
    tables,
  };
}

/** A message as it goes over the wire: the repository stores LF, SIP says CRLF (RFC 3261 §7). */
export function readExample(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
