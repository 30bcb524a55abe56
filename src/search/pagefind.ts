/**
 * Builds the Pagefind index after the pages. Any error Pagefind reports fails the build.
 *
 * What is indexed is the page plus what only search needs: filters, and the words people use for each case. They are
 * put into the copy that Pagefind reads, not into the page that readers load.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { type SearchExtras, searchExtras } from './pagefind-extras.ts';
import { model } from '../content/model.ts';

function orThrow<T extends { errors: string[] }>(step: string, result: T): T {
  if (result.errors.length) throw new Error(`search index: ${step}: ${result.errors.join('; ')}`);
  return result;
}

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Pages whose tables only gather what other pages say: found by their text, not by every number in them. */
const gathering = /^\/(mapping|sources|lists|vendors\/.*)\/$/;

/** The page as Pagefind is to read it. */
export function withExtras(path: string, page: string, extras: SearchExtras | undefined): string {
  const html = gathering.test(path)
    ? page.replace(/<(table|dl|figure)\b/g, '<$1 data-pagefind-ignore="all"')
    : page;
  if (!extras) return html;
  const filters = extras.filters
    .map(([name, value]) => `<span data-pagefind-filter="${name}:${escape(value)}"></span>`)
    .join('');
  let text = html.replace(
    /(<main[^>]*>)/,
    `$1${filters}${extras.words.length ? `<p>${escape(extras.words.join(', '))}.</p>` : ''}`,
  );
  for (const [id, words] of extras.sections)
    text = text.replace(new RegExp(`(<(?:section|h2)[^>]* id="${id}"[^>]*>)`), (open) =>
      open.startsWith('<section')
        ? `${open}<p data-pagefind-weight="3">${escape(words.join(', '))}.</p>`
        : open,
    );
  // Tables repeat what other pages say: they must not outrank them.
  return text
    .replaceAll('<table', '<table data-pagefind-weight="0.2"')
    .replaceAll('<nav', '<nav data-pagefind-ignore="all"');
}

/**
 * Address and title of every record by its id. Pagefind keeps them in one file for each record; with this list the
 * answers are shown a round trip earlier, and their excerpts follow.
 */
function titles(folder: string): Record<string, [url: string, title: string]> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const text = gunzipSync(readFileSync(join(folder, name))).toString();
      const { url, meta } = JSON.parse(text.slice(text.indexOf('{'))) as {
        url: string;
        meta: { title?: string };
      };
      return [name.replace('.pf_fragment', ''), [url, meta.title ?? url]];
    }),
  );
}

export function search(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { pages, records } = searchExtras(model());
        try {
          const { index } = orThrow('start', await pagefind.createIndex({ forceLanguage: 'en' }));
          if (!index) throw new Error('search index: Pagefind gave no index');
          let count = 0;
          for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
            if (!file.endsWith('index.html')) continue;
            const path = `/${file.slice(0, -'index.html'.length).split(sep).join('/')}`;
            const html = readFileSync(join(root, file), 'utf8');
            if (!html.includes('data-pagefind-body')) continue;
            orThrow(
              path,
              await index.addHTMLFile({ url: path, content: withExtras(path, html, pages.get(path)) }),
            );
            count += 1;
          }
          for (const record of records)
            orThrow(record.url, await index.addCustomRecord({ ...record, language: 'en' }));
          orThrow('write', await index.writeFiles({ outputPath: join(root, 'pagefind') }));
          writeFileSync(
            join(root, 'pagefind', 'titles.json'),
            JSON.stringify(titles(join(root, 'pagefind', 'fragment'))),
          );
          logger.info(`${count} pages and ${records.length} records indexed`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}
