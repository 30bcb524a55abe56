/** What the results page says about its list: as text, without the DOM. */
import { cut } from '../content/cut.ts';
import { withoutTurns } from '../frame/direction.ts';
import type { Missing, Stage } from './answers.ts';

const said: Record<Missing, string> = {
  names: 'The index of names and numbers cannot be fetched; full text is searched alone.',
  symptoms: 'The index of cases and symptoms cannot be fetched just now.',
  records: 'The list of pages cannot be fetched just now; filters do not hold.',
  'full text':
    'Full text cannot be searched just now; the answers below come from names, numbers and symptoms.',
  'some words': 'Full text cannot look up every word just now; there may be more answers.',
  excerpts: 'Some excerpts cannot be fetched just now.',
};

const quoted = (query: string) => `“${cut(withoutTurns(query), 80)}”`;

/** Until every answer is there: the list may still grow, and the sentence of the query before no longer holds. */
export const searching = (query: string): string => `Searching for ${quoted(query)} …`;

/** One sentence for each thing that could not be fetched, then the number of answers. */
export function summary(
  { hits, more, missing }: Pick<Stage, 'hits' | 'more' | 'missing'>,
  query: string,
): string {
  if (missing.includes('names') && missing.includes('full text'))
    return 'No index can be fetched just now, so nothing was searched. Try again, or use the lists below.';
  const asked = quoted(query);
  const count = hits.length === 1 ? '1 answer' : `${hits.length} answers`;
  const found = more ? `The first ${count} for ${asked}, ${more} more below.` : `${count} for ${asked}`;
  return [...missing.map((what) => said[what]), hits.length ? found : `Nothing found for ${asked}.`].join(
    ' ',
  );
}

/** The number asked for, where it is all of a query and begins with a nought: no page has it. */
export const noClassNumber = (query: string): string | undefined => /^\s*(0\d{2})\s*$/.exec(query)?.[1];
