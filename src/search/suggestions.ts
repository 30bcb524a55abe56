/** What the search box shows below itself and where Enter leads: as data, without the DOM. */
import { cut } from '../content/cut.ts';
import { withoutTurns } from '../frame/direction.ts';
import { searchPath } from './address.ts';
import { type BoxContent, isReadInPart, mostReadWords } from './box-content.ts';
import { type Answer, isSure } from './answer.ts';
import type { Finder } from './finder.ts';
import { group, suggestionGroups } from './groups.ts';

/** Things in a pasted log that are listed. */
const mostOfLog = 12;

/** One line of the list. */
export interface Option {
  /** Path below the base. */
  path: string;
  title: string;
  beside?: string | undefined;
  /** What it is about; shown for the answer itself only. */
  gist?: string | undefined;
  /** A case below the answer it belongs to. */
  ofCard?: boolean;
  /** It is a case of a page: the link of it that is copied has a preview of its own. */
  isCase?: boolean;
  /** First digit of the code it leads to, for its colour. */
  digit?: string | undefined;
  /** What was said of the call beside the name of the page that it leads to. */
  said?: string;
  /** Set where it leads to the results for this text, which may not stand in an address. */
  handOver?: string;
}

export interface View {
  groups: { title: string; options: Option[]; card?: boolean }[];
  /** For those who do not see the list. */
  said: string;
  /** The options are earlier searches, which can be forgotten. */
  recent?: boolean;
  /** Codes that match, for the table on the home page; undefined where nothing was asked. */
  codes?: ReadonlySet<string>;
  /** What Enter leads to where no option is chosen. */
  enter: Enter;
}

export type Enter = { to: 'page'; option: Option } | { to: 'nowhere' };

const optionOf = ({ kind, path, title, beside, exact, why }: Answer): Option => ({
  path,
  ...(kind === 'case' ? { isCase: true } : {}),
  title,
  beside: beside ?? (exact || why === title ? undefined : why),
  digit: /^\/(\d)/.exec(path)?.[1],
});

/** Where a whole log is explained. */
export interface Decoder {
  /** Path of the page that explains a log; the results page where the site has none. */
  path: string;
}

/** Where the page that explains a log reads all of it, all of its lines are promised. */
function logOption(log: string, decoder?: Decoder): Option {
  if (!decoder && isReadInPart(log))
    return { path: searchPath({}), title: `List what ${mostReadWords} hold`, handOver: log };
  const lines = 1 + (log.match(/\r\n|\r|\n/g)?.length ?? 0);
  return { path: decoder?.path ?? searchPath({}), title: `Explain all ${lines} lines`, handOver: log };
}

/** Leads to the results of a full search; of a log, to where the whole of it is explained. */
export function searchOption({ text, pasted, log }: BoxContent, decoder?: Decoder): Option {
  if (log) return logOption(log, decoder);
  const title = `Search all pages for “${cut(withoutTurns(text), 60)}”`;
  return pasted
    ? { path: searchPath({}), title, handOver: text }
    : { path: searchPath({ query: text }), title };
}

/** Nothing is typed: earlier searches, if there are any. */
export function recentView(queries: readonly string[]): View {
  const options = queries.map((query) => ({ path: searchPath({ query }), title: withoutTurns(query) }));
  return {
    groups: options.length ? [{ title: 'Searched before in this browser', options }] : [],
    said: '',
    recent: true,
    enter: { to: 'nowhere' },
  };
}

/** The index cannot be fetched: the lists that hold everything, and the results page, which says more. */
export function failedView(content: BoxContent, decoder?: Decoder): View {
  const said = 'The search index cannot be fetched';
  return {
    groups: [
      {
        title: said,
        options: [
          { path: '/', title: 'All codes' },
          { path: '/mapping/', title: 'The Q.850 mapping' },
        ],
      },
    ],
    said: `${said}.`,
    enter: { to: 'page', option: searchOption(content, decoder) },
  };
}

/** Cases on the card of a code. */
const casesOnCard = 3;

/** A page that is named, with what is said beside its name. */
const namedOption = (answer: Answer, { text }: BoxContent, finder: Finder): Option => ({
  ...optionOf(answer),
  ...(finder.saysMore(answer.path, text) ? { said: text } : {}),
});

/** The answer with what it is about, and the cases that fit best. */
function cardOf(answer: Answer, content: BoxContent, finder: Finder, complete: boolean): Option[] {
  const cases = complete ? finder.topCases(answer.path, content.text, casesOnCard) : [];
  return [
    { ...namedOption(answer, content, finder), gist: answer.gist },
    ...cases.map((item) => ({ ...optionOf(item), beside: item.gist, ofCard: true })),
  ];
}

/** @returns codes of whose pages the answers are. */
const codesIn = (answers: readonly Answer[]) =>
  new Set(answers.flatMap(({ path }) => /^\/(\d{3})\//.exec(path)?.[1] ?? []));

/**
 * What a pasted log holds. Enter goes on with the whole of it.
 * @param answers of the log, the outcome first (see log.ts).
 */
export function logView(content: BoxContent, answers: readonly Answer[], decoder?: Decoder): View {
  const shown = answers.slice(0, mostOfLog);
  const all = searchOption(content, decoder);
  const options = shown.map(optionOf);
  const isPart = isReadInPart(content.log);
  const where = `in ${isPart ? `${mostReadWords} of ` : ''}what you pasted`;
  return {
    groups: [
      ...(options.length
        ? [
            {
              title: isPart ? `In what you pasted; ${mostReadWords} are read here` : 'In what you pasted',
              options,
            },
          ]
        : []),
      { title: group.all, options: [all] },
    ],
    said: options.length
      ? `${shown.length} ${shown.length === 1 ? 'thing' : 'things'} ${where}, first: ${options[0]?.title}. Enter explains all of it.`
      : `No code ${where}; Enter explains all of it.`,
    codes: codesIn(shown),
    enter: { to: 'page', option: all },
  };
}

/**
 * Answers for what stands in the box.
 * @param complete symptoms are loaded; before, only what is sure is shown.
 */
export function answersView(content: BoxContent, finder: Finder, complete: boolean): View {
  const found = finder.find(content.text).filter((answer) => complete || isSure(answer));
  const groups = suggestionGroups(found, content.text);
  const [best] = found;
  const card = best?.exact && best.kind === 'code' ? cardOf(best, content, finder, complete) : [];
  const onCard = new Set(card.map(({ path }) => path));
  const shown = [
    ...(card.length ? [{ title: group.exact, options: card, card: true }] : []),
    ...groups
      .map(({ title, answers }) => ({
        title: card.length && title === group.exact ? group.also : title,
        options: answers.filter(({ path }) => !onCard.has(path)).map(optionOf),
      }))
      .filter(({ options }) => options.length),
  ];
  const count = shown.reduce((sum, { options }) => sum + options.length, 0);
  const all = searchOption(content);
  const first = found[0];
  return {
    groups: [...shown, { title: group.all, options: [all] }],
    said: count
      ? `${count} ${count === 1 ? 'suggestion' : 'suggestions'}, first: ${shown[0]?.options[0]?.title}`
      : 'No suggestion; Enter searches all pages.',
    codes: codesIn(found),
    enter: { to: 'page', option: first?.exact ? namedOption(first, content, finder) : all },
  };
}

/** Whether a code's cell on the home page stays bright: a number by its digits, words by what they find. */
export function staysBright(code: string, text: string, found: ReadonlySet<string>): boolean {
  const digits = /^(\d{1,3}|\dxx)$/i.exec(text)?.[1]?.replace(/xx/i, '');
  return digits ? code.startsWith(digits) : found.has(code);
}

/**
 * The option that a key leads to, as a place in the list; -1 where the list is empty.
 * @param active the option chosen now, -1 for none.
 */
export function moved(active: number, count: number, key: 'ArrowDown' | 'ArrowUp'): number {
  if (!count) return -1;
  if (key === 'ArrowDown') return (active + 1) % count;
  return active <= 0 ? count - 1 : active - 1;
}
