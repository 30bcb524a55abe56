import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { satteri } from '@astrojs/markdown-satteri';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { model } from './src/content/model.ts';
import { embed } from './src/embed/build.ts';
import { linkCards } from './src/cards/build.ts';
import { shortAddresses } from './src/cards/short-address-pages.ts';
import { basePath } from './src/frame/base-path.ts';
import { content } from './src/frame/content.ts';
import { memory } from './src/frame/memory.ts';
import { movedPages } from './src/frame/moved.ts';
import { finishPages } from './src/frame/finish-pages.ts';
import { errorNumbered, numberedPages } from './src/frame/numbered-pages.ts';
import { directives, policy, scriptSources, styleSources } from './src/frame/content-security.ts';
import { publish } from './src/frame/publish.ts';
import { favicon } from './src/frame/pictures.ts';
import { scriptsAhead } from './src/frame/scripts-ahead.ts';
import { settings } from './src/frame/settings.ts';
import { firstScriptHash } from './src/frame/first-script.ts';
import { offline } from './src/offline/build.ts';
import { search } from './src/search/pagefind.ts';
import { ownTheme } from './src/styles/own-theme.ts';
import { prune } from './src/styles/prune.ts';

/** Pages that search engines are not to list: they say noindex. */
const unlisted = new Set([
  '/not-found/',
  '/search/',
  '/systems/',
  '/offline/',
  ...movedPages(model().redirects).map(({ from }) => from),
  ...model().leftOut.map(({ path }) => path),
  ...model().unregistered.map((code) => `/${code}/`),
]);
const site = process.env.SITE_URL ?? settings.url;
const base = basePath(process.env.BASE_PATH ?? settings.base);

export default defineConfig({
  site,
  base,
  trailingSlash: 'ignore',
  server: { port: Number(process.env.PORT ?? 4321) },
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [
    memory(),
    content(),
    mdx(),
    sitemap({
      customPages: errorNumbered.map((code) => new URL(`${base}${code}/`, site).href),
      filter: (page) => !unlisted.has(`/${new URL(page).pathname.slice(base.length)}`),
    }),
    numberedPages(),
    shortAddresses(),
    finishPages([prune(), policy, scriptsAhead(), search()]),
    linkCards(),
    offline(settings, favicon.path),
    publish(),
  ],
  markdown: {
    // Shiki writes inline styles, which the policy below forbids; dashes in headers and flags must stay dashes.
    syntaxHighlight: false,
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  security: {
    csp: {
      directives: [...directives],
      scriptDirective: { resources: [...scriptSources], hashes: [firstScriptHash] },
      styleDirective: { resources: [...styleSources] },
    },
  },
  vite: {
    plugins: [ownTheme(), tailwindcss(), embed()],
    // Scripts and fonts are files of their own: pages stay small, and copies are cached for ever by name.
    build: {
      assetsInlineLimit: () => false,
      // Astro marks the module of every MDX page with a directive that nothing reads; one warning a page.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // Two files of search instead of one for each set of pages that share a module: what the box of every page needs,
    // and what answers a query, which is fetched when somebody turns to the box.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'search-box',
                    // With what Vite adds to fetch a script later, which would else drag the second file into every page.
                    test: /src[\\/](search[\\/](address|filters|box-content|hand-over\.client)|frame[\\/](base\.client|element\.client|load\.client|trusted-types\.client|own-worker))\.ts$|preload-helper/,
                    priority: 1,
                  },
                  { name: 'search', test: /src[\\/]search[\\/]/, minShareCount: 2 },
                ],
              },
            },
          },
        },
      },
    },
  },
});
