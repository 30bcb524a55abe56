import { describe, expect, it, vi } from 'vitest';
import { answers, type FullTextHit, type Sources, type Stage } from './answers.ts';
import { Records, writeTitles } from './facets.ts';
import type { Chosen } from './filters.ts';
import { Finder } from './finder.ts';

const records = new Records(
  writeTitles(
    new Map([
      ['a', { path: '/486/', title: '486 Busy Here', facets: { kind: ['code'], class: ['4xx'] } }],
      ['b', { path: '/600/', title: '600 Busy Everywhere', facets: { kind: ['code'], class: ['6xx'] } }],
      ['c', { path: '/guides/busy/', title: 'Busy or not', facets: { kind: ['guide'] } }],
    ]),
    // What names have is not told again.
    (path) => (path === '/600/' ? '600 Busy Everywhere' : undefined),
  ),
);

function finder(): Finder {
  return new Finder({
    codes: [
      [486, 'Busy Here', '', '', 5],
      [600, 'Busy Everywhere', '', '', 2],
    ],
    causes: [],
    programs: [],
    classes: [],
    docs: [],
  });
}

/** Sources that have everything, and count what is asked of them. */
function sources(over: Partial<Sources> = {}) {
  const loaded: string[] = [];
  const asked: string[] = [];
  const exact = finder();
  const hit = (id: string): FullTextHit => ({
    id,
    load: async () => {
      loaded.push(id);
      const { path = '', title = '' } = records.get(id) ?? {};
      return { url: path, title, excerpt: `<mark>busy</mark> in ${id}`, parts: [] };
    },
  });
  const all: Sources = {
    finder: async () => exact,
    symptoms: async () =>
      exact.addSymptoms([{ k: 'case', u: '/486/#dnd', t: 'Do Not Disturb is on', w: 'busy at once' }]),
    languages: async () => false,
    printed: async () =>
      exact.addPrinted({
        texts: [['/600/', 'Nobody wants this call']],
        subcodes: [['Example', '/486/', 'E77']],
      }),
    gists: async () =>
      exact.addGists({ gists: ['Rejected by the phone itself.'], actors: ['Callee'], acts: [0] }),
    records: async () => records,
    fullText: async (query) => {
      asked.push(query);
      return { hits: ['a', 'b', 'c'].map(hit), whole: true };
    },
    ...over,
  };
  return { all, loaded, asked };
}

async function stages(
  from: Sources,
  { query = 'busy here', chosen = {} as Chosen, signal = new AbortController().signal, pages = 6 } = {},
): Promise<Stage[]> {
  const list: Stage[] = [];
  for await (const stage of answers({ query }, chosen, from, signal, pages)) list.push(stage);
  return list;
}
const paths = (stage: Stage | undefined) => stage?.hits.map(({ path }) => path);
const failing = () => Promise.reject(new Error('offline'));

describe('stages', () => {
  it('come in order, each with what it is called after', async () => {
    const list = await stages(sources().all);
    expect(list.map(({ stage }) => stage)).toEqual(['names', 'symptoms', 'titles', 'excerpts']);
    expect(paths(list[0])).toEqual(['/486/']);
    expect(paths(list[2])).toContain('/guides/busy/');
    expect(list[2]?.hits.map(({ title }) => title)).toContain('600 Busy Everywhere');
    expect(list[3]?.hits.find(({ path }) => path === '/guides/busy/')?.excerpt).toBe('busy in c');
  });
  it('the lines of answers come with the excerpts, so that full text has the line', async () => {
    const list = await stages(sources().all, { query: 'busy at once' });
    const linesOf = (stage?: Stage) => stage?.hits.find(({ path }) => path === '/486/#dnd')?.excerpt;
    expect([linesOf(list[1]), linesOf(list.at(-1))]).toEqual([undefined, 'Rejected by the phone itself.']);
  });
  it('words of other languages change answers that are there', async () => {
    const exact = await sources().all.finder();
    const languages = async () => {
      exact.addLanguages({ list: [['besetzt', 'busy here']], fillers: '', texts: [] });
      return true;
    };
    const list = await stages(sources({ finder: async () => exact, languages }).all, { query: 'besetzt' });
    expect(list.map(({ stage }) => stage)).toEqual(['names', 'symptoms', 'symptoms', 'titles', 'excerpts']);
    expect([list[1], list[2]].map((stage) => paths(stage)?.[0])).toEqual([undefined, '/486/']);
  });
  it('what programs print joins the list before it is done', async () => {
    const first = async (query: string) => (await stages(sources().all, { query })).at(-1)?.hits[0]?.path;
    expect(await first('600 NOBODY WANTS THIS CALL')).toBe('/600/');
    expect(await first('nobody wants this call: 5550142')).toBe('/600/');
    expect(await first('E77')).toBe('/486/');
  });
  it('words of other languages that hang do not hold up full text', async () => {
    vi.useFakeTimers();
    const languages = () => new Promise<boolean>(() => undefined);
    const list = stages(sources({ languages }).all);
    await vi.advanceTimersByTimeAsync(6000);
    vi.useRealTimers();
    expect((await list).at(-1)?.stage).toBe('excerpts');
  });
  it('the lines of answers do not wait for full text that hangs', async () => {
    vi.useFakeTimers();
    const running = answers(
      { query: 'busy at once' },
      {},
      sources({ fullText: () => new Promise(() => undefined) }).all,
      new AbortController().signal,
    );
    for (const stage of ['names', 'symptoms']) expect((await running.next()).value?.stage).toBe(stage);
    const next = running.next();
    await vi.advanceTimersByTimeAsync(2000);
    expect((await next).value?.hits[0]).toMatchObject({ path: '/486/#dnd', acts: 'Callee' });
    vi.useRealTimers();
  });
  it('ask full text without the words that every page has', async () => {
    const { all, asked } = sources();
    await stages(all, { query: 'why is the line busy' });
    expect(asked).toEqual(['line busy']);
  });
  it('ask full text for no line of a dozen telling words and more', async () => {
    const { all, asked } = sources();
    const long = Array.from({ length: 13 }, (_, at) => `word${at}`).join(' ');
    const list = await stages(all, { query: `busy here ${long}` });
    expect(asked).toEqual([]);
    expect(list.at(-1)?.missing).toEqual([]);
  });
  it('ask full text for what stands in quotes letter for letter, and show that before answers to its words', async () => {
    const asked: string[] = [];
    const some = sources().all;
    const fullText = async (query: string) => {
      asked.push(query);
      return { ...(await some.fullText(query)), hits: (await some.fullText(query)).hits.slice(2) };
    };
    const list = await stages(sources({ fullText }).all, { query: '“busy at noon”' });
    expect(asked).toEqual(['"busy at noon"']);
    expect(paths(list[1])?.[0]).toBe('/486/');
    expect(paths(list.at(-1))?.slice(0, 2)).toEqual(['/guides/busy/', '/486/']);
  });
  it('ask for its words where no page has it letter for letter', async () => {
    const asked: string[] = [];
    const some = sources().all;
    const fullText = async (query: string) => {
      asked.push(query);
      return query.startsWith('"') ? { hits: [], whole: true } : some.fullText(query);
    };
    const list = await stages(sources({ fullText }).all, { query: '"the line is busy"' });
    expect(asked).toEqual(['"the line is busy"', 'line busy']);
    expect(paths(list.at(-1))).toContain('/guides/busy/');
  });
  it('load no more pages than are shown, and count the others', async () => {
    const { all, loaded } = sources();
    const list = await stages(all, { pages: 1 });
    expect(loaded).toEqual(['a']);
    // 600 is in the list as an answer of names already.
    expect(list.at(-1)?.more).toBe(1);
  });
});

describe('filters', () => {
  it('hold in every stage and load nothing they exclude', async () => {
    const { all, loaded } = sources();
    const list = await stages(all, { query: 'busy', chosen: { class: '6xx' } });
    for (const stage of list) expect(new Set(paths(stage))).toEqual(new Set(['/600/']));
    expect(loaded).toEqual(['b']);
  });
  it('do not take an exact answer for the best that they exclude', async () => {
    const list = await stages(sources().all, { query: 'busy', chosen: { class: '6xx' } });
    expect(list.at(-1)?.best?.path).toBe('/600/');
  });
  it('cannot hold where nobody knows what the pages are, and say so', async () => {
    const list = await stages(sources({ records: failing }).all, { query: 'busy', chosen: { class: '6xx' } });
    expect(list.at(-1)?.missing).toEqual(['records']);
    expect(paths(list.at(-1))).toContain('/486/');
  });
});

describe('what cannot be fetched', () => {
  it('leaves full text alone where names are missing', async () => {
    const list = await stages(sources({ finder: failing, symptoms: failing }).all);
    expect(list.at(-1)?.missing).toEqual(['names']);
    expect(paths(list.at(-1))).toEqual(['/486/', '/600/', '/guides/busy/']);
  });
  it('leaves the exact layer alone where full text is missing', async () => {
    const list = await stages(sources({ fullText: failing }).all);
    expect(list.at(-1)?.missing).toEqual(['full text']);
    expect(paths(list.at(-1))?.[0]).toBe('/486/');
  });
  it('keeps what full text finds where it cannot look up every word, and says so', async () => {
    const part = async () => ({ ...(await sources().all.fullText('')), whole: false });
    const list = await stages(sources({ fullText: part }).all);
    expect(list.at(-1)?.missing).toEqual(['some words']);
    expect(paths(list.at(-1))).toContain('/guides/busy/');
  });
  it('does not wait for a file that hangs', async () => {
    vi.useFakeTimers();
    const done = stages(sources({ fullText: () => new Promise(() => undefined) }).all);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect((await done).at(-1)?.missing).toEqual(['full text']);
  });
  it('leaves a page with its title where its excerpt is missing', async () => {
    const broken = async () => ({ hits: [{ id: 'c', load: failing }], whole: true });
    const list = await stages(sources({ fullText: broken }).all);
    expect(list.at(-1)?.missing).toEqual(['excerpts']);
    expect(list.at(-1)?.hits.find(({ path }) => path === '/guides/busy/')?.title).toBe('Busy or not');
  });
});

it('ends where a newer query has taken over', async () => {
  const abort = new AbortController();
  const { all, loaded } = sources();
  const seen: string[] = [];
  for await (const { stage } of answers({ query: 'busy here' }, {}, all, abort.signal)) {
    seen.push(stage);
    abort.abort();
  }
  expect(seen).toEqual(['names']);
  expect(loaded).toEqual([]);
});
