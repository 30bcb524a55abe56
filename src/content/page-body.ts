/**
 * What a page's MDX body says, as data: its headings, cases, parts, citations and elements. It is read with the parser
 * that renders it; site, exports, search and the content check all read pages through this module.
 */
import type { Nodes, Parents } from 'mdast';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from 'satteri';
import { type Literal, readLiteral } from './literal.ts';

/** A phrase or log line that a case shows, letter for letter. */
export interface CaseText {
  text: string;
  /** Vendor id, or "rfc" or "list". */
  who: string;
  /** A citation. */
  source: string;
}

export interface PageCase {
  id: string;
  title: string;
  /** Ids of who has to act, most likely first. */
  acts: string[];
  /** Words people search with that the case does not say itself. */
  words: string[];
  /** What people say and write who have it and do not know the cause yet: for the ranking only, never shown. */
  heard: string[];
  /** One sentence that tells the case apart from its neighbours, as a person sees it. */
  sign?: string;
  /** Ids of signs that are typically seen, some with a value: `q850-reason:17`. */
  signs: string[];
  /** Ids of signs that speak against the case. */
  against: string[];
  says: CaseText[];
  /** `trace` where only a trace shows the case. */
  only?: string;
  recognise: string;
  why: string;
  do: string;
  collect: string;
  /** What stands in each part of the case, as the parser gives it: for those who need more than its text. Not kept. */
  readonly nodes: CaseNodes;
  line: number;
  /** Set where a copy of the site added the case. */
  own?: true;
}

export type CaseNodes = Record<'recognise' | 'why' | 'do' | 'collect' | 'except', readonly Nodes[]>;

export interface PagePart {
  id: string;
  title: string;
  words: string[];
  line: number;
}

export interface PageElement {
  name: string;
  /** Values by name; an attribute without a value is true. */
  attributes: Record<string, Literal>;
  line: number;
}

export interface PageBody {
  /** The blocks of the body, as the parser gives them. Not kept. */
  readonly nodes: readonly Nodes[];
  headings: { depth: number; text: string; line: number }[];
  cases: PageCase[];
  parts: PagePart[];
  /** Citations in order: every `<Src id>`, and what cases say letter for letter. */
  citations: { id: string; line: number }[];
  links: { url: string; line: number }[];
  images: { url: string; line: number }[];
  /** Every component and tag used. */
  elements: PageElement[];
  /** What a page must not hold: imports, expressions, tags, attributes that are no literal; `what` names it, `why` says it. */
  code: { what: string; why: string; line: number }[];
  /** Prose as plain text, for comparisons between pages. */
  paragraphs: { text: string; line: number }[];
}

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

const lineOf = (node: Nodes) => node.position?.start.line ?? 0;

export const isElement = (node: Nodes): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const phrasing = new Set<Nodes['type']>([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'image',
  'break',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

/** Splits an attribute that holds a list: `acts` by commas, `words` by semicolons. */
export function splitList(text: Literal | undefined, separator: ',' | ';'): string[] {
  return (typeof text === 'string' ? text : '')
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Children in runs: each block alone, phrasing that stands together as one. */
function runs(node: Parents): Nodes[][] {
  const list: Nodes[][] = [];
  let open = false;
  for (const child of node.children) {
    const inline = phrasing.has(child.type);
    if (inline && open) list.at(-1)?.push(child);
    else list.push([child]);
    open = inline;
  }
  return list;
}

/** What terms are called, by id. */
export type Terms = ReadonlyMap<string, string>;

/** What a page shows for a term that it names by its id alone. */
function termOf(node: Nodes, terms: Terms): string {
  if (!isElement(node) || node.name !== 'Term' || node.children.length) return '';
  const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id')?.value;
  return typeof id === 'string' ? (terms.get(id) ?? '') : '';
}

/** Plain text of phrasing, as it stands. */
function phrase(nodes: readonly Nodes[], terms: Terms): string {
  return nodes
    .map((node) => {
      const term = termOf(node, terms);
      if (term) return term;
      if (node.type === 'mdxTextExpression' || node.type === 'image') return '';
      if (node.type === 'break') return '\n';
      if ('value' in node) return node.value;
      return 'children' in node ? phrase(node.children, terms) : '';
    })
    .join('');
}

/** Plain text on one line; blocks are joined by blanks, the items of a list numbered in their order. */
function textOf(node: Nodes, terms: Terms): string {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm') return '';
  if (node.type === 'list')
    return node.children.map((item, at) => `${at + 1}. ${textOf(item, terms)}`).join(' ');
  if ('children' in node)
    return oneLine(
      runs(node)
        .map((run) => {
          const [first] = run;
          return first && !phrasing.has(first.type) ? textOf(first, terms) : phrase(run, terms);
        })
        .join(' '),
    );
  return oneLine(phrase([node], terms));
}

/** The part of a case: `<Why>` and so on. */
function partOf(parent: Element, name: string): Element | undefined {
  return (parent.children as Nodes[])
    .flatMap((item): Nodes[] => (item.type === 'paragraph' ? item.children : [item]))
    .find((item): item is Element => isElement(item) && item.name === name);
}

/** The blank before a citation, which has no text, goes with it. */
const withoutGaps = (text: string) => text.replace(/ (?=[.,;:)]+(?:\s|$))/g, '');

/** Text of the part of a case. */
function partText(parent: Element, name: string, terms: Terms): string {
  const found = partOf(parent, name);
  return found ? withoutGaps(textOf(found, terms)) : '';
}

/** Values of an element by name; what is no literal is added to `code`. */
export function readAttributes(node: Element, code: PageBody['code']): Record<string, Literal> {
  const attributes: Record<string, Literal> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      code.push({
        what: `<${node.name} {…}>`,
        why: 'spreads an expression; write the attributes one by one',
        line: lineOf(node),
      });
      continue;
    }
    const { name, value } = attribute;
    if (typeof value === 'string') attributes[name] = value;
    else if (!value) attributes[name] = true;
    else
      try {
        attributes[name] = readLiteral(value.value);
      } catch (error) {
        code.push({ what: `<${node.name} ${name}={…}>`, why: (error as Error).message, line: lineOf(node) });
      }
  }
  return attributes;
}

const stringOf = (value: Literal | undefined) => (typeof value === 'string' ? value : '');

/** The texts of a case; what is not given as text, who and source is left out (the content check reports it). */
function caseTexts(value: Literal | undefined): CaseText[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (!item || typeof item !== 'object' || Array.isArray(item)) return [];
    const { text, who, source } = item;
    return typeof text === 'string' && typeof who === 'string' && typeof source === 'string'
      ? [{ text, who, source }]
      : [];
  });
}

/** @param again gives the element once more, when its nodes are asked for. */
function readCase(
  node: Element,
  attributes: Record<string, Literal>,
  terms: Terms,
  again: () => Element | undefined,
): PageCase {
  const { sign, only } = attributes;
  return {
    id: stringOf(attributes['id']),
    title: stringOf(attributes['title']),
    acts: splitList(attributes['acts'], ','),
    words: splitList(attributes['words'], ';'),
    heard: splitList(attributes['heard'], ';'),
    ...(typeof sign === 'string' ? { sign } : {}),
    signs: splitList(attributes['signs'], ','),
    against: splitList(attributes['against'], ','),
    says: caseTexts(attributes['says']),
    ...(typeof only === 'string' ? { only } : {}),
    recognise: partText(node, 'Recognise', terms),
    why: partText(node, 'Why', terms),
    do: partText(node, 'Do', terms),
    collect: partText(node, 'Collect', terms),
    get nodes() {
      const whole = again();
      const nodesOf = (name: string): readonly Nodes[] => (whole && partOf(whole, name)?.children) ?? [];
      return {
        recognise: nodesOf('Recognise'),
        why: nodesOf('Why'),
        do: nodesOf('Do'),
        collect: nodesOf('Collect'),
        except: nodesOf('Except'),
      };
    },
    line: lineOf(node),
  };
}

/** What the parser says of malformed MDX: `12:3: Unexpected …`. */
export class BodyError extends Error {
  /** Line of the body, from 1. */
  readonly line: number;

  constructor(cause: unknown) {
    const text = cause instanceof Error ? cause.message : String(cause);
    const parts = /^(\d+):\d+: (.*?)( \([\w-]+:[\w-]+\))?$/s.exec(text);
    // Places inside the message count from the start of the body, too; readers know the file.
    super((parts?.[2] ?? text).replace(/ \(\d+:\d+(-\d+:\d+)?\)/g, ''), { cause });
    this.line = Number(parts?.[1] ?? 1);
  }
}

let parsed: { body: string; tree: Nodes } | undefined;

/**
 * The tree of a body. Only the last one is kept: a tree takes ten times the memory of its text, and only exports need it
 * again, page by page.
 */
function treeOf(body: string): Nodes {
  if (parsed?.body === body) return parsed.tree;
  try {
    parsed = { body, tree: mdxToMdast(body, { features: { frontmatter: false } }) };
  } catch (error) {
    throw new BodyError(error);
  }
  return parsed.tree;
}

/** The case that is written on a line. */
function caseAt(node: Nodes, line: number): Element | undefined {
  if (isElement(node) && node.name === 'Case' && lineOf(node) === line) return node;
  const children: Nodes[] = 'children' in node ? node.children : [];
  for (const child of children) {
    const found = caseAt(child, line);
    if (found) return found;
  }
  return undefined;
}

/**
 * Reads the body of a page.
 * @param body MDX without front matter.
 * @param terms for those that the page names by their id.
 * @throws BodyError if the MDX is malformed.
 */
export function readBody(body: string, terms: Terms = new Map()): PageBody {
  const tree = treeOf(body);
  const page: PageBody = {
    get nodes() {
      const whole = treeOf(body);
      return 'children' in whole ? whole.children : [];
    },
    headings: [],
    cases: [],
    parts: [],
    citations: [],
    links: [],
    images: [],
    elements: [],
    code: [],
    paragraphs: [],
  };

  const readElement = (node: Element) => {
    const line = lineOf(node);
    if (node.name && /^[a-z]/.test(node.name))
      page.code.push({
        what: `the tag <${node.name}>`,
        why: 'is markup; write Markdown or an author component instead',
        line,
      });
    const attributes = readAttributes(node, page.code);
    page.elements.push({ name: node.name ?? '', attributes, line });
    if (node.name === 'Src') page.citations.push({ id: stringOf(attributes['id']), line });
    if (node.name === 'Case') {
      const item = readCase(node, attributes, terms, () => caseAt(treeOf(body), line));
      page.cases.push(item);
      page.citations.push(...item.says.map(({ source }) => ({ id: source, line })));
    }
    if (node.name === 'Part')
      page.parts.push({
        id: stringOf(attributes['id']),
        title: stringOf(attributes['title']),
        words: splitList(attributes['words'], ';'),
        line,
      });
  };

  const read = (node: Nodes) => {
    const line = lineOf(node);
    if (node.type === 'heading') page.headings.push({ depth: node.depth, text: textOf(node, terms), line });
    if (node.type === 'link') page.links.push({ url: node.url, line });
    if (node.type === 'image') page.images.push({ url: node.url, line });
    if (node.type === 'definition') page.links.push({ url: node.url, line });
    if (node.type === 'mdxjsEsm')
      page.code.push({ what: node.value.split('\n')[0] ?? '', why: 'is code; content is data', line });
    if (
      (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
      !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)
    )
      page.code.push({ what: `{${node.value}}`, why: 'is an expression; write what it stands for', line });
    if (isElement(node)) readElement(node);
    if (!('children' in node)) return;
    // Prose stands in paragraphs, or bare in an element; either way it is one run of phrasing in a block. Cells are figures.
    if (!phrasing.has(node.type) && node.type !== 'heading' && node.type !== 'tableCell')
      for (const run of runs(node)) {
        const [first] = run;
        if (!first || !phrasing.has(first.type)) continue;
        const text = withoutGaps(oneLine(phrase(run, terms)));
        if (text) page.paragraphs.push({ text, line: lineOf(first) });
      }
    for (const child of node.children) read(child);
  };
  read(tree);
  return page;
}
