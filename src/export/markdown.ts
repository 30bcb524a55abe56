/**
 * The text of pages as plain Markdown (CommonMark with tables) that reads well alone: links are whole, citations are
 * links behind what they carry, drawings and messages are blocks of code.
 */
import type { Nodes, Root, RootContent, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { type Element, isElement, readAttributes } from '../content/page-body.ts';
import type { Literal } from '../content/literal.ts';
import { citedAt, type Site } from './site.ts';

const text = (value: string): Nodes => ({ type: 'text', value });
const code = (value: string): Nodes => ({ type: 'inlineCode', value });
const paragraph = (...children: Nodes[]) => ({ type: 'paragraph', children }) as Nodes;
const link = (url: string, label: string): Nodes => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: label }],
});

/** What an element of the author's stands for, by its name. */
type Meaning = (element: Element, attributes: Record<string, Literal>, site: Site) => Nodes[];

const stringOf = (value: Literal | undefined) => (typeof value === 'string' ? value : '');

/** The start line and headers of a message with the notes that explain them. */
function messageNodes(site: Site, attributes: Record<string, Literal>): Nodes[] {
  const { file, caption, notes } = messageOf(attributes);
  return [
    paragraph(text(caption)),
    { type: 'code', lang: 'sip', value: messageText(site, file).replaceAll('\r\n', '\n').trimEnd() },
    ...(notes.length
      ? [
          {
            type: 'list',
            ordered: false,
            spread: false,
            children: notes.map(({ on, mark, text: note }) => ({
              type: 'listItem',
              spread: false,
              children: [paragraph(code(mark ?? on), text(': '), ...inlineNodes(note))],
            })),
          } as Nodes,
        ]
      : []),
  ];
}

/** A `<SipMessage>` as data. */
export function messageOf(attributes: Record<string, Literal>): {
  file: string;
  caption: string;
  notes: { on: string; mark?: string; text: string }[];
} {
  const notes = Array.isArray(attributes['notes']) ? attributes['notes'] : [];
  return {
    file: stringOf(attributes['file']),
    caption: stringOf(attributes['caption']),
    notes: notes.map((note) => {
      const { on, mark, text: said } = note as Record<string, Literal>;
      return {
        on: stringOf(on),
        ...(typeof mark === 'string' ? { mark } : {}),
        text: stringOf(said),
      };
    }),
  };
}

/**
 * An example message as on the wire, with CRLF.
 * @throws if there is none of that name; the content check says so first.
 */
export function messageText({ model }: Site, file: string): string {
  const found = model.content.examples.find(({ id }) => id === file);
  if (!found) throw new Error(`content/examples/${file}.sip does not exist`);
  return found.message;
}

const meanings: Record<string, Meaning> = {
  Src: (_, { id }, site) => {
    const { short, url } = citedAt(site, stringOf(id));
    return [text('('), url ? link(url, short) : text(short), text(')')];
  },
  Term: (_, { id }, { model, address }) => {
    const term = model.termById.get(stringOf(id))?.term ?? stringOf(id);
    return [link(address(`/guides/glossary/#${stringOf(id)}`), term)];
  },
  How: (_, { task }, { model, address }) => {
    const title = model.commands.find(({ id }) => id === task)?.title ?? stringOf(task);
    return [text('('), link(address(`/guides/commands/#${stringOf(task)}`), `Command: ${title}`), text(')')];
  },
  Ladder: (_, { caption, flow }) => [
    paragraph(text(stringOf(caption))),
    { type: 'code', value: stringOf(flow).trim() },
  ],
  SipMessage: (_, attributes, site) => messageNodes(site, attributes),
  Bookmarklet: (_, __, { address }) => [
    paragraph(link(address('/guides/linking-tickets/#bookmark'), 'The bookmark is on the page itself.')),
  ],
  PasswordCheck: (_, __, { address }) => [
    paragraph(link(address('/guides/digest/'), 'The check of a password is on the page itself.')),
  ],
  Part: (element, { title }, site) => [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: stringOf(title) }] },
    ...plainNodes(element.children as Nodes[], site),
  ],
};

/** Blanks at the ends of a paragraph, which Markdown would have to spell out. */
function trimmed(run: readonly Nodes[]): Nodes[] {
  return run.map((node, at) => {
    if (node.type !== 'text') return node;
    const start = at === 0 ? node.value.trimStart() : node.value;
    return text(at === run.length - 1 ? start.trimEnd() : start);
  });
}

/** Nodes without the author's elements: what they stand for stands there, with whole addresses. */
function plainNodes(nodes: readonly Nodes[], site: Site): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (/^mdx.*(Expression|Esm)$/.test(node.type)) return [];
    if (isElement(node)) {
      const meaning = meanings[node.name ?? ''];
      return meaning
        ? meaning(node, readAttributes(node, []), site)
        : plainNodes(node.children as Nodes[], site);
    }
    const whole = node.type === 'link' || node.type === 'definition' ? { url: site.address(node.url) } : {};
    if (!('children' in node)) return [{ ...node, ...whole }];
    const plain = plainNodes(node.children, site);
    const children = node.type === 'paragraph' ? trimmed(plain) : plain;
    return [{ ...node, ...whole, children } as Nodes];
  });
}

/** Text of a data file: what stands in `backticks` is code, nothing else is interpreted. */
function inlineNodes(value: string): Nodes[] {
  return value
    .split(/`([^`]+)`/)
    .map((part, at) => (at % 2 ? code(part) : text(part)))
    .filter((node) => !('value' in node) || node.value !== '');
}

/** Text that Markdown takes for nothing but text: most of it, and found far quicker than by writing it out. */
const harmless = /^[A-Za-z“][\w .,;:’“”„–…()§'"%/?=-]*$/;

/** A bare address stands as it is; escaping what might be one would only make it harder to read. */
const options: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  handlers: {
    // Looking for what needs escaping takes a hundred expressions a text.
    text: ({ value }: Text, _, state, info) =>
      harmless.test(value.replace(/^ /, '')) &&
      !value.includes('_') &&
      !(value.startsWith(' ') && info.before === '\n') &&
      !(value.endsWith(' ') && info.after === '\n')
        ? value
        : state.safe(value, info),
  },
};

const write = (nodes: readonly Nodes[]): string =>
  toMarkdown({ type: 'root', children: nodes as RootContent[] } satisfies Root, options).trim();

const inline = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link', 'break']);

/** Markdown of nodes of a page. Phrasing that stands bare in an element is a paragraph. */
export function markdownOf(nodes: readonly Nodes[], site: Site): string {
  const plain = plainNodes(nodes, site);
  const blocks: Nodes[] = [];
  let run: Nodes[] = [];
  const close = () => {
    if (run.length) blocks.push(paragraph(...trimmed(run)));
    run = [];
  };
  for (const node of plain)
    if (inline.has(node.type)) run.push(node);
    else {
      close();
      blocks.push(node);
    }
  close();
  return write(blocks);
}

/** Markdown of a text of a data file, with everything escaped that Markdown would take for more than text. */
export function escaped(value: string): string {
  return harmless.test(value) ? value : write([paragraph(...inlineNodes(value))]);
}

/** A link in Markdown. */
export const markdownLink = (label: string, url: string): string =>
  harmless.test(label) && /^[^\s()<>\\]+$/.test(url)
    ? `[${label}](${url})`
    : write([paragraph(link(url, label))]);

/** A block of code that holds whatever it must. */
export const codeBlock = (value: string, lang?: string): string =>
  write([{ type: 'code', value, ...(lang ? { lang } : {}) }]);
