/** Full text: Pagefind’s program away from the page, which neither its start nor its answers hold up. */
import type { Ask, Found, Reply, Shown } from './full-text-messages.ts';

/** Pagefind, as far as it is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; data(): Promise<Shown> }[] } | null>;
}

let program: Promise<Pagefind> | undefined;
let ready: Promise<Pagefind> | undefined;
/** What the newest query found, by id. */
let found = new Map<string, () => Promise<Shown>>();
/** How many queries were asked. */
let asked = 0;

/** How many files could not be fetched: Pagefind leaves out words whose piece of the index is missing, and says nothing. */
let lost = 0;
const fetchFile = globalThis.fetch;
globalThis.fetch = async (...what) => {
  try {
    const response = await fetchFile(...what);
    // Networks that want a log-in, and some hosts where a file is missing, give a page for it.
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    if (!response.ok || isPage) lost += 1;
    // Read to its end: a file may be cut off halfway.
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    lost += 1;
    throw error;
  }
};

async function begin(tag: string): Promise<Pagefind> {
  if (!program) throw new Error('full text: asked before its program was named');
  const pagefind = await program;
  await pagefind.options({
    // A page is found by what it is about, not by how often it says a word.
    ranking: { termSimilarity: 9, pageLength: 0.1, termFrequency: 0.1, termSaturation: 2 },
    excerptLength: 24,
    // This is one already.
    noWorker: true,
    metaCacheTag: tag,
  });
  await pagefind.init();
  return pagefind;
}

async function search(query: string, tag: string): Promise<Found> {
  asked += 1;
  const [number, before] = [asked, lost];
  const pagefind = await (ready ??= begin(tag));
  const results = (await pagefind.search(query))?.results ?? [];
  // Where a piece of the index was slow, a newer query may have its answer already.
  if (number === asked) found = new Map(results.map((result) => [result.id, () => result.data()]));
  return { ids: results.map(({ id }) => id), whole: lost === before };
}

/** Only what the page shows is copied to it. */
async function show(id: string): Promise<Shown> {
  const load = found.get(id);
  if (!load) throw new Error(`full text: ${id} belongs to an older query`);
  const { url, excerpt, meta, sub_results } = await load();
  const parts = sub_results.map((part) => ({ title: part.title, url: part.url, excerpt: part.excerpt }));
  return { url, excerpt, meta: { title: meta.title }, sub_results: parts };
}

async function answer(ask: Ask): Promise<unknown> {
  if (ask.do === 'search') return search(ask.query, ask.tag);
  if (ask.do === 'show') return show(ask.id);
  program ??= import(/* @vite-ignore */ ask.program) as Promise<Pagefind>;
  return void (await program);
}

addEventListener('message', ({ data, ports: [port] }: MessageEvent<Ask>) => {
  const reply = (message: Reply) => port?.postMessage(message);
  answer(data).then(
    (value) => reply({ value }),
    (error: unknown) => reply({ error: String(error) }),
  );
});
