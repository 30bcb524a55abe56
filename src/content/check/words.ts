/** No unfinished text, no filler, no word that has a plainer one, British spelling, and only addresses and numbers that are reserved for documentation. */
import type { Model } from '../model.ts';
import { entriesOf, type Entry, isOwn, type Page, pagesOf, type Path } from '../read.ts';
import { hostsOf, undocumented, reserved } from './addresses.ts';
import { unfinished } from './gaps.ts';
import { at, type Problem } from './problem.ts';

type Rule = [pattern: RegExp, why: string];

const workingName: Rule = [
  /\bseeds? (document )?\d{3}\b|\bseed (document|list)s?\b/i,
  'names a source by a working name; use its title or key from sources.yaml',
];
const filler: Rule = [
  /\b(simply|obviously|basically|seamless(ly)?|leverag(e|es|ing)|robust|delve|crucial|please note)\b/i,
  'is a filler word; leave it out',
];
/** Words that have a plainer one, each with what to write in its place. */
const avoided: readonly Rule[] = [
  [/\bmend(s|ed|ing)?\b/i, 'is not used here; write “correct”, “put right” or “cure”'],
  [/\bmakers?\b/i, 'is not used here; write “vendor” or “developers”'],
  [/\bworth ?while\b/i, 'is not used here; write “useful”, or say what it brings'],
  [/\bat once\b/i, 'is not used here; write “immediately” or “together”, or leave it out'],
];
const american: Rule = [
  /\b(colors?|colored|behaviors?|unrecognized|recognized?s?|recognizing|authorize[sd]? the|centers?|centered|favorites?|labeled|organizations?|customized?|analyzed?|catalog|initialized?|normalized?|synchronized?|prioritized?)\b/,
  'is American spelling; British in this reference (quoted protocol text goes into `code`)',
];

/** What our own sentences are held to. */
const ownWords: readonly Rule[] = [workingName, filler, american, ...avoided];

/** Values that quote somebody, or hold names, addresses and words to search with: their spelling is not ours. */
const quoted = new Set([
  'phrase',
  'words',
  'word',
  'name',
  'title',
  'publisher',
  'url',
  'path',
  'repo',
  'commit',
  'anchor',
  'subcode',
  'source',
  'sources',
  'who',
  'authority',
  'example',
  'printed',
  'says',
  'values',
  'also',
  'term',
  'long',
  'id',
  'cite',
  'text',
  'command',
  'good',
  'bad',
]);

/** Keys of `text` are quotations in lists of the protocol, prose in notes and changes. */
const proseText = /^content\/(own\/)?(vendors\/|changes\.yaml)/;

const isQuoted = (file: string, path: Path) =>
  path.some((key) => quoted.has(String(key)) && !(key === 'text' && proseText.test(file)));

/** A text without what it quotes: code, quotations and addresses. */
const prose = (text: string) =>
  text
    .replace(/`[^`]*`/g, '')
    .replace(/“[^”]*”/g, '')
    .replace(/https?:\S+/g, '');

type Said = Pick<Problem, 'message' | 'kind'>;

/** What a text has that it should not: gaps, and what the rules name. */
function spoken(text: string, rules: readonly Rule[] = []): Said[] {
  return [
    ...[unfinished(text)].flatMap((gap) => gap ?? []),
    ...rules.flatMap(([pattern, why]) => {
      const hit = pattern.exec(text);
      return hit ? [{ message: `has "${hit[0]}", which ${why}` }] : [];
    }),
  ];
}

/** A copy speaks of its own hosts and numbers. */
const foreign = (file: string, text: string): Said[] =>
  isOwn(file)
    ? []
    : undocumented(text.replace(/https?:\S+/g, '')).map((what) => ({
        message: `has ${what}; only ${reserved} are for documentation`,
      }));

/** Names of hosts that are the name of somebody the content speaks of: SIP.US, CM.com. */
function namesOf({ content }: Model): string | undefined {
  if (!content.tables.get('sources')?.length || !content.vendors.length) return undefined;
  return JSON.stringify([
    ...content.vendors.map(({ data }) => data),
    ...(content.tables.get('sources') ?? []).map(({ data }) => data),
  ]).toLowerCase();
}

const strangeHosts = (file: string, text: string, names: string | undefined): Said[] =>
  (names === undefined || isOwn(file) ? [] : hostsOf(text.replace(/https?:\S+/g, '')))
    .filter((host) => !names?.includes(host.toLowerCase()))
    .map((host) => ({ message: `has the host ${host}; write a name below example.com` }));

function checkPage(page: Page, text: string, names: string | undefined): Problem[] {
  const start = page.offset;
  return text.split('\n').flatMap((line, place) => {
    if (place < start) return [];
    const body = prose(line.replace(/\b(?:words|heard|says)=(?:"[^"]*"|\{.*)/g, ''));
    return [
      ...spoken(body, ownWords),
      ...foreign(page.file, line),
      ...strangeHosts(page.file, line, names),
    ].map((said) => ({ file: page.file, line: place + 1, key: `line ${place + 1}`, ...said }));
  });
}

function checkValues(entry: Entry, names: string | undefined): Problem[] {
  const problems: Problem[] = [];
  const walk = (value: unknown, path: Path) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
      return;
    }
    if (typeof value !== 'string') return;
    const last = String(path.at(-1));
    const name = ['url', 'path', 'repo', 'commit'].includes(last);
    const own = isQuoted(entry.file, path);
    for (const { message, ...kind } of [
      ...(own ? spoken(value) : spoken(prose(value), ownWords)),
      ...(name ? [] : foreign(entry.file, value)),
      ...(name || own ? [] : strangeHosts(entry.file, value, names)),
    ])
      problems.push({ ...at(entry, path, message), ...kind });
  };
  walk(entry.data, []);
  return problems;
}

/** Comments of YAML files and whole messages: nothing unfinished is left lying about. */
function checkRest({ content }: Model): Problem[] {
  return [...content.texts].flatMap(([file, text]) => {
    if (!/\.(yaml|sip)$/.test(file)) return [];
    return text.split('\n').flatMap((line, place) => {
      const [rest = ''] = file.endsWith('.sip') ? [line] : (/(?:^|\s)#.*/.exec(line) ?? []);
      return spoken(rest).map((said) => ({ file, line: place + 1, key: `line ${place + 1}`, ...said }));
    });
  });
}

export function checkWords(model: Model): Problem[] {
  const { content } = model;
  const names = namesOf(model);
  const pages = pagesOf(content);
  return [
    ...checkRest(model),
    ...pages.flatMap((page) => checkPage(page, content.texts.get(page.file) ?? '', names)),
    ...entriesOf(content).flatMap((entry) => checkValues(entry, names)),
  ];
}
