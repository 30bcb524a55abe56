/**
 * The copy of a page that Pagefind reads: the page as it was built, with the words that only search needs. What
 * readers load is not touched.
 */
import { escapeHtml } from '../frame/escape-html.ts';

/** Words people use for a page and its parts, which the page itself does not say. */
export interface SearchWords {
  /** For the whole page. */
  page: readonly string[];
  /** For a case or a part, by its id. */
  parts: readonly (readonly [id: string, words: readonly string[]])[];
}

const paragraph = (words: readonly string[], weight?: number) =>
  `<p${weight ? ` data-pagefind-weight="${weight}"` : ''}>${escapeHtml(words.join(', '))}.</p>`;

/** Words for a part count three times: they were written down because people say them. */
const weightOfPart = 3;
/** Tables repeat what other pages say: they must not outrank them. */
const weightOfTable = '0.2';

/** Pages whose tables only gather what other pages say: found by their text, not by every number in them. */
const gathering = /^\/(mapping|sources(\/threads)?|lists|vendors\/.*)\/$/;

/** A start tag as this site's pages have them: what stands in quotes may be anything. */
const startTag = /<([a-z][\w-]*)((?:[^<>"]|"[^"]*")*)>/g;
const idIn = (attributes: string) => /\sid="([^"]*)"/.exec(attributes)?.[1];

/** Puts the words of a part behind the heading that bears its id. */
function addBelowHeading(html: string, { tag, name }: { tag: string; name: string }, words: string): string {
  const end = `</${name}>`;
  const at = html.indexOf(end, html.indexOf(tag)) + end.length;
  return html.slice(0, at) + words + html.slice(at);
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
  const [open = ''] = /<main(?:[^<>"]|"[^"]*")*\sdata-pagefind-body(?:[^<>"]|"[^"]*")*>/.exec(html) ?? [];
  if (!open) return undefined;
  const begin = html.indexOf(open) + open.length;
  const end = html.lastIndexOf('</main>');
  const body = html.slice(begin, end);
  const wordsOf = new Map(words?.parts);
  const headings: { tag: string; name: string; words: string }[] = [];
  let hinted = body.replace(startTag, (tag: string, name: string, attributes: string, at: number) => {
    const hints = [
      name === 'nav' || (/^(table|dl|figure)$/.test(name) && gathering.test(path))
        ? ' data-pagefind-ignore="all"'
        : '',
      name === 'table' ? ` data-pagefind-weight="${weightOfTable}"` : '',
      // A case is found under its title, which stands first in its heading.
      /\sdata-case(?=[\s=]|$)/.test(attributes)
        ? ` data-pagefind-title="${/<h3(?:[^<>"]|"[^"]*")*>([^<]*)/.exec(body.slice(at))?.[1]?.trim() ?? ''}"`
        : '',
    ].join('');
    const hintedTag = hints ? `${tag.slice(0, -1)}${hints}>` : tag;
    const id = idIn(attributes);
    const own = id === undefined ? undefined : wordsOf.get(id);
    if (id === undefined || !own) return hintedTag;
    wordsOf.delete(id);
    if (!/^h[1-6]$/.test(name)) return hintedTag + paragraph(own, weightOfPart);
    headings.push({ tag: hintedTag, name, words: paragraph(own, weightOfPart) });
    return hintedTag;
  });
  for (const [id] of wordsOf)
    throw new Error(
      `${path} has no part with the id "${id}", so the words of this part would not be found; show the part or take its words away`,
    );
  for (const heading of headings) hinted = addBelowHeading(hinted, heading, heading.words);
  const ofPage = words?.page.length ? paragraph(words.page) : '';
  return html.slice(0, begin) + ofPage + hinted + html.slice(end);
}

/** A page without the attributes that only Pagefind reads. */
export const withoutHints = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/ data-pagefind-[a-z]+(="[^"]*")?/g, ''));
