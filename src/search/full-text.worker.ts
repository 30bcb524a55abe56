/** Full text: Pagefind’s program away from the page, which neither its start nor its answers hold up. */
import type { Ask, Reply, Shown } from './full-text-messages.ts';

/** Pagefind, as far as it is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; data(): Promise<Shown> }[] } | null>;
}

let program: Promise<Pagefind> | undefined;
let ready: Promise<Pagefind> | undefined;
/** What the last query found, by id. */
let found = new Map<string, () => Promise<Shown>>();

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

async function search(query: string, tag: string): Promise<string[]> {
  const pagefind = await (ready ??= begin(tag));
  const results = (await pagefind.search(query))?.results ?? [];
  found = new Map(results.map((result) => [result.id, () => result.data()]));
  return results.map(({ id }) => id);
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
