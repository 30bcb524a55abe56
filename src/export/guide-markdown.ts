/** Guides, and Q.850 causes, as Markdown that reads well alone. */
import type { GuidePage } from '../content/model.ts';
import type { CauseData } from '../content/schemas/causes.ts';
import { causeHex, dss1Octet } from '../sip/q850.ts';
import { caseExport } from './code.ts';
import { caseMarkdown, cite } from './code-markdown.ts';
import { escaped, markdownLink, markdownOf } from './markdown.ts';
import { citationOf, commandTaskOf } from './shapes.ts';
import { onPage, type Site } from './site.ts';

const blocks = (...parts: (string | undefined)[]) => `${parts.filter(Boolean).join('\n\n')}\n`;

/** A guide with its sources. */
export function guideMarkdown(whole: Site, guide: GuidePage): string {
  const path = `/guides/${guide.id}/`;
  const site = onPage(whole, path);
  const { model, address } = site;
  const { title, summary, codes, reviewed } = guide.data;
  const sources = [...new Set(model.citationsOf(guide).map(({ id }) => cite(citationOf(site, id))))];
  return blocks(
    `# ${escaped(title)}`,
    address(path),
    escaped(summary),
    markdownOf(guide.body.nodes, site),
    codes.length ? '## Codes this helps with' : undefined,
    codes
      .map((code) =>
        markdownLink([code, model.phraseOf(code)].filter(Boolean).join(' '), address(`/${code}/`)),
      )
      .map((link) => `- ${link}`)
      .join('\n'),
    '## Sources',
    sources.map((source) => `- ${source}`).join('\n'),
    `Last read against its sources on ${reviewed}.`,
  );
}

/** A Q.850 cause with its cases. */
export function causeMarkdown(whole: Site, cause: CauseData): string {
  const path = `/q850/${cause.cause}/`;
  const site = onPage(whole, path);
  const { model } = site;
  const page = model.q850.find(({ data }) => data.cause === cause.cause);
  const tasks = model.commands.map((task) => commandTaskOf(site, task));
  return blocks(
    `# ${escaped(`Q.850 cause ${cause.cause}: ${cause.name}`)}`,
    site.address(path),
    `Hexadecimal ${causeHex(cause.cause)}, DSS1 octet ${dss1Octet(cause.cause)}. ${escaped(cause.meaning)}`,
    cause.practice && escaped(cause.practice),
    cause.cleared && `**Who cleared:** ${escaped(cause.cleared)}`,
    ...(page?.body.cases ?? []).map((item) => caseMarkdown(caseExport(site, path, item), tasks)),
  );
}
