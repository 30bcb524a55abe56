/**
 * `npm run bench:decode-page [megabytes]`: reads a large trace in the built decoder page. Says how long it took and how
 * long the page's own thread was busy at a stretch meanwhile; fails where that was over 100 ms, or where Cancel does
 * not stop the reading.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/browser.ts';

const megabytes = Number(process.argv[2] ?? 50);
/** Milliseconds. */
const longest = 100;
const port = Number(process.env['PORT'] ?? 4399);
const root = join(import.meta.dirname, '../..');

/** One example again and again, each time as another call. */
function largeTrace(): string {
  const example = readFileSync(join(root, 'src/decode/page/examples/two-hops.txt'), 'utf8');
  const calls = Math.ceil((megabytes * 1_000_000) / example.length);
  return Array.from({ length: calls }, (_, call) =>
    example.replaceAll('7f0e91@', `c${call}@`).replaceAll('z9hG4bK', `z9hG4bK${call}`),
  ).join('');
}

async function served(): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['src/frame/serve.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://localhost:${port}/decode/`).catch(() => undefined);
    if (answer?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error('the built site does not answer; run "npm run build" first');
}

async function measure(page: Page, file: string): Promise<boolean> {
  await page.goto(`http://localhost:${port}/decode/`);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
  const start = Date.now();
  await page.locator('#trace-file').setInputFiles(file);
  await page.getByTestId('decoded-response').first().waitFor({ timeout: 300_000 });
  const seconds = (Date.now() - start) / 1000;
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  const most = Math.max(0, ...tasks);
  console.log(
    `${megabytes} MB: ${await page.locator('[data-read]').textContent()}; ${seconds.toFixed(1)} s; longest task of the page ${most || 'under 50'} ms`,
  );
  return most <= longest;
}

async function cancel(page: Page, file: string): Promise<boolean> {
  await page.goto(`http://localhost:${port}/decode/`);
  await page.locator('#trace-file').setInputFiles(file);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const stopped = page.locator('[data-decode-status]', { hasText: 'Stopped.' });
  await stopped.waitFor({ state: 'attached' });
  await page.waitForTimeout(2000);
  const ok = (await page.locator('[data-results]').isHidden()) && page.workers().length === 0;
  console.log(`cancel: ${ok ? 'stopped' : 'goes on'}`);
  return ok;
}

const folder = mkdtempSync(join(tmpdir(), 'decode-page-'));
const file = join(folder, 'large.log');
writeFileSync(file, largeTrace());
const server = await served();
const path = findBrowser()?.path;
const browser = await chromium.launch({
  ...(path ? { executablePath: path } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  const results = [await measure(page, file), await cancel(page, file)];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
