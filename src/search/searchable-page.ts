/**
 * The copy of a page that Pagefind reads: the page as it was built, with the words that only search needs. What
 * readers load is not touched.
 */
import { type HTMLElement, parse } from 'node-html-parser';

/** Words people use for a page and its parts, which the page itself does not say. */
export interface SearchWords {
  /** For the whole page. */
  page: readonly string[];
  /** For a case or a part, by its id. */
  parts: readonly (readonly [id: string, words: readonly string[]])[];
}

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const paragraph = (words: readonly string[], weight?: number) =>
  `<p${weight ? ` data-pagefind-weight="${weight}"` : ''}>${escape(words.join(', '))}.</p>`;

/** Words for a part count three times: they were written down because people say them. */
const weightOfPart = 3;
/** Tables repeat what other pages say: they must not outrank them. */
const weightOfTable = '0.2';

/** Pages whose tables only gather what other pages say: found by their text, not by every number in them. */
const gathering = /^\/(mapping|sources(\/threads)?|lists|vendors\/.*)\/$/;

function ignore(root: HTMLElement, selector: string): void {
  for (const one of root.querySelectorAll(selector)) one.setAttribute('data-pagefind-ignore', 'all');
}

/** The start of a part: below its heading where the heading bears the id, else in front of everything in it. */
function addToPart(path: string, main: HTMLElement, id: string, words: readonly string[]): void {
  const part = main.querySelector(`[id="${id}"]`);
  if (!part)
    throw new Error(
      `${path} has no part with the id "${id}", so the words of this part would not be found; show the part or take its words away`,
    );
  const isHeading = /^H[1-6]$/.test(part.tagName);
  part.insertAdjacentHTML(isHeading ? 'afterend' : 'afterbegin', paragraph(words, weightOfPart));
}

/**
 * The page as Pagefind is to read it; undefined for a page that is not to be found.
 * @param path below the base, for rules that hold for some pages and for messages.
 * @param html as it was built.
 * @param words undefined for a page that has none.
 * @throws where a part that has words is not on the page.
 */
export function searchablePage(
  path: string,
  html: string,
  words: SearchWords | undefined,
): string | undefined {
  // Most pages that are not to be found are many and small: they are not worth parsing.
  if (!html.includes('data-pagefind-body')) return undefined;
  const page = parse(html, { comment: true });
  const main = page.querySelector('[data-pagefind-body]');
  if (!main) return undefined;
  if (gathering.test(path)) ignore(main, 'table, dl, figure');
  ignore(main, 'nav');
  for (const table of main.querySelectorAll('table'))
    table.setAttribute('data-pagefind-weight', weightOfTable);
  // A case is found under its title, which stands first in its heading.
  for (const one of main.querySelectorAll('[data-case]'))
    one.setAttribute('data-pagefind-title', one.querySelector('h3')?.firstChild?.rawText.trim() ?? '');
  for (const [id, own] of words?.parts ?? []) addToPart(path, main, id, own);
  if (words?.page.length) main.insertAdjacentHTML('afterbegin', paragraph(words.page));
  return page.toString();
}

/** A page without the attributes that only Pagefind reads. */
export const withoutHints = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/ data-pagefind-[a-z]+(="[^"]*")?/g, ''));
