/**
 * `npm run bench:page -- [--rounds N] [codes]`: code pages beside the same text as bare HTML and in a stock Starlight
 * site, on a phone with slow 4G and a processor slowed down four times. Every round opens each page once with an empty
 * cache, in turns, so that a busy minute falls on all of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { compressFolder } from '../../src/frame/compress.ts';
import { createSite } from '../../src/frame/serve.ts';
import { browser, browserArgs } from '../e2e/browser.ts';
import { median } from './median.ts';
import {
  bareHtml,
  builds,
  codeTexts,
  installOthers,
  project,
  workshop,
  writeStarlight,
} from './other-sites.ts';

interface Figures {
  bytes: number;
  requests: number;
  /** Milliseconds after the click. */
  'first paint ms': number;
  'largest paint ms': number;
  shift: number;
}

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 0.75 up, a round trip of 150 ms; as the browser delays each request. */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 86_400 };

const { values: options, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '9' } },
  allowPositionals: true,
});
const codes = positionals.length ? positionals : ['403', '401', '486', '603'];
const dist = join(project, 'dist');

async function open(chrome: Browser, url: string): Promise<Figures> {
  const context = await chrome.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForTimeout(1000);
  const paints = await page.evaluate(
    () =>
      new Promise<{ first: number; largest: number; shift: number }>((resolve) => {
        const seen = { first: 0, largest: 0, shift: 0 };
        const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
          new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
            type,
            buffered: true,
          });
        observe('paint', ({ name, startTime }) => {
          if (name === 'first-contentful-paint') seen.first = startTime;
        });
        observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
        observe(
          'layout-shift',
          (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value),
        );
        setTimeout(() => resolve(seen), 300);
      }),
  );
  await context.close();
  return {
    bytes,
    requests,
    'first paint ms': paints.first,
    'largest paint ms': paints.largest,
    shift: paints.shift,
  };
}

async function serve(root: string): Promise<{ address: string; close: () => void }> {
  const server = createSite(root, '/').listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** Bare pages and, where the registry can be reached, the Starlight site: folders to serve, by name. */
async function others(): Promise<Record<string, { root: string; path: (code: string) => string }>> {
  const bare = join(workshop, 'bare');
  rmSync(bare, { recursive: true, force: true });
  for (const code of codes) {
    mkdirSync(join(bare, code), { recursive: true });
    const page = readFileSync(join(dist, code, 'index.html'), 'utf8');
    writeFileSync(join(bare, code, 'index.html'), bareHtml(page));
  }
  await compressFolder(bare, '');
  const found = { 'bare HTML': { root: bare, path: (code: string) => `/${code}/` } };
  if (!installOthers()) {
    console.log('Starlight is left out: its packages could not be fetched.');
    return found;
  }
  const root = writeStarlight(codeTexts(dist));
  for (const command of builds.starlight)
    execFileSync(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  await compressFolder(join(root, 'dist'), '');
  return {
    ...found,
    Starlight: { root: join(root, 'dist'), path: (code: string) => `/codes/${code}/` },
  };
}

const sites = { ours: { root: dist, path: (code: string) => `/${code}/` }, ...(await others()) };
const figures = new Map<string, Figures[]>();
const load: number[] = [];
const chrome = await chromium.launch({ executablePath: browser().path, args: browserArgs });
const served = await Promise.all(
  Object.entries(sites).map(async ([name, { root, path }]) => ({ name, path, ...(await serve(root)) })),
);
try {
  for (let round = 0; round < Number(options.rounds); round++)
    for (const code of codes)
      // Whoever comes first in one round comes last in the next.
      for (const { name, path, address } of round % 2 ? served.toReversed() : served) {
        load.push(loadavg()[0] ?? 0);
        const key = `${code} ${name}`;
        figures.set(key, [...(figures.get(key) ?? []), await open(chrome, address + path(code))]);
      }
} finally {
  await chrome.close();
  for (const { close } of served) close();
}

const middle = (code: string, name: string, figure: keyof Figures) =>
  median((figures.get(`${code} ${name}`) ?? []).map((one) => one[figure]));
console.log(
  `Slow 4G, processor slowed down four times; median of ${options.rounds}; load of this machine ${Math.min(...load).toFixed(1)} to ${Math.max(...load).toFixed(1)}`,
);
console.table(
  Object.fromEntries(
    codes.flatMap((code) =>
      served.map(({ name }) => [
        `${code} ${name}`,
        {
          bytes: middle(code, name, 'bytes'),
          requests: middle(code, name, 'requests'),
          'first paint ms': Math.round(middle(code, name, 'first paint ms')),
          'largest paint ms': Math.round(middle(code, name, 'largest paint ms')),
          shift: Number(middle(code, name, 'shift').toFixed(3)),
          'first paint × bare': Number(
            (middle(code, name, 'first paint ms') / middle(code, 'bare HTML', 'first paint ms')).toFixed(2),
          ),
        },
      ]),
    ),
  ),
);
