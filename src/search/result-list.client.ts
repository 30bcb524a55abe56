/** Draws the results page: hits, what could not be fetched, and what to do where nothing was found. */
import { within } from '../frame/base.client.ts';
import { element } from '../frame/element.client.ts';
import { markWords } from './mark.ts';
import type { Hit } from './merge.ts';
import { nameOf } from './number.ts';

const marked = (text: string, query: string) =>
  markWords(text, query).map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));

/** One hit as an entry of the list: number, title, what it is about, why it is here, who has to act. */
export function drawHit(hit: Hit, query: string): HTMLLIElement {
  const { number, name, digit } = nameOf(hit);
  const link = element('a', { href: within(hit.path) });
  if (number) link.append(element('b', {}, number), ' ');
  link.append(element('span', {}, name));
  const entry = element('li', { className: digit ? `c${digit}` : '' }, link);
  if (hit.beside) entry.append(element('small', {}, hit.beside));
  if (hit.excerpt) {
    // Marks are made here from plain text: nothing that was typed or fetched is read as HTML.
    const pieces = hit.marked?.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));
    entry.append(element('p', {}, ...(pieces ?? marked(hit.excerpt, query))));
  }
  const more = [
    ...(hit.why ? [['Found by', hit.why] as const] : []),
    ...(hit.acts ? [['Who acts', hit.acts] as const] : []),
  ];
  if (more.length)
    entry.append(
      element(
        'dl',
        {},
        ...more.map(([term, text]) =>
          element('div', {}, element('dt', {}, term), ' ', element('dd', {}, text)),
        ),
      ),
    );
  return entry;
}
