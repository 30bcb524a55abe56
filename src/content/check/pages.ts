/** Check 3: code pages have the fixed sections in order, cases with fixed ids and all their parts, and known components only. */
import type { Page, Problem } from '../read.ts';
import { sections } from '../sections.ts';
import { parseLadder } from '../../sip/ladder.ts';
import { actor } from '../schemas/shared.ts';
import type { Model } from '../model.ts';

/** The H2s of a code page, in order. Other sections are added by the layout. */
export const codeHeadings: string[] = sections.flatMap((section) =>
  'slug' in section ? [section.title] : [],
);

const reserved = new Set<string>([...sections.map(({ id }) => id), 'phrases', 'top']);

/** Components an author may use, with the attributes each takes; a star marks those it needs. */
const components: Record<string, string[]> = {
  Case: ['id*', 'title*', 'acts*', 'words', 'sign', 'signs', 'against', 'says', 'only'],
  Recognise: [],
  Why: [],
  Do: [],
  Collect: [],
  Except: [],
  Src: ['id*'],
  Ladder: ['caption*', 'flow*'],
  SipMessage: ['file*', 'caption*', 'notes'],
  Part: ['id*', 'title*', 'words'],
  Term: ['id*'],
  Figure: ['name*'],
};

function checkElements(page: Page, problems: Problem[], code?: number) {
  const at = (line: number) => `line ${line + page.offset}`;
  for (const { what, why, line } of page.body.code)
    problems.push({ file: page.file, key: at(line), message: `${what} ${why}` });
  for (const { name, attributes, line } of page.body.elements) {
    if (/^[a-z]/.test(name)) continue;
    const allowed = components[name];
    if (!allowed) {
      problems.push({
        file: page.file,
        key: at(line),
        message: `uses <${name}>, which is no author component; known are ${Object.keys(components).join(', ')}`,
      });
      continue;
    }
    for (const attribute of allowed.filter((item) => item.endsWith('*')).map((item) => item.slice(0, -1)))
      if (!attributes[attribute])
        problems.push({ file: page.file, key: at(line), message: `<${name}> needs ${attribute}="…"` });
    for (const attribute of Object.keys(attributes))
      if (!allowed.includes(attribute) && !allowed.includes(`${attribute}*`))
        problems.push({
          file: page.file,
          key: at(line),
          message: `<${name}> does not take ${attribute}; remove it`,
        });
    if (name === 'Ladder' && attributes['flow'])
      try {
        const flow = parseLadder(String(attributes['flow']), code);
        if (code && code < 700 && !flow.steps.some((step) => step.kind === 'arrow' && step.marked))
          problems.push({
            file: page.file,
            key: at(line),
            message: `shows no message of ${code}; start a label with "${code} " or mark one with ->*`,
          });
      } catch (error) {
        problems.push({ file: page.file, key: at(line), message: (error as Error).message });
      }
  }
}

function checkIds(page: Page, problems: Problem[]) {
  const seen = new Set<string>();
  for (const { id, title, line } of [...page.body.cases, ...page.body.parts]) {
    const key = `line ${line + page.offset}`;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      problems.push({
        file: page.file,
        key,
        message: `id "${id}" of "${title}" must be lower-case words joined by hyphens`,
      });
    if (seen.has(id))
      problems.push({
        file: page.file,
        key,
        message: `id "${id}" is used twice on this page; give the newer one another id`,
      });
    if (reserved.has(id))
      problems.push({
        file: page.file,
        key,
        message: `id "${id}" is a section of the layout; choose another`,
      });
    seen.add(id);
  }
}

export function checkPages(model: Model): Problem[] {
  const problems: Problem[] = [];
  const numbers = new Map<number, string>();
  for (const page of model.content.codes) {
    const data = (page.data ?? {}) as { code?: number };
    // Front matter that could not be read has been reported.
    if (page.data !== undefined && String(data.code) !== page.id)
      problems.push({
        file: page.file,
        key: 'code',
        message: `is ${data.code}, but the file is named ${page.id}.mdx; rename the file to ${data.code}.mdx or correct the code`,
      });
    if (data.code !== undefined) {
      const first = numbers.get(data.code);
      if (first)
        problems.push({
          file: page.file,
          key: 'code',
          message: `${data.code} already has a page, ${first}; merge the two`,
        });
      numbers.set(data.code, page.file);
    }
    const headings = page.body.headings.filter((heading) => heading.depth <= 2);
    let last = -1;
    for (const heading of headings) {
      const key = `line ${heading.line + page.offset}`;
      const place = codeHeadings.indexOf(heading.text);
      if (heading.depth === 1)
        problems.push({ file: page.file, key, message: 'has a heading of level 1; the layout writes it' });
      else if (place < 0)
        problems.push({
          file: page.file,
          key,
          message: `has the heading "${heading.text}"; allowed are ${codeHeadings.join(', ')}, in this order`,
        });
      else if (place <= last)
        problems.push({
          file: page.file,
          key,
          message: `has "${heading.text}" out of order; the order is ${codeHeadings.join(', ')}`,
        });
      last = Math.max(last, place);
    }
    checkIds(page, problems);
    checkElements(page, problems, data.code);
    for (const item of page.body.cases) {
      const key = `case ${item.id}`;
      const parts = { Recognise: item.recognise, Why: item.why, Do: item.do, Collect: item.collect };
      for (const [name, text] of Object.entries(parts))
        if (!text)
          problems.push({
            file: page.file,
            key,
            message: `has no <${name}>; every case says how to recognise it, why, what to do and what to collect`,
          });
      for (const id of item.acts)
        if (!actor.options.includes(id as never))
          problems.push({
            file: page.file,
            key,
            message: `acts="${id}" is unknown; use ${actor.options.join(', ')}`,
          });
    }
  }
  for (const page of model.content.guides) {
    checkIds(page, problems);
    checkElements(page, problems);
    for (const heading of page.body.headings.filter(({ depth }) => depth <= 2))
      problems.push({
        file: page.file,
        key: `line ${heading.line + page.offset}`,
        message: `has the heading "${heading.text}"; in a guide write <Part id="…" title="…"> instead, so that its link is fixed`,
      });
  }
  return problems;
}
