/**
 * A ticket as rich text. It is built of elements, never of markup in a string, so that nothing a page holds can become
 * an element in the mail or the ticket.
 */
import { type Fact, factsOf, type Run, type Step, type Ticket } from './ticket.ts';

type Content = Node | string;

function element(name: string, ...content: Content[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function link(address: string, ...content: Content[]): HTMLElement {
  const made = element('a', ...content);
  made.setAttribute('href', address);
  return made;
}

const runs = (list: readonly Run[] = []): Content[] =>
  list.map(({ text, code, href }) => {
    const label = code ? element('code', text) : text;
    return href ? link(href, label) : label;
  });

const step = ({ words, commands }: Step): HTMLElement =>
  element(
    'li',
    ...runs(words),
    ...commands.flatMap(({ product, lines }) => [
      element('br'),
      `${product}:`,
      element('pre', element('code', lines)),
    ]),
  );

const fact = ({ name, words, steps = [] }: Fact): HTMLElement =>
  element(
    'li',
    element('strong', `${name}:`),
    ...(words?.length ? [' ', ...runs(words)] : []),
    ...(steps.length ? [element('ol', ...steps.map(step))] : []),
  );

/** The ticket in one element, without classes and styles: it takes the look of where it is pasted. */
export function richTicket(ticket: Ticket): HTMLElement {
  const { title, meaning, url, reviewed } = ticket;
  const facts = factsOf(ticket);
  return element(
    'div',
    element('p', element('strong', link(url, title))),
    ...(meaning?.length ? [element('p', ...runs(meaning))] : []),
    ...(facts.length ? [element('ul', ...facts.map(fact))] : []),
    ...(reviewed ? [element('p', `Reviewed: ${reviewed}`)] : []),
  );
}
