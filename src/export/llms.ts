/**
 * /llms.txt, a list of what is here in the form of llmstxt.org, and /llms-full.txt, all of it in one text: for programs
 * that read a site before they answer a question about it.
 */
import { numberedClass } from '../content/labels.ts';
import { codeExport } from './code.ts';
import { codeMarkdown } from './code-markdown.ts';
import { causeMarkdown, guideMarkdown } from './guide-markdown.ts';
import { escaped, markdownLink } from './markdown.ts';
import type { Site } from './site.ts';

const rules = (site: Site) =>
  [
    'The meaning of a code is general; which of its cases applies is decided by what is seen in the call. Cite the case by its address, which does not change. Statements of vendors name their source and version.',
    `The two directions of the mapping between SIP and Q.850 are different tables and differ by authority: ${site.address('/mapping.json')}.`,
  ].join(' ');

/** The list: every code, guide and file with a sentence about it. */
export function llmsText(site: Site): string {
  const { model, address } = site;
  const item = (name: string, path: string, about: string) =>
    `- ${markdownLink(name, address(path))}: ${escaped(about)}`;
  const section = (title: string, items: readonly string[]) => `## ${title}\n\n${items.join('\n')}`;
  return `${[
    `# ${escaped(model.settings?.name ?? 'SIP codes')}`,
    `> ${escaped(model.settings?.tagline ?? '')}`,
    rules(site),
    ...model.classes
      .map(({ digit, data }) => ({
        title: numberedClass(digit, data.name),
        codes: model.codes.filter(({ id }) => id.startsWith(digit)),
      }))
      .filter(({ codes }) => codes.length)
      .map(({ title, codes }) =>
        section(
          escaped(title),
          codes.map(({ id, data }) => item(`${id} ${data.phrase}`, `/${id}.md`, data.meaning)),
        ),
      ),
    section(
      'Guides',
      model.guides.map(({ id, data }) => item(data.title, `/guides/${id}.md`, data.summary)),
    ),
    section('Data', [
      item('All codes', '/codes.json', 'every code in short, with its cases'),
      item('Mapping', '/mapping.json', 'SIP and Q.850, both directions, by authority'),
      item('Vendors', '/vendors.json', 'what vendors, stacks and carriers do with codes'),
      item('Signs', '/signs.json', 'what can be seen in a failed call, and the cases that show it'),
      item('Commands', '/commands.json', 'what to type for a task, product by product'),
    ]),
    section('Optional', [item('Everything in one text', '/llms-full.txt', 'all codes, causes and guides')]),
  ].join('\n\n')}\n`;
}

/** Everything: guides, codes, causes. Commands stand in /commands.json and are linked from the steps. */
export function llmsFull(site: Site): string {
  const { model } = site;
  return [
    `# ${escaped(model.settings?.name ?? 'SIP codes')}\n\n${rules(site)}\n`,
    ...model.codes.map((page) => codeMarkdown(codeExport(site, page), false)),
    ...model.causes.map((cause) => causeMarkdown(site, cause)),
    ...model.guides.map((guide) => guideMarkdown(site, guide)),
  ].join('\n---\n\n');
}
