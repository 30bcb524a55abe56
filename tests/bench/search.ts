/**
 * `npm run bench:search`: asks the built search page every query of queries.json and counts the right answers; asks a
 * stock Pagefind index of the same pages the same; measures how long answers take on a slow phone.
 *
 * A query is right first if the first hit is one of the first two expected codes, or an accepted alternative; right
 * among three if any expected code or alternative is among the first three.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import * as pagefind from 'pagefind';
import { browser } from '../e2e/browser.ts';

interface Query {
  query: string;
  expect: number[];
  altAccept?: string[];
  kind: string;
}

const port = 4392;
const origin = `http://localhost:${port}`;
const queries = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8')) as Query[];

/** What a hit stands for: a code, `q850:21`, `class:4xx`, `guide:…`. */
function keyOf(path: string): string {
  return (
    /^\/(\d{3})\//.exec(path)?.[1] ??
    /^\/q850\/(\d+)/.exec(path)?.[1]?.replace(/^/, 'q850:') ??
    /^\/(\dxx)\//.exec(path)?.[1]?.replace(/^/, 'class:') ??
    /^\/guides\/([\w-]+)/.exec(path)?.[1]?.replace(/^/, 'guide:') ??
    path
  );
}

interface Score {
  first: number;
  three: number;
  missed: string[];
}

async function score(hits: (query: string) => Promise<string[]>): Promise<Score> {
  const result: Score = { first: 0, three: 0, missed: [] };
  for (const { query, expect, altAccept = [] } of queries) {
    const keys = (await hits(query)).map(keyOf);
    if ([...expect.slice(0, 2).map(String), ...altAccept].includes(keys[0] ?? '')) result.first += 1;
    else
      result.missed.push(
        `${JSON.stringify(query)} → ${keys.slice(0, 3).join(', ') || 'nothing'}; expected ${expect.join(', ')} ${altAccept.join(', ')}`,
      );
    if (keys.slice(0, 3).some((key) => [...expect.map(String), ...altAccept].includes(key)))
      result.three += 1;
  }
  return result;
}

const percent = (part: number) => `${((100 * part) / queries.length).toFixed(1)} %`;
const report = (name: string, { first, three }: Score) =>
  console.log(
    `${name.padEnd(28)} first ${first}/${queries.length} (${percent(first)}), among three ${three}/${queries.length} (${percent(three)})`,
  );

/** An index of the same pages as Pagefind makes it by default, served beside the site. */
async function stockIndex(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stock-search-'));
  cpSync('dist', folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  const { index } = await pagefind.createIndex({});
  await index?.addDirectory({ path: folder });
  await index?.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  return folder;
}

function serve(root: string, at: number) {
  return spawn(process.execPath, ['src/frame/serve.ts'], {
    env: { ...process.env, PORT: String(at), SITE_ROOT: root },
    stdio: 'ignore',
  });
}

async function ourHits(page: Page, query: string): Promise<string[]> {
  await page.goto(`${origin}/search/?q=${encodeURIComponent(query)}`);
  const list = page.getByTestId('search-results');
  await page.waitForFunction(
    () => document.querySelector('[data-testid="search-results"]')?.getAttribute('data-state') === 'done',
  );
  return list
    .locator('li > a:first-child')
    .evaluateAll((links) =>
      links.slice(0, 5).map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
}

const stockRoot = await stockIndex();
const servers = [serve('dist', port), serve(stockRoot, port + 1)];
const { path } = browser();
const chrome = await chromium.launch({
  executablePath: path,
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

try {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const page = await chrome.newPage();
  const ours = await score((query) => ourHits(page, query));
  const stock = await chrome.newPage();
  await stock.goto(`http://localhost:${port + 1}/search/`);
  const theirs = await score((query) =>
    stock.evaluate(async (text) => {
      const engine = await import(/* @vite-ignore */ `${location.origin}/pagefind/pagefind.js`);
      const { results } = await engine.search(text);
      const data = await Promise.all(
        results.slice(0, 5).map((result: { data(): Promise<{ url: string }> }) => result.data()),
      );
      return data.map(({ url }: { url: string }) => url);
    }, query),
  );
  report('this search', ours);
  report('Pagefind as it comes', theirs);
  for (const miss of ours.missed) console.log(`  missed: ${miss}`);

  // Time from key to answer: as Lighthouse's slow 4G, with a processor four times slower.
  const slow = {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  };
  const times: Record<string, number[]> = { cold: [], warm: [], words: [], text: [], excerpts: [] };
  for (let round = 0; round < 5; round += 1) {
    const context = await chrome.newContext();
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    await tab.goto(`${origin}/403/`);
    await tab.waitForLoadState('networkidle');
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const typed = (text: string) =>
      tab.evaluate(async (value) => {
        const box = document.querySelector<HTMLInputElement>('[data-testid="search-input"]')!;
        const list = document.querySelector('[data-testid="search-suggestions"]')!;
        const start = performance.now();
        box.focus();
        box.value = value;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return new Promise<number>((resolve) => {
          const check = () =>
            list.querySelector('a')?.textContent?.includes(value)
              ? resolve(performance.now() - start)
              : requestAnimationFrame(check);
          check();
        });
      }, text);
    times['cold']?.push(await typed('486'));
    await tab.waitForTimeout(2000);
    times['warm']?.push(await typed('503'));
    await context.close();

    const fresh = await chrome.newContext();
    const search = await fresh.newPage();
    const tools = await fresh.newCDPSession(search);
    await search.goto(`${origin}/search/`);
    await search.waitForLoadState('networkidle');
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', slow);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const start = Date.now();
    await search.evaluate(() => {
      location.hash = 'q=registration+interval';
    });
    const seen = (state: RegExp) =>
      search.waitForFunction((pattern) => {
        const list = document.querySelector('[data-testid="search-results"]');
        return (
          Boolean(list?.children.length) && new RegExp(pattern).test(list?.getAttribute('data-state') ?? '')
        );
      }, state.source);
    await seen(/./);
    times['words']?.push(Date.now() - start);
    await seen(/excerpts|done/);
    times['text']?.push(Date.now() - start);
    await seen(/done/);
    times['excerpts']?.push(Date.now() - start);
    await fresh.close();
  }
  const median = (list: number[] = []) =>
    Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
  console.log(
    `key to exact answer, nothing loaded: ${median(times['cold'])} ms (most ${Math.round(Math.max(...(times['cold'] ?? [])))}); index loaded: ${median(times['warm'])} ms; a symptom in words, nothing loaded: ${median(times['words'])} ms; full text: ${median(times['text'])} ms, with excerpts ${median(times['excerpts'])} ms`,
  );
  const size = (start: string) => readdirSync('dist/search-index').find((name) => name.startsWith(start));
  console.log(`index files: ${size('names')}, ${size('symptoms')}`);
} finally {
  await chrome.close();
  for (const server of servers) server.kill();
  rmSync(stockRoot, { recursive: true });
}
