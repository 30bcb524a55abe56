/**
 * What `npm run new` can make, and how: a template with the gaps that the author fills, in a new file or put into one
 * that is there. Pure but for reading content/; nothing is written here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, type Node, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { Refused } from '../arguments.ts';
import { registry } from '../check/registry.ts';
import { readBody } from '../page-body.ts';
import { isOwn, ownFolder, readContent } from '../read.ts';

/** A file as it will be. */
export interface Change {
  /** Path from the project's root. */
  file: string;
  text: string;
  /** First line of what is new, from 1. */
  line: number;
}

export interface Target {
  /** Folder that holds content/. */
  root: string;
  /** Whether it goes into content/own/, as what a copy has of its own. */
  own: boolean;
  /** YYYY-MM-DD. */
  today: string;
}

export interface Kind {
  name: string;
  /** Arguments as one types them, with ids that are free; those in brackets may be left out and are gaps then. */
  takes: string;
  what: string;
  make(given: readonly string[], target: Target): Change[];
}

const template = (name: string) => readFileSync(join(import.meta.dirname, 'templates', name), 'utf8');

/** Lines under each other at the place of a mark keep its indentation. */
function indented(text: string, by: string): string {
  return text.trimEnd().replaceAll('\n', `\n${by}`);
}

/** The value of a key in YAML: one line, quoted where it must be, or a list below the key. */
const yamlValue = (value: string, by: string) =>
  value.includes('\n')
    ? `\n${by}  ${indented(value, `${by}  `)}`
    : ` ${stringify(/^\d+$/.test(value) ? Number(value) : value, { lineWidth: 0 }).trim()}`;

/** A template with its marks ($ID, $TITLE) replaced. */
function fill(name: string, values: Record<string, string>): string {
  return template(name).replace(
    /^([ \t]*)(.*)$/gm,
    (_, by: string, line: string) =>
      by +
      line.replace(/((?:^|- )\w+:) \$([A-Z]+)$|\$([A-Z]+)/g, (_mark, key = '', ofKey = '', id = '') =>
        key ? `${key}${yamlValue(values[ofKey] ?? '', by)}` : indented(values[id] ?? '', by),
      ),
  );
}

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function needed(value: string | undefined, what: string, form: RegExp): string {
  if (value === undefined) throw new Refused(`name ${what}`);
  if (!form.test(value)) throw new Refused(`"${value}" is not ${what}`);
  return value;
}

const anId = (value: string | undefined) =>
  needed(value, 'an id: lower-case words joined by hyphens, such as no-credit', idForm);
const aCode = (value: string | undefined) =>
  needed(value, 'a code: three digits, such as 486', /^[1-9]\d\d$/);

/** A text that goes into a page or a message as it is. */
function plain(value: string | undefined, otherwise: string): string {
  if (value === undefined) return `TODO ${otherwise}`;
  if (/["`<>{}\\\n]/.test(value))
    throw new Refused(
      `${value} holds one of " \` < > { } \\, which mean something in a page; use “ ” for quotes`,
    );
  return value;
}

const read = ({ root }: Target, file: string) => readFileSync(join(root, file), 'utf8');
const folder = ({ own }: Target) => (own ? ownFolder : 'content');

/** A file that must not be there yet. */
function fresh({ root }: Target, file: string, text: string): Change {
  if (existsSync(join(root, file))) throw new Refused(`${file} is there already; it was left as it is`);
  return { file, text, line: 1 };
}

/** Lines of a text. */
const count = (text: string) => text.split('\n').length - 1;

/** Puts a text behind a place of a file. */
function behind(file: string, whole: string, place: number, text: string): Change {
  const before = whole.slice(0, place).replace(/\s*$/, '\n');
  return { file, text: `${before}${text}${whole.slice(place)}`, line: count(before) + 1 };
}

/** The list at a path of a YAML file. */
function listAt(file: string, text: string, path: readonly (string | number)[]): YAMLSeq<Node> {
  const document = parseDocument(text);
  const list: unknown = path.length ? document.getIn(path) : document.contents;
  if (document.errors.length || !isSeq<Node>(list))
    throw new Refused(`${file} cannot be read as YAML; put it right first (npm run check:content)`);
  return list;
}

/** Adds an entry at the end of a list of a YAML file, or makes the file. */
function listed(target: Target, file: string, path: readonly (string | number)[], entry: string): Change {
  if (!existsSync(join(target.root, file))) return { file, text: entry, line: 1 };
  const text = read(target, file);
  const list = listAt(file, text, path);
  const [start = 0, end = text.length] = list.range ?? [];
  const by = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return behind(file, text, end, `${by}${indented(entry, by)}\n`);
}

const aCase = (id: string, title: string) => fill('case.mdx', { ID: id, TITLE: title }).trimEnd();
const openCase = () =>
  aCase('TODO an id for links, such as no-credit, which never changes', 'TODO what is the case, as a title');

function code([first, phrase]: readonly string[], target: Target): Change[] {
  const number = aCode(first);
  const registered = registry[number];
  const values = {
    CODE: number,
    PHRASE: plain(phrase ?? registered, 'the reason phrase'),
    STATUS: registered ? 'registered' : 'TODO deprecated, obsolete, de-facto or vendor',
    TODAY: target.today,
    CASE: openCase(),
  };
  if (target.own && existsSync(join(target.root, `content/codes/${number}.mdx`)))
    throw new Refused(
      `upstream has a page for ${number}; add a case to it: npm run new -- case ${number} … --own`,
    );
  return [
    fresh(target, `${folder(target)}/codes/${number}.mdx`, fill('code.mdx', values)),
    fresh(target, `${folder(target)}/examples/${number}-answer.sip`, fill('answer.sip', values)),
  ];
}

function caseOf([first, second, title]: readonly string[], target: Target): Change[] {
  const of = needed(
    first,
    'a page: a code such as 403, or q850-17 for a cause',
    /^(?:[1-9]\d\d|q850-\d{1,3})$/,
  );
  const id = anId(second);
  const text = aCase(id, plain(title, 'what is the case, as a title'));
  const name = of.startsWith('q850-') ? `q850/${of.slice(5)}.mdx` : `codes/${of}.mdx`;
  const page = [`content/${name}`, `${ownFolder}/${name}`].find((file) =>
    existsSync(join(target.root, file)),
  );
  if (!page)
    throw new Refused(
      `there is no page for ${of}; make it first: npm run new -- ${of.startsWith('q850-') ? `cause ${of.slice(5)}` : `code ${of}`}`,
    );
  const whole = read(target, page);
  const [, front = ''] = /^(---\n[\s\S]*?\n---\n)/.exec(whole) ?? [];
  const { cases, headings } = readBody(whole.slice(front.length));
  if (cases.some((item) => item.id === id))
    throw new Refused(`${page} has a case "${id}" already; it was left as it is`);
  if (target.own && !isOwn(page))
    return [
      fresh(
        target,
        `${ownFolder}/cases/${of}/${id}.mdx`,
        fill('own-case.mdx', { TODAY: target.today, CASE: text }),
      ),
    ];
  // The last of the cases: before the section that follows them, or at the end.
  const at = headings.findIndex(({ depth, text: heading }) => depth === 2 && heading === 'Cases');
  const next = headings.slice(at + 1).find(({ depth }) => depth === 2);
  const lines = whole.split('\n');
  const start = at >= 0 && next ? count(front) + next.line - 1 : lines.length - 1;
  const before = lines.slice(0, start).join('\n').trimEnd();
  const rest = lines.slice(start).join('\n');
  return [{ file: page, text: `${before}\n\n${text}\n${rest ? `\n${rest}` : ''}`, line: count(before) + 3 }];
}

function cause([first]: readonly string[], target: Target): Change[] {
  const number = needed(first, 'a cause of content/causes.yaml, such as 34', /^[1-9]\d{0,2}$/);
  if (
    !readContent(target.root)
      .tables.get('causes')
      ?.some(({ id }) => id === number)
  )
    throw new Refused(`content/causes.yaml has no cause ${number}; its facts stand there, so add it first`);
  return [
    fresh(
      target,
      `${folder(target)}/q850/${number}.mdx`,
      fill('cause.mdx', { CAUSE: number, TODAY: target.today, CASE: openCase() }),
    ),
  ];
}

/** The id that follows those a file has: asterisk-064. */
function nextId(vendor: string, { root, own }: Target): string {
  const { vendors, ownNotes } = readContent(root);
  const stem = own ? `own-${vendor}` : vendor;
  const numbers = [...vendors, ...ownNotes].flatMap(({ data }) =>
    ((data as { notes?: { id?: unknown }[] } | null)?.notes ?? []).map(({ id }) => {
      const text = String(id);
      return text.startsWith(`${stem}-`) ? Number(text.slice(stem.length + 1)) || 0 : 0;
    }),
  );
  return `${stem}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

const aNote = (id: string, code: string | undefined, phrase: string | undefined, { today }: Target) =>
  fill('note.yaml', {
    ID: id,
    CODE: code === undefined ? 'TODO the code it sends, takes or names' : aCode(code),
    PHRASE: phrase ?? 'TODO the text it sends or logs, letter for letter, or take the line out',
    TODAY: today,
  }).trimEnd();

function vendor([first, name]: readonly string[], target: Target): Change[] {
  const id = anId(first);
  const note = aNote(nextId(id, target), undefined, undefined, target);
  const values = { NAME: name ?? 'TODO the name that readers know it by', NOTE: note };
  if (target.own && existsSync(join(target.root, `content/vendors/${id}.yaml`)))
    throw new Refused(`upstream has ${id}; add a note to it: npm run new -- note ${id} 403 --own`);
  return [fresh(target, `${folder(target)}/vendors/${id}.yaml`, fill('vendor.yaml', values))];
}

function note([first, number, phrase]: readonly string[], target: Target): Change[] {
  const id = anId(first);
  const upstream = `content/vendors/${id}.yaml`;
  const file = `${folder(target)}/vendors/${id}.yaml`;
  const text = aNote(nextId(id, target), aCode(number), phrase, target);
  if (existsSync(join(target.root, file))) return [listed(target, file, ['notes'], text)];
  if (target.own && existsSync(join(target.root, upstream)))
    return [fresh(target, file, fill('own-notes.yaml', { NOTE: text }))];
  throw new Refused(
    `there is no ${file}; make it first: npm run new -- vendor ${id}${target.own ? ' --own' : ''}`,
  );
}

function guide([first, title]: readonly string[], target: Target): Change[] {
  const id = anId(first);
  const orders = readContent(target.root).guides.map(
    ({ data }) => Number((data as { order?: unknown } | null)?.order) || 0,
  );
  const values = {
    TITLE: title ?? 'TODO the title of the page',
    ORDER: String(Math.max(0, ...orders) + 1),
    TODAY: target.today,
  };
  return [fresh(target, `${folder(target)}/guides/${id}.mdx`, fill('guide.mdx', values))];
}

function command([first, second, title]: readonly string[], target: Target): Change[] {
  const id = anId(first);
  const values = { WHO: anId(second), TODAY: target.today };
  const one = fill('command.yaml', values).trimEnd();
  const task = fill('task.yaml', {
    ID: id,
    TITLE: title ?? 'TODO what one does, as an order without a full stop',
    COMMAND: one,
  });
  const file = `${folder(target)}/commands.yaml`;
  const tasks = existsSync(join(target.root, file)) ? listAt(file, read(target, file), []).items : [];
  const known = tasks.findIndex((item) => isMap(item) && item.get('id') === id);
  return [known < 0 ? listed(target, file, [], task) : listed(target, file, [known, 'commands'], one)];
}

function sign([first, ask]: readonly string[], target: Target): Change[] {
  const id = anId(first);
  if (
    readContent(target.root)
      .tables.get('signs')
      ?.some((entry) => entry.id === id)
  )
    throw new Refused(`content/signs.yaml has the sign "${id}" already; it was left as it is`);
  const values = { ID: id, ASK: ask ?? 'TODO what a reader ticks, in a few plain words' };
  return [listed(target, `${folder(target)}/signs.yaml`, [], fill('sign.yaml', values))];
}

export const kinds: readonly Kind[] = [
  { name: 'code', takes: '498 ["Its Phrase"]', what: 'the page of a code, and a message', make: code },
  {
    name: 'case',
    takes: '403 your-case ["What the case is"]',
    what: 'a case on the page of a code, or of a cause (q850-17)',
    make: caseOf,
  },
  { name: 'cause', takes: '103', what: 'the page with the cases of a Q.850 cause', make: cause },
  { name: 'vendor', takes: 'acme ["Acme SBC"]', what: 'a vendor with its first note', make: vendor },
  { name: 'note', takes: 'asterisk 403 ["No credit"]', what: 'what a vendor does with a code', make: note },
  { name: 'guide', takes: 'your-guide ["What it explains"]', what: 'a guide', make: guide },
  {
    name: 'command',
    takes: 'your-task asterisk ["List the channels"]',
    what: 'how a product does a task; the task too where it is new',
    make: command,
  },
  { name: 'sign', takes: 'your-sign ["What is seen"]', what: 'what can be seen in a call', make: sign },
];
