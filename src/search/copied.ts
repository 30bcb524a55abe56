/** What the keys T and L copy of a suggestion. */
import { ticketText } from '../frame/ticket.ts';
import { nameOf } from './number.ts';
import type { Option } from './suggestions.ts';

/**
 * @param url permalink of the option.
 * @param phraseOf reason phrase of a code, for the cases of it.
 * @param date day of copying, YYYY-MM-DD.
 */
export function ticketOf(
  { path, title, gist, beside }: Option,
  { url, phraseOf, date }: { url: string; phraseOf: (path: string) => string; date: string },
): string {
  const { number, name } = nameOf({ path, title });
  const isCase = path.includes('#');
  return ticketText(
    {
      code: number,
      phrase: isCase ? phraseOf(path) : name,
      meaning: gist ?? '',
      // The steps stand on the page that the link leads to.
      case: isCase ? { title, recognise: beside ?? '', steps: [], collect: '', acts: '' } : undefined,
      url,
      date,
    },
    'text',
  )
    .split('\n')
    .filter(Boolean)
    .join('\n');
}
