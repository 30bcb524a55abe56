/**
 * `npm run bench:search`: asks the built search page every query of the half to work on (sets.ts) and counts the right
 * answers, pages and cases apart; asks a stock Pagefind index of the same pages the same; measures how long answers take
 * on a slow phone, and says how large the index files are. `-- --all` counts the half held out too, which is for the end
 * of a change and never shows what was missed; `-- --times` only measures.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, cpSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import * as pagefind from 'pagefind';
import { browser } from '../e2e/browser.ts';
import { type Half, scoresOf, scoreText } from './sets.ts';

const port = 4392;
const origin = `http://localhost:${port}`;

const wanted = (option: string) => process.argv.includes(option);
const halves: Half[] = wanted('--times') ? [] : wanted('--all') ? ['work', 'held out'] : ['work'];

type Hits = (query: string) => Promise<string[]>;

async function report(name: string, hits: Hits, withMisses: boolean): Promise<void> {
  for (const half of halves)
    for (const [what, score] of await scoresOf(half, hits)) {
      console.log(`${name}, ${half} half: ${what} ${scoreText(score)}`);
      if (withMisses && half === 'work') for (const miss of score.missed) console.log(`  ${miss}`);
    }
}

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
  return list.locator('li > a:first-child').evaluateAll((links) =>
    links.slice(0, 12).map((link) => {
      const { pathname, hash } = new URL((link as HTMLAnchorElement).href);
      return pathname + hash;
    }),
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
  await report('this search', (query) => ourHits(page, query), true);
  const stock = await chrome.newPage();
  await stock.goto(`http://localhost:${port + 1}/search/`);
  const stockHits: Hits = (query) =>
    stock.evaluate(async (text) => {
      const engine = await import(/* @vite-ignore */ `${location.origin}/pagefind/pagefind.js`);
      const { results } = await engine.search(text);
      const data = await Promise.all(
        results
          .slice(0, 5)
          .map((result: { data(): Promise<{ url: string; sub_results: { url: string }[] }> }) =>
            result.data(),
          ),
      );
      // The best part of a page is its hit.
      return data.map(({ url, sub_results }) => sub_results[0]?.url ?? url);
    }, query);
  await report('Pagefind as it comes', stockHits, false);

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
  for (const name of readdirSync('dist/search-index').filter((file) => file.endsWith('.br')))
    console.log(`${name}: ${statSync(join('dist/search-index', name)).size} bytes`);
} finally {
  await chrome.close();
  for (const server of servers) server.kill();
  rmSync(stockRoot, { recursive: true });
}
