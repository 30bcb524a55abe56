/** What the search box shows below itself and where Enter leads: as data, without the DOM. */
import { searchPath } from './address.ts';
import type { BoxContent } from './box-content.ts';
import { type Answer, type Finder, isSure } from './finder.ts';
import { group, suggestionGroups } from './groups.ts';

/** Codes of a pasted log that are listed. */
const mostOfLog = 12;

/** One line of the list. */
export interface Option {
  /** Path below the base. */
  path: string;
  title: string;
  beside?: string | undefined;
  /** First digit of the code it leads to, for its colour. */
  digit?: string | undefined;
  /** Set where it leads to the results for this text, which may not stand in an address. */
  handOver?: string;
}

export interface View {
  groups: { title: string; options: Option[] }[];
  /** For those who do not see the list. */
  said: string;
  /** The options are earlier searches, which can be forgotten. */
  recent?: boolean;
  /** Codes that match, for the table on the home page; undefined where nothing was asked. */
  codes?: ReadonlySet<string>;
  /** What Enter leads to where no option is chosen. */
  enter: Enter;
}

export type Enter = { to: 'page'; option: Option } | { to: 'list' } | { to: 'nowhere' };

const optionOf = ({ path, title, beside, exact, why }: Answer): Option => ({
  path,
  title,
  beside: beside ?? (exact || why === title ? undefined : why),
  digit: /^\/(\d)/.exec(path)?.[1],
});

/** Leads to the results of a full search. */
export function searchOption({ text, pasted }: BoxContent): Option {
  const title = `Search all pages for “${text.slice(0, 60)}”`;
  return pasted
    ? { path: searchPath({}), title, handOver: text }
    : { path: searchPath({ query: text }), title };
}

/** Nothing is typed: earlier searches, if there are any. */
export function recentView(queries: readonly string[]): View {
  const options = queries.map((query) => ({ path: searchPath({ query }), title: query }));
  return {
    groups: options.length ? [{ title: 'Searched before in this browser', options }] : [],
    said: '',
    recent: true,
    enter: { to: 'nowhere' },
  };
}

/** The index cannot be fetched: the lists that hold everything, and the results page, which says more. */
export function failedView(content: BoxContent): View {
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
    enter: { to: 'page', option: searchOption(content) },
  };
}

/**
 * Answers for what stands in the box.
 * @param complete symptoms are loaded; before, only what is sure is shown.
 */
export function answersView(content: BoxContent, finder: Finder, complete: boolean): View {
  const inLog = content.log ? finder.inLog(content.log).slice(0, mostOfLog) : [];
  // A log with several codes asks which of them matters: that is for its reader to choose.
  const several = inLog.length > 1;
  const found = several ? inLog : finder.find(content.text).filter((answer) => complete || isSure(answer));
  const groups = several ? [{ title: 'In what you pasted', answers: inLog }] : suggestionGroups(found);
  const shown = groups.map(({ title, answers }) => ({ title, options: answers.map(optionOf) }));
  const count = groups.reduce((sum, { answers }) => sum + answers.length, 0);
  const all = searchOption(content);
  const first = several ? undefined : found[0];
  return {
    groups: several ? shown : [...shown, { title: group.all, options: [all] }],
    said: count
      ? `${count} ${count === 1 ? 'suggestion' : 'suggestions'}, first: ${shown[0]?.options[0]?.title}`
      : 'No suggestion; Enter searches all pages.',
    codes: new Set(found.flatMap(({ path }) => /^\/(\d{3})\//.exec(path)?.[1] ?? [])),
    enter: several ? { to: 'list' } : { to: 'page', option: first?.exact ? optionOf(first) : all },
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
