/**
 * Content is data, not code: values hold no markup, pages no pictures, and no address does anything but lead to a page.
 * Imports, expressions and tags in pages are refused when they are read (page-body.ts), so that no build runs them.
 */
import type { Model } from '../model.ts';
import { entriesOf, type Entry, type Page, pagesOf, type Path } from '../read.ts';
import { at, inBody, type Problem } from './problem.ts';

const tag =
  /<\/?(?:a|abbr|area|audio|b|base|body|br|button|canvas|center|details|div|embed|font|form|frame|frameset|h[1-6]|head|hr|html|i|iframe|img|input|link|math|meta|noscript|object|p|picture|script|select|slot|source|span|style|svg|table|td|template|textarea|title|tr|u|video)(?:\s[^<>]*)?\/?>/i;
const scheme = /\b(?:javascript|vbscript|data|file|blob)\s*:/i;

const values: [RegExp, string][] = [
  [tag, 'holds markup; write plain text, `code` between backticks'],
  [/<!--|<!\[CDATA|<!doctype/i, 'holds markup; write plain text'],
  [/(?:javascript|vbscript)\s*:|data:text\/html/i, 'holds an address that runs code; leave it out'],
  [
    /^\s*(?:import\s.+\sfrom\s|import\s*["'(]|export\s+(?:default|const|let|function|async|\{|\*))/m,
    'holds program text; leave it out',
  ],
  [/!\[[^\]]*\]\(/, 'holds a picture; describe it in words'],
];

/** What is wrong with an address in a page, or nothing. Paths of this site are checked elsewhere. */
export function linkFault(url: string): string | undefined {
  const plain = url.replace(/[\s\p{C}]/gu, '');
  if (scheme.test(plain)) return `links to "${url}", which runs code or opens a file; link to a page`;
  if (plain.startsWith('//')) return `links to "${url}"; write https:// before another host`;
  const [, name] = /^([a-z][a-z0-9+.-]*):/i.exec(plain) ?? [];
  if (name && !['https', 'http', 'mailto'].includes(name.toLowerCase()))
    return `links to "${url}"; only https and mailto addresses can be followed everywhere`;
  if (!name && !/^[/#]/.test(plain))
    return `links to "${url}"; a link of this site begins with /, such as /403/#no-credit`;
  return undefined;
}

function checkPage(page: Page): Problem[] {
  const { body } = page;
  return [
    ...body.links.flatMap(({ url, line }) => {
      const fault = linkFault(url);
      return fault ? [inBody(page, line, fault)] : [];
    }),
    ...body.images.map(({ url, line }) =>
      inBody(page, line, `shows the picture "${url}"; show a <Ladder> or a <SipMessage>, or say it in words`),
    ),
  ];
}

export function checkMarkup({ content }: Model): Problem[] {
  const problems: Problem[] = [];
  const walk = (entry: Entry, value: unknown, path: Path) => {
    if (typeof value === 'string')
      for (const [pattern, why] of values) {
        const hit = pattern.exec(value);
        if (hit) {
          problems.push(at(entry, path, `${why} ("${hit[0].trim().slice(0, 30)}")`));
          return;
        }
      }
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(entry, inner, [...path, key]);
  };
  for (const entry of entriesOf(content)) walk(entry, entry.data, []);
  for (const page of pagesOf(content)) problems.push(...checkPage(page));
  return problems;
}
