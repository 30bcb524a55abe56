/** Pages have the fixed sections in order, cases with fixed ids and all their parts, and known components only. */
import { type LadderFlow, parseLadder } from '../../sip/ladder.ts';
import type { Literal } from '../literal.ts';
import type { Model } from '../model.ts';
import type { PageElement } from '../page-body.ts';
import { type Content, entriesOf, type Entry, type Page, pagesOf } from '../read.ts';
import { actor } from '../schemas/shared.ts';
import { sections, writtenSections } from '../sections.ts';
import { longestBlock, longestWord } from './bytes.ts';
import { at, inBody, ofName, type Problem } from './problem.ts';

/** The H2s of a code page, in order. Other sections are added by the layout. */
export const codeHeadings: string[] = writtenSections.flatMap(
  (id) => sections.find((section) => section.id === id)?.title ?? [],
);

const reserved = new Set<string>([
  ...sections.map(({ id }) => id),
  'phrases',
  'notations',
  'to-sip',
  'from-sip',
  'top',
  'main',
  'suggestions',
]);

/** Components an author may use, with the attributes each takes; a star marks those it needs. */
export const components: Record<string, string[]> = {
  Case: ['id*', 'title*', 'acts*', 'words', 'heard', 'sign', 'signs', 'against', 'says', 'only'],
  Recognise: [],
  Why: [],
  Do: [],
  Collect: [],
  Except: [],
  How: ['task*'],
  Src: ['id*'],
  Ladder: ['caption*', 'flow*'],
  SipMessage: ['file*', 'caption*', 'notes'],
  Part: ['id*', 'title*', 'words'],
  PasswordCheck: [],
  Bookmarklet: [],
  Term: ['id*'],
};

/** Attributes that hold a list; all others are text. */
const lists = new Set(['notes', 'says']);
/** Signs between the items of attributes that hold a list as text. */
const separators: Record<string, string> = { words: ';', heard: ';', acts: ',', signs: ',', against: ',' };

/** Longest paragraph in characters; the longest of the first edition had 820. */
const longestParagraph = 1_500;

/** Characters that stand beside each other between two neighbours on a phone, by the number of participants. */
const room: Record<number, { label: number; small: number }> = {
  2: { label: 28, small: 36 },
  3: { label: 22, small: 28 },
  4: { label: 20, small: 20 },
};
const longestName = 18;

/** What does not fit into a ladder. */
function ladderFaults({ participants, steps }: LadderFlow): string[] {
  const width = room[participants.length];
  if (!width)
    return [
      `ladder: has ${participants.length} participants; two to four fit on a phone, so leave out those that do not matter`,
    ];
  const faults: string[] = [];
  const fit = (text: string, most: number) => {
    if (text.length > most)
      faults.push(
        `ladder: "${text}" has ${text.length} characters; at most ${most} fit with ${participants.length} participants, so shorten it`,
      );
  };
  for (const { name, under } of participants) {
    fit(name, longestName);
    fit(under, longestName);
  }
  if (new Set(participants.map(({ name }) => name)).size < participants.length)
    faults.push('ladder: names a participant twice; give each its own name');
  for (const step of steps) {
    if (step.kind !== 'arrow') fit(step.label, width.small);
    else if (step.from === step.to)
      faults.push(`ladder: "${step.label}" goes from one participant to itself; write "A: ${step.label}"`);
    else {
      const span = Math.abs(step.from - step.to);
      fit(step.label, width.label * span);
      fit(step.note, width.small * span);
    }
  }
  if (!steps.length) faults.push('ladder: has no message; write one line for each, such as "A -> B: INVITE"');
  return faults;
}

function attributeFaults({ name, attributes }: PageElement, allowed: readonly string[]): string[] {
  const faults: string[] = [];
  const empty = (value: Literal | undefined) => typeof value !== 'string' || !value.trim();
  for (const attribute of allowed)
    if (attribute.endsWith('*') && empty(attributes[attribute.slice(0, -1)]))
      faults.push(`<${name}> needs ${attribute.slice(0, -1)}="…"`);
  for (const [attribute, value] of Object.entries(attributes)) {
    const needed = allowed.includes(`${attribute}*`);
    if (!needed && !allowed.includes(attribute))
      faults.push(`<${name}> does not take ${attribute}; remove it`);
    else if (lists.has(attribute)) {
      if (!Array.isArray(value)) faults.push(`<${name} ${attribute}> must be a list: ${attribute}={[{ … }]}`);
    } else if (!needed && empty(value))
      faults.push(`<${name}> has an empty ${attribute}; fill it or remove it`);
    const separator = separators[attribute];
    if (separator && typeof value === 'string' && value.trim()) {
      const items = value.split(separator).map((item) => item.trim().toLowerCase());
      if (items.some((item) => !item))
        faults.push(`<${name}> has an empty item in ${attribute}; take out the "${separator}" too many`);
      const twice = items.find((item, place) => item && items.indexOf(item) < place);
      if (twice) faults.push(`<${name}> has "${twice}" twice in ${attribute}; keep one`);
    }
  }
  return faults;
}

function checkElements(page: Page, code?: number): Problem[] {
  const problems: Problem[] = [];
  for (const element of page.body.elements) {
    const { name, attributes, line } = element;
    const say = (message: string) => problems.push(inBody(page, line, message));
    // Tags are no business of this check; markup.ts refuses them.
    if (/^[a-z]/.test(name)) continue;
    const allowed = components[name];
    if (!allowed) {
      say(`uses <${name}>, which is no author component; known are ${Object.keys(components).join(', ')}`);
      continue;
    }
    attributeFaults(element, allowed).forEach(say);
    const { flow } = attributes;
    if (name !== 'Ladder' || typeof flow !== 'string' || !flow.trim()) continue;
    try {
      const ladder = parseLadder(flow, code);
      ladderFaults(ladder).forEach(say);
      if (code && code < 700 && !ladder.steps.some((step) => step.kind === 'arrow' && step.marked))
        say(`ladder: shows no message of ${code}; start a label with "${code} " or mark one with ->*`);
    } catch (error) {
      say((error as Error).message);
    }
  }
  return problems;
}

function checkIds(page: Page): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const titles = new Set<string>();
  for (const { id, title, line } of [...page.body.cases, ...page.body.parts]) {
    const say = (message: string) => problems.push(ofName(inBody(page, line, message)));
    if (id && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      say(`id "${id}" of "${title}" must be lower-case words joined by hyphens`);
    if (ids.has(id)) say(`id "${id}" is used twice on this page; give the newer one another id`);
    if (reserved.has(id)) say(`id "${id}" is a section of the layout; choose another`);
    if (title && titles.has(title))
      say(`title "${title}" is used twice on this page; say what tells the two apart`);
    if (id) ids.add(id);
    titles.add(title);
  }
  return problems;
}

const checkParagraphs = (page: Page): Problem[] =>
  page.body.paragraphs
    .filter(
      ({ text }) =>
        text.length > longestParagraph &&
        // Longer blocks and words are reported as such.
        text.length <= longestBlock &&
        !text.split(' ').some((word) => word.length > longestWord),
    )
    .map(({ text, line }) =>
      inBody(
        page,
        line,
        `is a paragraph of ${text.length.toLocaleString('en')} characters, at most ${longestParagraph.toLocaleString('en')}; split or shorten it`,
      ),
    );

function checkHeadings(page: Page): Problem[] {
  const problems: Problem[] = [];
  let last = -1;
  for (const heading of page.body.headings.filter(({ depth }) => depth <= 2)) {
    const say = (message: string) => problems.push(inBody(page, heading.line, message));
    const place = codeHeadings.indexOf(heading.text);
    const order = codeHeadings.join(', ');
    if (heading.depth === 1) say('has a heading of level 1; the layout writes it');
    else if (place < 0) say(`has the heading "${heading.text}"; allowed are ${order}, in this order`);
    else if (place === last) say(`has the heading "${heading.text}" twice; join the two sections`);
    else if (place < last) say(`has "${heading.text}" out of order; the order is ${order}`);
    last = Math.max(last, place);
  }
  return problems;
}

function checkCases(page: Page): Problem[] {
  return page.body.cases.flatMap((item) => {
    const parts = { Recognise: item.recognise, Why: item.why, Do: item.do, Collect: item.collect };
    return [
      ...Object.entries(parts)
        .filter(([, text]) => !text)
        .map(
          ([name]) =>
            `case "${item.id}" has no <${name}>; every case says how to recognise it, why, what to do and what to collect`,
        ),
      ...item.acts
        .filter((id) => !actor.options.includes(id as never))
        .map((id) => `acts="${id}" is unknown; use ${actor.options.join(', ')}`),
    ].map((message) => inBody(page, item.line, message));
  });
}

/** Texts of data that are lists of words for the search: none empty, none twice. */
function checkLists(entry: Entry): Problem[] {
  const problems: Problem[] = [];
  const data = entry.data as Record<string, unknown> | null | undefined;
  for (const key of ['words', 'also', 'methods', 'acts', 'sources', 'defined', 'codes']) {
    const list = data?.[key];
    if (!Array.isArray(list)) continue;
    list.forEach((item: unknown, place) => {
      if (typeof item === 'string' && !item.trim())
        problems.push(at(entry, [key, place], 'is empty; write a word or take it out'));
      else if (list.findIndex((other) => String(other).toLowerCase() === String(item).toLowerCase()) < place)
        problems.push(at(entry, [key, place], `has "${String(item)}" twice; keep one`));
    });
  }
  return problems;
}

/** Texts that are there but say nothing. */
function checkBlank(entry: Entry): Problem[] {
  const problems: Problem[] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'string') {
      // Lists of words have their own message.
      const inList = typeof path.at(-1) === 'number' && path.length === 2;
      if (!value.trim() && !inList) problems.push(at(entry, path, 'is empty; write it, or take the key out'));
      if (value.length > longestParagraph && !value.split(/\s/).some((word) => word.length > longestWord))
        problems.push(
          at(
            entry,
            path,
            `has ${value.length.toLocaleString('en')} characters, at most ${longestParagraph.toLocaleString('en')}; shorten it`,
          ),
        );
    } else if (Array.isArray(value)) value.forEach((item, place) => walk(item, [...path, place]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(entry.data, []);
  return problems;
}

/** Cases that a copy adds: one a file, named after it, on a page that is there and has no case of that name. */
function checkOwnCases({ codes, q850, ownCases }: Content): Problem[] {
  const pages = new Map([
    ...codes.map((page) => [page.id, page] as const),
    ...q850.map((page) => [`q850-${page.id}`, page] as const),
  ]);
  return ownCases.flatMap((own) => {
    const { body, of, id } = own;
    const page = pages.get(of);
    const name = id.slice(of.length + 1);
    const [item, second] = body.cases;
    const whole = (message: string): Problem => ({ file: own.file, line: 1, key: 'the file', message });
    const problems = [
      ...checkElements(own, /^\d/.test(of) ? Number(of) : undefined),
      ...checkCases(own),
      ...body.headings
        .filter(({ depth }) => depth <= 2)
        .map(({ text, line }) =>
          inBody(own, line, `has the heading "${text}"; write one <Case> and no more`),
        ),
    ];
    if (!page)
      problems.push(
        ofName(
          whole(
            `belongs to ${of}, which has no page; correct the name of the folder, or write ${
              of.startsWith('q850-') ? `content/own/q850/${of.slice(5)}.mdx` : `content/own/codes/${of}.mdx`
            }`,
          ),
        ),
      );
    if (!item) problems.push(whole('has no <Case>; write one'));
    else if (second)
      problems.push(inBody(own, second.line, 'has a second <Case>; give it a file of its own'));
    else if (item.id !== name)
      problems.push(
        ofName(
          inBody(
            own,
            item.line,
            `has the id "${item.id}", but the file is named ${name}.mdx; make the two agree`,
          ),
        ),
      );
    const other = page?.body.cases.find((one) => one.id === item?.id);
    if (page && other && item)
      problems.push(
        ofName(
          inBody(
            own,
            item.line,
            `has the id "${item.id}", which upstream’s page has too (${page.file}:${other.line + page.offset}); give yours another`,
            [{ file: page.file, line: other.line + page.offset }],
          ),
        ),
      );
    return problems;
  });
}

export function checkPages({ content }: Model): Problem[] {
  const problems: Problem[] = [];
  for (const page of content.codes) {
    const code = (page.data as { code?: unknown } | undefined)?.code;
    if (typeof code === 'number' && String(code) !== page.id && /^\d+$/.test(page.id))
      problems.push(
        at(
          page,
          ['code'],
          `is ${code}, but the file is named ${page.id}.mdx; rename the file to ${code}.mdx or correct the code`,
        ),
      );
    problems.push(
      ...checkHeadings(page),
      ...checkElements(page, String(code) === page.id ? Number(code) : undefined),
      ...checkCases(page),
    );
  }
  for (const page of content.guides) {
    problems.push(...checkElements(page));
    for (const { depth, text, line } of page.body.headings)
      if (depth <= 2)
        problems.push(
          inBody(
            page,
            line,
            `has the heading "${text}"; in a guide write <Part id="…" title="…"> instead, so that its link is fixed`,
          ),
        );
  }
  for (const page of content.q850) {
    const cause = (page.data as { cause?: unknown } | undefined)?.cause;
    if (typeof cause === 'number' && String(cause) !== page.id)
      problems.push(
        at(
          page,
          ['cause'],
          `is ${cause}, but the file is named ${page.id}.mdx; rename the file or correct the cause`,
        ),
      );
    problems.push(...checkElements(page), ...checkCases(page));
    for (const { depth, text, line } of page.body.headings)
      if (depth <= 2)
        problems.push(
          inBody(page, line, `has the heading "${text}"; the layout writes the headings of a cause`),
        );
  }
  problems.push(...checkOwnCases(content));
  for (const page of pagesOf(content)) problems.push(...checkIds(page), ...checkParagraphs(page));
  for (const entry of entriesOf(content)) problems.push(...checkLists(entry), ...checkBlank(entry));
  return problems;
}
