/** Draws the results page: hits, what could not be fetched, and what to do where nothing was found. */
import { within } from './base.client.ts';
import { element } from './element.client.ts';
import { markWords } from './mark.ts';
import type { Hit } from './merge.ts';
import { unknownSentence } from './unknown.ts';

/** One hit as an entry of the list. */
export function drawHit(hit: Hit, query: string): HTMLLIElement {
  const digit = /^\/(\d)/.exec(hit.path)?.[1];
  const entry = element(
    'li',
    { className: digit ? `c${digit}` : '' },
    element('a', { href: within(hit.path) }, hit.title),
  );
  if (hit.beside) entry.append(element('small', {}, `  ${hit.beside}`));
  if (hit.excerpt) {
    // Marks are made here from plain text: nothing that was typed or fetched is read as HTML.
    const pieces = hit.marked ?? markWords(hit.excerpt, query);
    entry.append(
      element('p', {}, ...pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))),
    );
  }
  return entry;
}

/** What is said of an unregistered number. */
export function drawUnknown(number: string, phraseOf: (code: number) => string): Node[] {
  const { before, code, after } = unknownSentence(number);
  if (code === undefined) return [new Text(before)];
  const link = element('a', { href: within(`/${code}/`) }, `${code} ${phraseOf(code)}`.trim());
  return [new Text(before), link, new Text(after)];
}
