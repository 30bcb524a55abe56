/** Loads what search needs, each part once: names and numbers, then symptoms, then (only when asked) full text. */
import type { Sources } from './answers.ts';
import { base, pathOf } from '../frame/base.client.ts';
import { fetchJson, once } from '../frame/load.client.ts';
import { type Columns, fromColumns } from './columns.ts';
import { Records, type TitlesFile } from './facets.ts';
import { Finder } from './finder.ts';
import { FullTextWorker } from './full-text.client.ts';
import type { Shown } from './full-text-messages.ts';
import type {
  LaterNames,
  Languages,
  NamesFile,
  PlaceGists,
  PlaceLines,
  PlaceTexts,
  Printed,
} from './index-data.ts';
import type { FullText } from './merge.ts';
import { type Pieces, piecesOf } from './pieces.ts';

/**
 * What the names of the first files end in. It changes with every build of the content, so that Pagefind’s entry file may
 * be cached as well.
 */
const cacheTag = document.querySelector<HTMLElement>('[data-search-index]')?.dataset['searchIndex'] ?? '';

const json = <T>(path: string) => fetchJson<T>(base + path);

/** Done when a file is there or cannot be had. */
const arrival = (file: Promise<unknown>) =>
  file.then(
    () => undefined,
    () => undefined,
  );

const namesFile = once(() => json<NamesFile>(`search-index/names.${cacheTag}.json`));
const symptomsFile = once(() => {
  // Whatever is wanted first, the names are asked for first.
  void arrival(namesFile());
  return json<Columns>(`search-index/symptoms.${cacheTag}.json`);
});
// Pages name these two, so that they are asked for while the first one is on its way.
const linesFile = once(() => json<PlaceLines>(`search-index/lines.${cacheTag}.json`));
const textsFile = once(() => json<PlaceTexts>(`search-index/texts.${cacheTag}.json`));

/** A file that the first one names. */
const laterFile = async <T>(name: keyof LaterNames) =>
  json<T>(`search-index/${(await namesFile()).later[name]}.json`);

/** Lets what waited for a file ask for the next ones before work on the file holds up everything. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** The exact layer: names and numbers. */
export const loadFinder = once(async () => {
  const names = await namesFile();
  await pause();
  return new Finder(names);
});

const addSymptoms = once(async () => {
  const [finder, docs] = await Promise.all([loadFinder(), symptomsFile()]);
  await pause();
  finder.addSymptoms(fromColumns(docs));
  return finder;
});

const addLines = once(async () => {
  const [finder, lines] = await Promise.all([addSymptoms(), linesFile()]);
  await pause();
  finder.addLines(lines);
  return finder;
});

/** Adds cases, symptoms and what they say to the exact layer, each file while the next is on its way. */
export const loadSymptoms = once(async () => {
  const [finder, texts] = await Promise.all([addLines(), textsFile()]);
  await pause();
  finder.addTexts(texts);
  return finder;
});

/** Says whether what was waited for was not there before. */
function newly(load: () => Promise<void>): () => Promise<boolean> {
  let isThere = false;
  return async () => {
    if (isThere) return false;
    await load();
    isThere = true;
    return true;
  };
}

const addGists = once(async () => {
  const [finder, gists] = await Promise.all([addSymptoms(), laterFile<PlaceGists>('gists')]);
  finder.addGists(gists);
});

/** What is shown of answers beside their titles; nothing is found by it. True where that is new. */
export const loadGists = newly(addGists);

const addPrinted = once(async () => {
  const [finder, printed] = await Promise.all([loadSymptoms(), laterFile<Printed>('printed')]);
  finder.addPrinted(printed);
});

/** What programs print. True where that is new. */
export const loadPrinted = newly(addPrinted);

const addLanguages = once(async () => {
  const [finder, list] = await Promise.all([loadSymptoms(), laterFile<Languages>('languages')]);
  finder.addLanguages(list);
});

const newLanguages = newly(addLanguages);

/** Words of other languages, for a query that may be of one. True where that is new. */
export const loadLanguages = async (query: string): Promise<boolean> =>
  (await loadSymptoms()).mayBeForeign(query) && newLanguages();

/** What every id of the full-text index stands for, to show answers before their excerpts are there, and to filter. */
const loadRecords = once(async () => new Records(await json<TitlesFile>(`pagefind/titles.json?${cacheTag}`)));

const loadPieces = once(() => json<Pieces>(`pagefind/pieces.json?${cacheTag}`));
/** Reads the file to its end: one that nobody reads may hold its connection, or be stopped halfway. */
const fetchAhead = (file: string) =>
  arrival(fetch(`${base}pagefind/${file}`).then((response) => response.arrayBuffer()));

/** What Pagefind asks for before it can be asked; the most of it when all that finds cases is there: it would share the line. */
const programAhead = once(async () => {
  void fetchAhead(`pagefind-entry.json?ts=${cacheTag}`);
  const [pieces] = await Promise.all([loadPieces(), arrival(textsFile())]);
  void fetchAhead('wasm.en.pagefind');
  void fetchAhead(pieces.meta);
});

/**
 * Asks for what Pagefind will ask for step by step, so that it finds all in the browser's cache: in such an order that
 * the line is never idle, and cases and symptoms have most of it until they are there.
 */
async function askAhead(query: string): Promise<void> {
  void arrival(programAhead());
  const [pieces] = await Promise.all([loadPieces(), arrival(symptomsFile())]);
  for (const file of piecesOf(query, pieces)) void fetchAhead(file);
}

let worker: FullTextWorker | undefined;

/** Full text, in a worker that has Pagefind’s program. After a failure the next query starts a new one. */
function startFullText(): FullTextWorker {
  if (!worker?.runs) worker = new FullTextWorker(new URL(`${base}pagefind/pagefind.js`, location.href).href);
  return worker;
}

const fullTextOf = ({ url, excerpt, meta, sub_results }: Shown): FullText => ({
  url: pathOf(url),
  title: meta.title ?? url,
  excerpt,
  parts: sub_results.map((part) => ({ ...part, url: pathOf(part.url) })),
});

let isReady = false;

/** Where the results page takes its data from. */
export const sources: Sources = {
  finder: loadFinder,
  symptoms: loadSymptoms,
  languages: loadLanguages,
  printed: loadPrinted,
  gists: loadGists,
  // Needed with full text only; what reads the page meanwhile has the line.
  records: () => arrival(symptomsFile()).then(loadRecords),
  fullText: async (query) => {
    const program = startFullText();
    if (!isReady) void arrival(askAhead(query));
    // What Pagefind asks for first may not take the line from names and symptoms.
    await arrival(symptomsFile());
    const { ids, whole } = await program.search(query, cacheTag);
    isReady = true;
    return { hits: ids.map((id) => ({ id, load: async () => fullTextOf(await program.show(id)) })), whole };
  },
};
