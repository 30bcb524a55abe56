/** /403.json: everything that the page of a code says. The Markdown of the page is made from it (code-markdown.ts). */
import { z } from 'astro/zod';
import type { Nodes } from 'mdast';
import { tasksOf } from '../commands/page-tasks.ts';
import { effectSentences, numberedClass } from '../content/labels.ts';
import type { CodePage } from '../content/model.ts';
import { isElement, type PageBody, type PageCase } from '../content/page-body.ts';
import { codeSchema, codeStatus, dialogEffect, pathStop, retryVerdict } from '../content/schemas/codes.ts';
import { sections } from '../content/sections.ts';
import { mappingLines } from '../mapping/table.ts';
import { historyOf } from './changes.ts';
import { mappingLine } from './mapping.ts';
import { markdownOf, messageOf, messageText } from './markdown.ts';
import {
  acts,
  citation,
  citationOf,
  code,
  commandTask,
  commandTaskOf,
  day,
  head,
  headOf,
  markdown,
  permalink,
  plain,
  vendorHead,
  vendorHeadOf,
  vendorNote,
  vendorNoteOf,
} from './shapes.ts';
import { signOf } from './signs.ts';
import { onPage, type Site } from './site.ts';

const sign = z.object({
  id: z.string().describe('Id of a sign in /signs.json.'),
  value: z.string().optional().describe('The number that belongs to it here.'),
});

export const caseShape = z
  .object({
    id: z.string().describe('Fixed id: the fragment of the address.'),
    title: z.string(),
    url: permalink,
    acts,
    sign: plain.optional().describe('One sentence that tells the case from its neighbours.'),
    signs: z.array(sign).describe('What is typically seen.'),
    against: z.array(sign).describe('What speaks against the case.'),
    says: z
      .array(
        z.object({
          text: z.string().describe('A phrase or log line, letter for letter.'),
          who: z.string().describe('Id of the vendor, or "rfc" or "list".'),
          source: citation,
        }),
      )
      .describe('What is sent or logged in this case.'),
    only: z.string().optional().describe('"trace" where only a trace shows the case.'),
    words: z.array(z.string()).describe('What people type who have it.'),
    recognise: markdown.describe('What can be seen. CommonMark.'),
    why: markdown.describe('Why it happens. CommonMark.'),
    do: z
      .array(
        z.object({
          text: markdown,
          commands: z.array(z.string()).describe('Ids of tasks in `commands` that the step asks for.'),
        }),
      )
      .describe('What to do, in order.'),
    collect: markdown.describe('What to have before asking somebody else. CommonMark.'),
    except: markdown.optional().describe('When the advice is wrong. CommonMark.'),
  })
  .describe('One reason for which the code is sent.');
export type CaseExport = z.infer<typeof caseShape>;

export const codeShape = z
  .object({
    ...head,
    code,
    phrase: codeSchema.shape.phrase,
    url: permalink,
    class: z.object({
      digit: z.string().regex(/^\d$/),
      name: z.string().describe('Name of the class, with its number.'),
    }),
    status: codeStatus.describe(
      'registered and deprecated: in the IANA registry. obsolete: only in an RFC that was replaced. de-facto: sent by software, registered nowhere. vendor: one vendor’s own number.',
    ),
    defined: z.array(citation).describe('Defining documents, the main one first.'),
    reviewed: day.describe('The day somebody last read the whole page against its sources.'),
    meaning: plain.describe('What the code means, in a sentence or two.'),
    customer: plain.describe('What support may tell the customer, as it is.'),
    sentBy: plain.describe('Who sends it, in a few words.'),
    path: z
      .object({
        usual: z.array(pathStop).describe('Where it is usually made.'),
        possible: z.array(pathStop).describe('Where it may be made as well.'),
      })
      .optional()
      .describe('Where the response can be made on the way of a call.'),
    methods: z.array(z.string()).describe('Requests it can answer; "any" where the RFC names none.'),
    methodsNote: plain.optional(),
    acts,
    retry: z
      .object({
        verdict: retryVerdict,
        same: plain.describe('May the same request go to the same target again?'),
        other: plain.describe('Does another target, trunk or route help?'),
        delay: plain.optional().describe('How long to wait, if waiting helps.'),
        forking: plain.optional().describe('What a forking proxy does with it.'),
        sources: z.array(citation),
        defaults: z
          .array(
            z.object({
              vendor: z.string().describe('Id of the vendor.'),
              name: z.string(),
              text: plain,
              url: permalink.describe('The vendor note that says so.'),
            }),
          )
          .describe('What stacks and products do by themselves when the code arrives.'),
      })
      .describe('Whether to send the request again, and where.'),
    dialog: z
      .object({
        effect: dialogEffect,
        text: plain.describe('The effect as a sentence.'),
        note: plain.optional(),
        source: citation,
      })
      .optional()
      .describe('What it does to an established dialog when it answers a request inside it.'),
    unverified: plain.optional().describe('What could not be checked against a primary source.'),
    who: markdown.describe('Section “Who sent it”. CommonMark.'),
    cases: z.array(caseShape).describe('In the order of how often they are met.'),
    retryText: markdown.describe('Section “Retry and failover” without its table. CommonMark.'),
    wire: markdown.describe('Section “On the wire” with its call flows and messages. CommonMark.'),
    messages: z
      .array(
        z.object({
          id: z.string().describe('Name of the example.'),
          caption: plain,
          message: z.string().describe('The message as on the wire, with CRLF.'),
          notes: z.array(
            z.object({
              on: z.string().describe('How the line starts that the note explains.'),
              mark: z.string().optional().describe('The part of the line that matters.'),
              text: plain,
            }),
          ),
        }),
      )
      .describe('The messages of “On the wire”.'),
    commands: z.array(commandTask).describe('Tasks that the steps of the cases ask for.'),
    headers: z.array(
      z.object({
        name: z.string(),
        requirement: z.enum(['MUST', 'SHOULD', 'MAY']),
        purpose: plain.describe('What the reader learns from it.'),
        source: citation,
      }),
    ),
    headersNote: plain.optional(),
    variants: z
      .array(z.object({ phrase: z.string(), note: plain, source: citation }))
      .describe('Other phrases seen with the code.'),
    vendors: z
      .array(z.object({ ...vendorHead, notes: z.array(vendorNote) }))
      .describe('Every vendor note about the code.'),
    mapping: z
      .array(mappingLine)
      .describe('What each authority says of the code, in both directions: see /mapping.json.'),
    compare: z
      .array(z.object({ code, phrase: z.string().optional(), url: permalink, difference: plain }))
      .describe('Codes that readers confuse with it.'),
    lists: z
      .array(
        z.object({
          who: z.array(citation).describe('The lists that say it.'),
          says: plain.describe('What they say.'),
          instead: plain.describe('What is right.'),
          source: citation.describe('What proves it.'),
        }),
      )
      .describe('Where well-known lists are wrong about the code.'),
    words: z.array(z.string()).describe('What people type who look for the code.'),
    sources: z.array(citation).describe('Everything the page rests on.'),
    changes: z
      .array(
        z.object({
          date: day,
          text: plain.describe('What changed.'),
          why: plain.optional().describe('Why.'),
          url: permalink,
        }),
      )
      .describe('What changed on the page, newest first.'),
  })
  .describe('Everything that the page of one SIP response code says.');
export type CodeExport = z.infer<typeof codeShape>;

/** Blocks below a section's heading, up to the next one. */
function section(body: PageBody, id: string): readonly Nodes[] {
  const title = sections.find((one) => one.id === id)?.title;
  const isHeading = (node: Nodes) => node.type === 'heading' && node.depth === 2;
  const headings = body.headings.filter(({ depth }) => depth === 2);
  const at = headings.findIndex(({ text }) => text === title);
  if (at < 0) return [];
  const starts = body.nodes.flatMap((node, place) => (isHeading(node) ? [place] : []));
  const start = starts[at];
  return start === undefined ? [] : body.nodes.slice(start + 1, starts[at + 1]);
}

/** Ids of the tasks that nodes ask for. */
function tasksIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (isElement(node) && node.name === 'How') {
      const task = node.attributes.find(
        (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'task',
      )?.value;
      return typeof task === 'string' ? [task] : [];
    }
    return 'children' in node ? tasksIn(node.children) : [];
  });
}

/** Nodes without the links to commands. */
function withoutTasks(nodes: readonly Nodes[]): Nodes[] {
  return nodes
    .filter((node) => !(isElement(node) && node.name === 'How'))
    .map((node) =>
      'children' in node ? ({ ...node, children: withoutTasks(node.children) } as Nodes) : node,
    );
}

/** Steps: the items of a list, and what stands between lists as it is. */
function stepsOf(site: Site, nodes: readonly Nodes[]): CaseExport['do'] {
  return nodes
    .flatMap((node): (readonly Nodes[])[] =>
      node.type === 'list' ? node.children.map((item) => item.children) : [[node]],
    )
    .map((blocks) => ({ text: markdownOf(withoutTasks(blocks), site), commands: tasksIn(blocks) }));
}

/** @param path of the page the case stands on. */
export function caseExport(whole: Site, path: string, item: PageCase): CaseExport {
  const site = onPage(whole, path);
  const { id, title, nodes } = item;
  return {
    id,
    title,
    url: site.address(`#${id}`),
    // The content check knows the actors.
    acts: item.acts as CaseExport['acts'],
    sign: item.sign,
    signs: item.signs.map(signOf),
    against: item.against.map(signOf),
    says: item.says.map(({ text, who, source }) => ({ text, who, source: citationOf(site, source) })),
    only: item.only,
    words: item.words,
    recognise: markdownOf(nodes.recognise, site),
    why: markdownOf(nodes.why, site),
    do: stepsOf(site, nodes.do),
    collect: markdownOf(nodes.collect, site),
    except: markdownOf(nodes.except, site) || undefined,
  };
}

/** JSON, Markdown and the text of everything are made from the same data. */
const made = new WeakMap<Site, Map<CodePage, CodeExport>>();

/** A code as its JSON file has it; made once for each site. */
export function codeExport(site: Site, page: CodePage): CodeExport {
  const known = made.get(site) ?? new Map<CodePage, CodeExport>();
  made.set(site, known);
  const data = known.get(page) ?? makeCodeExport(site, page);
  known.set(page, data);
  return data;
}

function makeCodeExport(whole: Site, page: CodePage): CodeExport {
  const { data, body } = page;
  const site = onPage(whole, `/${data.code}/`);
  const { model, address } = site;
  const cited = (id: string) => citationOf(site, id);
  const digit = String(data.code)[0] ?? '';
  const notes = model.notesOf(data.code);
  const ids = [
    ...new Set(model.citationsOf(page).flatMap(({ id, contradicted }) => (contradicted ? [] : id))),
  ];
  return {
    ...headOf('code', site),
    code: data.code,
    phrase: data.phrase,
    url: address(`/${data.code}/`),
    class: {
      digit,
      name: numberedClass(digit, model.classes.find((one) => one.digit === digit)?.data.name ?? ''),
    },
    status: data.status,
    defined: data.defined.map(cited),
    reviewed: data.reviewed,
    meaning: data.meaning,
    customer: data.customer,
    sentBy: data.sentBy,
    path: data.path && { usual: data.path.usual, possible: data.path.possible ?? [] },
    methods: data.methods,
    methodsNote: data.methodsNote,
    acts: data.acts,
    retry: {
      ...data.retry,
      sources: data.retry.sources.map(cited),
      defaults: notes.flatMap(({ vendor, notes: own }) =>
        own.flatMap(({ id, retry }) =>
          retry
            ? {
                vendor: vendor.id,
                name: vendor.data.name,
                text: retry,
                url: address(`/vendors/${vendor.id}/#${id}`),
              }
            : [],
        ),
      ),
    },
    dialog: data.dialog && {
      effect: data.dialog.effect,
      text: effectSentences[data.dialog.effect],
      note: data.dialog.note,
      source: cited(data.dialog.source),
    },
    unverified: data.unverified,
    who: markdownOf(section(body, 'who'), site),
    cases: body.cases.map((item) => caseExport(site, `/${data.code}/`, item)),
    retryText: markdownOf(section(body, 'retry'), site),
    wire: markdownOf(section(body, 'wire'), site),
    messages: body.elements
      .filter(({ name }) => name === 'SipMessage')
      .map(({ attributes }) => {
        const { file, caption, notes: explained } = messageOf(attributes);
        return { id: file, caption, message: messageText(site, file), notes: explained };
      }),
    commands: tasksOf(body, model.commands).map((task) => commandTaskOf(site, task)),
    headers: data.headers.map((header) => ({ ...header, source: cited(header.source) })),
    headersNote: data.headersNote,
    variants: data.variants.map((variant) => ({ ...variant, source: cited(variant.source) })),
    vendors: notes.map(({ vendor, notes: own }) => ({
      ...vendorHeadOf(site, vendor),
      notes: own.map((note) => vendorNoteOf(site, vendor, note)),
    })),
    mapping: mappingLines(model.tables).filter((line) => line.code === data.code),
    compare: data.compare.map(({ code: other, difference }) => ({
      code: other,
      phrase: model.phraseOf(other),
      url: address(`/${other}/`),
      difference,
    })),
    lists: (data.lists ?? []).map(({ who, says, instead, source }) => ({
      who: who.map(cited),
      says,
      instead,
      source: cited(source),
    })),
    words: data.words,
    sources: ids.map(cited),
    changes: historyOf(model, `/${data.code}/`).map(({ id, date, text, why }) => ({
      date,
      text,
      why,
      url: address(`/changes/#${id}`),
    })),
  };
}
