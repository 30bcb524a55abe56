/** Builds the full-text index after the pages. Any error Pagefind reports fails the build. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { minify } from 'vite';
import { model } from '../content/model.ts';
import type { PageStep } from '../frame/finish-pages.ts';
import { type SearchRecord, writeTitles } from './facets.ts';
import { Finder } from './finder.ts';
import { lookupData, symptomDocs } from './index-build.ts';
import { inSmallerPieces, piecesIn, shortHash, unpack } from './pagefind-files.ts';
import { searchContent, type SearchContent } from './search-content.ts';
import { searchablePage, withoutHints } from './searchable-page.ts';

function orThrow<T extends { errors: string[] }>(step: string, result: T): T {
  if (result.errors.length) throw new Error(`search index: ${step}: ${result.errors.join('; ')}`);
  return result;
}

/**
 * Takes away what Pagefind writes beside its index and nothing here loads: its own search boxes, the marking of words on
 * the page found, its worker, which engine.client.ts does without, and the reader of indexes without a language.
 */
function removeUnused(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^pagefind-.*\.(js|css)$|^wasm\.unknown\./.test(name)) rmSync(join(folder, name));
}

/** Pagefind writes its program as it was written, with comments: a quarter more to load and to read. */
async function shortenProgram(folder: string): Promise<void> {
  const file = join(folder, 'pagefind.js');
  const { code, errors } = await minify(file, readFileSync(file, 'utf8'), { module: true });
  if (errors.length)
    throw new Error(`search index: pagefind.js: ${errors.map(({ message }) => message).join('; ')}`);
  writeFileSync(file, code);
}

/**
 * What every id of the index stands for. Pagefind keeps that in one file for each page; with this list answers are
 * shown a round trip earlier, and filters cost no request.
 */
function readRecords(folder: string, { pages, records }: SearchContent): Map<string, SearchRecord> {
  const facets = new Map([
    ...[...pages].map(([path, page]) => [path, page.facets] as const),
    ...records.map((record) => [record.path, record.facets] as const),
  ]);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const text = unpack(readFileSync(join(folder, name))).toString();
        const { url, meta } = JSON.parse(text) as {
          url: string;
          meta: { title?: string };
        };
        const id = name.replace('.pf_fragment', '');
        return [id, { path: url, title: meta.title ?? url, facets: facets.get(url) ?? {} }];
      }),
  );
}

/** Cuts the index into smaller pieces, and writes which of them has which words, in a file of its own for the browser. */
function writePieces(folder: string): void {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as {
    languages: Record<string, { hash: string }>;
  };
  const [language, ...others] = Object.values(entry.languages);
  if (!language || others.length)
    throw new Error(`search index: Pagefind wrote ${others.length + 1} indexes, and one is read`);
  const listFile = (name: string) => `pagefind.${name}.pf_meta`;
  const index = join(folder, 'index');
  const ending = '.pf_index';
  const nameOf = (file: string) => file.slice(0, -ending.length);
  const made = inSmallerPieces({
    list: readFileSync(join(folder, listFile(language.hash))),
    pieces: new Map(readdirSync(index).map((file) => [nameOf(file), readFileSync(join(index, file))])),
  });
  rmSync(index, { recursive: true });
  mkdirSync(index);
  for (const [name, bytes] of made.pieces) writeFileSync(join(index, name + ending), bytes);
  // It may be cached for ever, so its name changes with what it holds.
  rmSync(join(folder, listFile(language.hash)));
  language.hash = `en_${shortHash(made.list)}`;
  writeFileSync(join(folder, listFile(language.hash)), made.list);
  writeFileSync(entryFile, JSON.stringify(entry));
  const pieces = piecesIn(listFile(language.hash), made.list);
  writeFileSync(join(folder, 'pieces.json'), JSON.stringify(pieces));
}

/** Gives every page and record to Pagefind. In the pages, what was only said for that goes. */
export function search(): PageStep {
  let root = '';
  let content: SearchContent;
  let index: pagefind.PagefindIndex;
  let last: Promise<unknown> = Promise.resolve();
  const added = new Set<string>();
  return {
    begin: async (folder) => {
      root = folder;
      content = searchContent(model());
      const started = orThrow('start', await pagefind.createIndex({ forceLanguage: 'en' }));
      if (!started.index) throw new Error('search index: Pagefind gave no index');
      index = started.index;
    },
    page: async (path, html) => {
      const searchable = searchablePage(path, html, content.pages.get(path)?.words);
      if (searchable !== undefined) {
        // Pagefind is a program of its own: it reads a page while the next one is made ready.
        await last;
        last = index.addHTMLFile({ url: path, content: searchable }).then((result) => orThrow(path, result));
        added.add(path);
      }
      return withoutHints(html);
    },
    end: async (logger) => {
      await last;
      const { pages, records } = content;
      const lost = [...pages.keys()].filter((path) => !added.has(path));
      if (lost.length)
        throw new Error(
          `search index: ${lost.join(', ')}: no page was built, or it is left out of the index; build it or take it out of the search content`,
        );
      for (const { path, title, content: text } of records)
        orThrow(
          path,
          await index.addCustomRecord({ url: path, content: text, meta: { title }, language: 'en' }),
        );
      const folder = join(root, 'pagefind');
      orThrow('write', await index.writeFiles({ outputPath: folder }));
      removeUnused(folder);
      await shortenProgram(folder);
      const finder = new Finder(lookupData(model()));
      finder.addSymptoms(symptomDocs(model()));
      const known = (path: string) => finder.answerAt(path, '')?.title;
      const titles = writeTitles(readRecords(join(folder, 'fragment'), content), known);
      writeFileSync(join(folder, 'titles.json'), JSON.stringify(titles));
      writePieces(folder);
      logger.info(`${added.size} pages and ${records.length} records indexed`);
    },
    close: () => pagefind.close(),
  };
}
