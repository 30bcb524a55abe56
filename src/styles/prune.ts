/**
 * Tailwind writes one stylesheet for the whole site, and every page has it inlined. Here each page keeps only the
 * rules whose classes and elements it, or a script that it can load, names: a page carries nothing that it does not
 * use.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PageStep } from '../frame/finish-pages.ts';
import { fold } from './fold.ts';
import { ScriptNames } from './script-names.ts';
import { Sheet } from './sheet.ts';

/** Classes (`quiet`) and elements (`<td`) in the markup of a page. */
function namesOf(html: string): Set<string> {
  const names = new Set<string>(html.match(/<[a-z][\w-]*/gi));
  for (const [, list = ''] of html.matchAll(/\sclass="([^"]*)"/g))
    for (const name of list.replace(/&#38;|&amp;/g, '&').split(/\s+/)) names.add(name);
  return names;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Stylesheets by their text, with the hash that the policy has of it: pages have one of a few. */
const sheets = new Map<string, { sheet: Sheet; hash: string }>();
function sheetOf(css: string): { sheet: Sheet; hash: string } {
  const known = sheets.get(css) ?? { sheet: new Sheet(css), hash: hash(css) };
  sheets.set(css, known);
  return known;
}

/** A stylesheet without the rules whose classes and elements are not all among the names. Tokens stay as they are. */
export const pruneStyles = (css: string, names: ReadonlySet<string>): string =>
  sheetOf(css)
    .sheet.take((name) => names.has(name))
    .toString();

/**
 * A page with its inline styles pruned, and their hashes in its policy. Rules that only what is below the fold needs
 * stand there, so that they do not hold up the first screen.
 */
export function prunePage(html: string, byScripts: ReadonlySet<string>): string {
  const [above = '', below] = html.split(fold);
  const upper = namesOf(above);
  const lower = namesOf(below ?? '');
  const onPage = (name: string) => upper.has(name) || lower.has(name) || byScripts.has(name);
  // What a script adds is needed where the page has it.
  const early = (name: string) => upper.has(name) || (byScripts.has(name) && !lower.has(name));
  let late = '';
  const page = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].reduce((text, [element, css = '']) => {
    const { sheet, hash: before } = sheetOf(css);
    const first = sheet.take(early);
    const rest = below === undefined ? '' : sheet.take(onPage).beyond(first).toString();
    late += rest && `<style>${rest}</style>`;
    return text
      .replace(element, () => `<style>${first}</style>`)
      .replace(before, () => [first.toString(), ...(rest ? [rest] : [])].map(hash).join(' '));
  }, html);
  return page.replace(fold, () => late);
}

export function prune(): PageStep {
  let scripts: ScriptNames;
  return {
    begin: (root) => {
      scripts = new ScriptNames(join(root, '_astro'));
    },
    page: (_, html) => prunePage(html, scripts.of(html)),
  };
}
