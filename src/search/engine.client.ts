/** Loads what search needs, each part once: names and numbers, then symptoms, then (only when asked) full text. */
import type { Sources } from './answers.ts';
import { base, pathOf } from '../frame/base.client.ts';
import { type Columns, fromColumns } from './columns.ts';
import { Records, type TitlesFile } from './facets.ts';
import { Finder } from './finder.ts';
import type { LookupData, PlaceTexts } from './index-data.ts';
import type { FullText } from './merge.ts';

const files = document.querySelector<HTMLElement>('[data-search-base]')?.dataset ?? {};

/** Changes with every build of the content, so that Pagefind's entry file may be cached as well. */
const cacheTag = files['symptoms'] ?? '';

/** Loads once; after a failure the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    }));
}

async function json<T>(path: string): Promise<T> {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** The exact layer: names and numbers. */
export const loadFinder = once(
  async () => new Finder(await json<LookupData>(`search-index/${files['names']}.json`)),
);

/** Adds cases, symptoms and what they say to the exact layer. */
export const loadSymptoms = once(async () => {
  const [finder, docs, texts] = await Promise.all([
    loadFinder(),
    json<Columns>(`search-index/${files['symptoms']}.json`),
    json<PlaceTexts>(`search-index/${files['texts']}.json`),
  ]);
  finder.addSymptoms(fromColumns(docs));
  finder.addTexts(texts);
});

/** What every id of the full-text index stands for, to show answers before their excerpts are there, and to filter. */
const loadRecords = once(async () => new Records(await json<TitlesFile>(`pagefind/titles.json?${cacheTag}`)));

/** A result as Pagefind gives it. */
interface PagefindResult {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; data(): Promise<PagefindResult> }[] } | null>;
}

/** Done when names are there: what comes later starts then, so that the exact layer has most of a slow line. */
const namesArrive = () => loadFinder().catch(() => undefined);

/** What Pagefind asks for step by step is asked for ahead, so that it finds all in the browser's cache. */
const askAhead = once(async () => {
  const get = (file: string) => fetch(`${base}pagefind/${file}`);
  void namesArrive()
    .then(() => get('wasm.en.pagefind'))
    .catch(() => undefined);
  const entry = await json<{ languages: Record<string, { hash: string }> }>(
    `pagefind/pagefind-entry.json?ts=${cacheTag}`,
  );
  for (const { hash } of Object.values(entry.languages)) void get(`pagefind.${hash}.pf_meta`);
});

const loadPagefind = once(async () => {
  void askAhead().catch(() => undefined);
  const loaded = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await namesArrive();
  await loaded.options({
    // A page is found by what it is about, not by how often it says a word.
    ranking: { termSimilarity: 9, pageLength: 0.1, termFrequency: 0.1, termSaturation: 2 },
    excerptLength: 24,
    // A worker would cost one more script on a slow line, for an index this small.
    noWorker: true,
    metaCacheTag: cacheTag,
  });
  await loaded.init();
  return loaded;
});

const fullTextOf = ({ url, excerpt, meta, sub_results }: PagefindResult): FullText => ({
  url: pathOf(url),
  title: meta['title'] ?? url,
  excerpt,
  parts: sub_results.map((part) => ({ ...part, url: pathOf(part.url) })),
});

/** Where the results page takes its data from. */
export const sources: Sources = {
  finder: loadFinder,
  symptoms: loadSymptoms,
  // Needed with full text only; what reads the page meanwhile has the line.
  records: () =>
    loadSymptoms()
      .catch(() => undefined)
      .then(loadRecords),
  fullText: async (query) => {
    const pagefind = await loadPagefind();
    const found = await pagefind.search(query);
    return (found?.results ?? []).map((result) => ({
      id: result.id,
      load: async () => fullTextOf(await result.data()),
    }));
  },
};
