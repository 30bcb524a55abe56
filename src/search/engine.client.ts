/** Loads what search needs, each part once: names and numbers, then symptoms, then (only when asked) Pagefind. */
import { Finder, type Doc, type LookupData } from './finder.ts';

const form = document.querySelector<HTMLFormElement>('[data-names]');
export const base = form?.dataset['base'] ?? '/';

/** Changes with every build of the content, so that Pagefind's entry file may be cached as well. */
const cacheTag = form?.dataset['symptoms'] ?? '';

let finder: Promise<Finder> | undefined;
let symptoms: Promise<boolean> | undefined;

async function json<T>(name: string | undefined): Promise<T> {
  const response = await fetch(`${base}search-index/${name}.json`);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  return (await response.json()) as T;
}

/** The exact layer; rejects where its file cannot be fetched, and is tried again at the next call. */
export function loadFinder(): Promise<Finder> {
  finder ??= json<LookupData>(form?.dataset['names'])
    .then((data) => new Finder(data))
    .catch((error: unknown) => {
      finder = undefined;
      throw error;
    });
  return finder;
}

/** Adds symptoms to the exact layer; false where their file cannot be fetched. */
export function loadSymptoms(): Promise<boolean> {
  symptoms ??= Promise.all([loadFinder(), json<Doc[]>(form?.dataset['symptoms'])])
    .then(([loaded, docs]) => {
      loaded.addSymptoms(docs);
      return true;
    })
    .catch(() => {
      symptoms = undefined;
      return false;
    });
  return symptoms;
}

export interface PagefindResult {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    term: string | null,
    options: { filters: Record<string, string[]> },
  ): Promise<{ results: { id: string; data(): Promise<PagefindResult> }[] } | null>;
}

let titles: Promise<Record<string, [url: string, title: string]>> | undefined;

/** Address and title of every record by its id, to show answers before their excerpts are there. */
export function loadTitles(): typeof titles {
  titles ??= fetch(`${base}pagefind/titles.json?${cacheTag}`)
    .then((response) => response.json() as Promise<Record<string, [string, string]>>)
    .catch(() => ({}));
  return titles;
}

let pagefind: Promise<Pagefind> | undefined;

/** What Pagefind asks for step by step is asked for at once, so that it finds all in the browser's cache. */
async function askAhead(): Promise<void> {
  const get = (file: string) => fetch(`${base}pagefind/${file}`);
  const wasm = get('wasm.en.pagefind').then((response) => response.arrayBuffer());
  const entry = (await (await get(`pagefind-entry.json?ts=${cacheTag}`)).json()) as {
    languages: Record<string, { hash: string }>;
  };
  for (const { hash } of Object.values(entry.languages)) void get(`pagefind.${hash}.pf_meta`);
  await wasm;
}

let ahead: Promise<void> | undefined;

/** Done when the largest file of Pagefind is there: what is less urgent starts then, while the line is idle. */
export function pagefindArrives(): Promise<void> {
  ahead ??= askAhead().catch(() => undefined);
  return ahead;
}

/** Full text. Rejects where Pagefind cannot be loaded; the exact layer answers all the same. */
export function loadPagefind(): Promise<Pagefind> {
  void pagefindArrives();
  pagefind ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>)
    .then(async (loaded) => {
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
    })
    .catch((error: unknown) => {
      pagefind = undefined;
      throw error;
    });
  return pagefind;
}
