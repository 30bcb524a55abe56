/**
 * What a page's MDX body says, as data: its headings, cases, parts, citations, examples and ladders.
 * The site, the exports, the search records and the content check all read pages through this module.
 */
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

export interface PageCase {
  id: string;
  title: string;
  /** Ids of who has to act, most likely first. */
  acts: string[];
  /** Words people search with that the case does not say itself. */
  words: string[];
  recognise: string;
  why: string;
  do: string;
  collect: string;
  line: number;
}

export interface PagePart {
  id: string;
  title: string;
  words: string[];
  text: string;
  line: number;
}

export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  line: number;
}

export interface PageBody {
  headings: { depth: number; text: string; line: number }[];
  cases: PageCase[];
  parts: PagePart[];
  /** Citations of every `<Src id>`, in order. */
  citations: { id: string; line: number }[];
  links: { url: string; line: number }[];
  /** Every component used, with its attributes as text. */
  elements: PageElement[];
  /** Prose paragraphs as plain text, for comparisons between pages. */
  paragraphs: { text: string; line: number }[];
  /** Number of words readers see in the body. */
  words: number;
}

interface Node {
  type: string;
  name?: string | null;
  depth?: number;
  url?: string;
  value?: string;
  attributes?: { type: string; name?: string; value?: string | { value: string } | null }[];
  children?: Node[];
  position?: { start: { line: number } };
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

const lineOf = (node: Node) => node.position?.start.line ?? 0;

const isElement = (node: Node): boolean =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

function attributesOf(node: Node): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes ?? []) {
    if (!attribute.name) continue;
    const { value } = attribute;
    attributes[attribute.name] = typeof value === 'string' ? value : (value?.value ?? 'true');
  }
  return attributes;
}

/** Splits an attribute that holds a list: `acts` by commas, `words` by semicolons. */
export function splitList(text: string | undefined, separator: ',' | ';'): string[] {
  return (text ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Plain text of a node; block children are joined by blanks, list items numbered by their order. */
function textOf(node: Node): string {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return '';
  if (node.type === 'listItem' || node.type === 'paragraph' || isElement(node))
    return oneLine((node.children ?? []).map(textOf).join(node.type === 'listItem' ? ' ' : ''));
  if (node.type === 'list')
    return (node.children ?? []).map((item, at) => `${at + 1}. ${textOf(item)}`).join(' ');
  if (node.children && !['strong', 'emphasis', 'link', 'heading'].includes(node.type))
    return oneLine(node.children.map(textOf).join(' '));
  return toString(node as never);
}

const phrasing = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'link', 'delete', 'break']);

/** Text of an element's children: run together where they are phrasing, apart where they are blocks. */
function insideText(node: Node): string {
  const children = node.children ?? [];
  const inline = children.some((child) => phrasing.has(child.type));
  return oneLine(children.map((child) => child.value ?? textOf(child)).join(inline ? '' : ' ')).replace(
    / ([.,;:])/g,
    '$1',
  );
}

function childText(node: Node, name: string): string {
  const child = node.children
    ?.flatMap((item) => (item.type === 'paragraph' ? (item.children ?? []) : [item]))
    .find((item) => isElement(item) && item.name === name);
  return child ? insideText(child) : '';
}

/**
 * Reads the body of a page.
 * @param body MDX without front matter.
 * @throws the parser's error, with line and column, if the MDX is malformed.
 */
export function readBody(body: string): PageBody {
  const tree = parser.parse(body) as Node;
  const page: PageBody = {
    headings: [],
    cases: [],
    parts: [],
    citations: [],
    links: [],
    elements: [],
    paragraphs: [],
    words: 0,
  };
  visit(tree as never, (raw: unknown) => {
    const node = raw as Node;
    const line = lineOf(node);
    if (node.type === 'heading')
      page.headings.push({ depth: node.depth ?? 0, text: toString(node as never), line });
    if (node.type === 'link' && node.url) page.links.push({ url: node.url, line });
    if (node.type === 'paragraph') page.paragraphs.push({ text: textOf(node), line });
    if (!isElement(node) || !node.name) return;
    const attributes = attributesOf(node);
    page.elements.push({ name: node.name, attributes, line });
    if (node.name === 'Src') page.citations.push({ id: attributes['id'] ?? '', line });
    if (node.name === 'Case')
      page.cases.push({
        id: attributes['id'] ?? '',
        title: attributes['title'] ?? '',
        acts: splitList(attributes['acts'], ','),
        words: splitList(attributes['words'], ';'),
        recognise: childText(node, 'Recognise'),
        why: childText(node, 'Why'),
        do: childText(node, 'Do'),
        collect: childText(node, 'Collect'),
        line,
      });
    if (node.name === 'Part')
      page.parts.push({
        id: attributes['id'] ?? '',
        title: attributes['title'] ?? '',
        words: splitList(attributes['words'], ';'),
        text: oneLine((node.children ?? []).map(textOf).join(' ')),
        line,
      });
  });
  page.words = textOf(tree).split(/\s+/).filter(Boolean).length;
  return page;
}
