/** What the keys T and L copy of a suggestion. */
import { ticketText, words } from '../copy/ticket.ts';
import { nameOf } from './number.ts';
import type { Option } from './suggestions.ts';

/** Whether the keys copy it: the page or the case that it leads to has a link and a text for a ticket. */
export const isCopied = ({ path, handOver }: Option): boolean =>
  handOver === undefined && !path.startsWith('/search/');

/** What it is called where something is said of it. */
export const copiedName = ({ path, title }: Option): string => {
  const { number, name } = nameOf({ path, title });
  return `${number} ${name}`.trim();
};

/**
 * @param url permalink of the option.
 * @param gist what it is about, in a line.
 * @param phrase reason phrase of the code whose page or case it is.
 */
export function ticketOf(
  { path, title }: Option,
  { url, gist, phrase }: { url: string; gist: string; phrase: string },
): string {
  const { number, name } = nameOf({ path, title });
  const isCase = path.includes('#');
  const page = path.startsWith('/q850/') ? `Q.850 cause ${number}` : `${number} ${phrase}`;
  const whole = isCase ? `${page}: ${title}` : `${number} ${name}`;
  return ticketText({
    title: whole.trim(),
    meaning: isCase ? [] : words(gist),
    // The steps stand on the page that the link leads to.
    facts: isCase ? [{ name: 'How to tell', words: words(gist) }] : [],
    url,
  });
}
