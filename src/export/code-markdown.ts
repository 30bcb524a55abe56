/** /403.md: the page of a code as one text that reads well alone, made from its JSON. */
import {
  actorsText,
  capital,
  noteKindLabels,
  statusLabels,
  stopLabels,
  verdictLabels,
} from '../content/labels.ts';
import { phrasesOf, withCode } from '../content/vendor-notes.ts';
import type { CaseExport, CodeExport } from './code.ts';
import { codeBlock, escaped, markdownLink } from './markdown.ts';

type Task = CodeExport['commands'][number];
type Citation = CodeExport['sources'][number];

export const cite = ({ label, url, notRead }: Citation): string =>
  (url ? markdownLink(label, url) : escaped(label)) + (notRead ? ' (not read)' : '');

/** What can be said without a blank between two things, without what is not there. */
const join = (separator: string, ...parts: (string | undefined)[]) => parts.filter(Boolean).join(separator);

const bullets = (items: readonly (string | undefined)[]) =>
  items
    .filter(Boolean)
    .map((item) => `- ${(item as string).replaceAll('\n', '\n  ')}`)
    .join('\n');

/** A name in bold and what belongs to it; nothing where there is nothing. */
const named = (name: string, text: string | undefined) => (text ? `**${name}:** ${text}` : undefined);
const data = (name: string, text: string | undefined) => named(name, text && escaped(text));

/** A text set as code, whatever it holds. */
const literal = (text: string) => {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `\`${text}\``;
};

function section(title: string, depth: number, ...parts: (string | undefined)[]): string | undefined {
  const text = join('\n\n', ...parts);
  return text && `${'#'.repeat(depth)} ${title}\n\n${text}`;
}

/** @param tasks those that the steps may ask for. */
export function caseMarkdown(item: CaseExport, tasks: readonly Pick<Task, 'id' | 'title' | 'url'>[]): string {
  const step = ({ text, commands }: CaseExport['do'][number]) =>
    join(
      ' ',
      text,
      ...commands.map((id) => {
        const task = tasks.find((one) => one.id === id);
        return task && `(${markdownLink(`Command: ${task.title}`, task.url)})`;
      }),
    );
  const title = section(
    escaped(item.title),
    3,
    item.url,
    data('Seen', item.sign),
    named('Recognise', item.recognise),
    named('Why', item.why),
    join(
      '\n\n',
      '**Do:**',
      item.do.map((one, at) => `${at + 1}. ${step(one).replaceAll('\n', '\n   ')}`).join('\n'),
    ),
    named('Collect', item.collect),
    named('Except when', item.except),
    named(
      'Says',
      item.says.map(({ text, source }) => `${literal(text)} (${cite(source)})`).join('; ') || undefined,
    ),
    named('Who acts', actorsText(item.acts)),
  );
  return title ?? '';
}

const taskMarkdown = (task: Task) =>
  section(
    escaped(task.title),
    3,
    ...task.commands.map((one) =>
      join(
        '\n\n',
        `${escaped(one.name)} (${one.at}):`,
        codeBlock(one.command),
        join(' ', escaped(one.look), one.note && escaped(one.note)),
      ),
    ),
  );

const stops = (ids: readonly (keyof typeof stopLabels)[]) => ids.map((id) => stopLabels[id]).join(', ');

const direction = { 'sip-to-q850': 'to cause', 'q850-to-sip': 'from cause' };

function mappingText({ mapping }: CodeExport): string {
  const rows = mapping.map(
    ({ direction: way, authority, cause, name, condition, note, default: byDefault }) =>
      [
        escaped(authority),
        direction[way],
        cause === undefined ? '–' : String(cause),
        join('; ', name, condition, note, byDefault ? 'by default' : undefined),
      ].map((cell, at) => (at === 3 ? escaped(cell).replaceAll('|', '\\|') : cell)),
  );
  if (!rows.length) return '';
  return [
    'The two directions are different tables; neither is the other one turned round.',
    [
      '| Authority | Direction | Cause | Note |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n'),
  ].join('\n\n');
}

/**
 * The page of a code as Markdown.
 * @param withCommands whether the commands that steps ask for stand in it; else they are links.
 */
export function codeMarkdown(code: CodeExport, withCommands = true): string {
  const { retry, dialog, path } = code;
  return `${join(
    '\n\n',
    `# ${escaped(`${code.code} ${code.phrase}`)}`,
    join(' · ', code.url, escaped(code.class.name), statusLabels[code.status], ...code.defined.map(cite)),
    escaped(code.meaning),
    data('Tell the customer', code.customer),
    data('Not verified', code.unverified),
    bullets([
      data('Sent by', code.sentBy),
      path &&
        data(
          'Made at',
          join(
            '; ',
            stops(path.usual),
            path.possible.length ? `possibly ${stops(path.possible)}` : undefined,
          ),
        ),
      named(
        'Answers',
        join(
          '. ',
          code.methods.includes('any') ? 'any request' : code.methods.join(', '),
          code.methodsNote && escaped(code.methodsNote),
        ) || undefined,
      ),
      named('Who acts', actorsText(code.acts)),
      named('Retry', verdictLabels[retry.verdict]),
    ]),
    section('Who sent it', 2, code.who),
    section('Cases', 2, ...code.cases.map((item) => caseMarkdown(item, code.commands))),
    section(
      'Retry and failover',
      2,
      code.retryText,
      bullets([
        data('Same target', retry.same),
        data('Another target', retry.other),
        data('Wait', retry.delay),
        data('Forking proxy', retry.forking),
        dialog &&
          named(
            'Established call',
            join(' ', escaped(dialog.text), dialog.note && escaped(dialog.note), `(${cite(dialog.source)})`),
          ),
        ...retry.defaults.map(({ name, text, url }) =>
          named(escaped(name), `${escaped(text)} (${markdownLink('note', url)})`),
        ),
      ]),
    ),
    section('On the wire', 2, code.wire),
    section('Commands', 2, ...(withCommands ? code.commands.map(taskMarkdown) : [])),
    section(
      'Headers',
      2,
      bullets(
        code.headers.map(
          ({ name, requirement, purpose, source }) =>
            `${literal(name)} (${requirement}): ${escaped(purpose)} (${cite(source)})`,
        ),
      ),
      code.headersNote && escaped(code.headersNote),
      code.variants.length ? 'Other phrases:' : undefined,
      bullets(
        code.variants.map(
          ({ phrase, note, source }) => `${literal(phrase)} – ${escaped(note)} (${cite(source)})`,
        ),
      ),
    ),
    section(
      'Vendor notes',
      2,
      ...code.vendors.map(({ name, notes }) =>
        section(
          escaped(name),
          3,
          bullets(
            notes.map((note) =>
              join(
                ' ',
                escaped(withCode(note.text, phrasesOf(note, code.code))),
                `(${noteKindLabels[note.kind]}; ${
                  note.source.url
                    ? markdownLink(note.source.label, note.source.url)
                    : escaped(note.source.label)
                }${note.secondhand ? '; second-hand' : ''})`,
              ),
            ),
          ),
        ),
      ),
    ),
    section('Q.850 and DSS1', 2, mappingText(code)),
    section(
      'Not to be confused with',
      2,
      bullets(
        code.compare.map(({ code: other, phrase, url, difference }) =>
          named(markdownLink(join(' ', String(other), phrase), url), escaped(difference)),
        ),
      ),
    ),
    section(
      'What lists get wrong',
      2,
      bullets(
        code.lists.map(({ who, says, instead, source }) =>
          join(
            ' ',
            `${who.map(cite).join(', ')}: “${escaped(says)}”`,
            `${capital(escaped(instead))} (${cite(source)})`,
          ),
        ),
      ),
    ),
    section(
      'Sources',
      2,
      bullets([...new Set(code.sources.map(cite))]),
      `Last read against its sources on ${code.reviewed}. Text under [CC BY 4.0](${code.license}).`,
    ),
  )}\n`;
}
