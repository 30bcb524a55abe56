/**
 * `npm run check:a11y`: axe over every page of the built site, on a phone (320 px) and a desktop (1280 px): all rules
 * in the light theme, contrast alone in the dark one, since structure, names and roles are the same in both. Takes
 * long; `npm test` looks at one page of each type. What a page asks of other hosts and logs as an error is reported, too.
 *
 *     npm run check:a11y                 all pages
 *     npm run check:a11y /4 /guides/     pages whose address begins so
 *     npm run check:a11y -- --types      one page of each type
 *     npm run check:a11y -- --resume     goes on where a run was broken off, on the same build
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from '@playwright/test';
import { createSite } from '../../src/frame/serve.ts';
import { browser, browserArgs } from './browser.ts';
import { watchFaults } from './faults.ts';
import { allPages, axeOptions, pageTypes } from './pages.ts';

const project = join(import.meta.dirname, '../..');
/** One line of JSON for each page that is done, below a first line that names the build. */
const results = join(project, 'test-results/accessibility.jsonl');

interface Result {
  path: string;
  faults: string[];
}

const views = [1280, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

async function faultsOf(chrome: Browser, address: string): Promise<string[]> {
  const context = await chrome.newContext({ reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    // Also what no page may do: ask another host, break its policy, throw.
    const faults = watchFaults(page);
    await page.goto(address);
    for (const { width, colorScheme } of views) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Pages are framed by nothing and frame nothing, so that axe need not open a page of its own for the result.
      const axe = new AxeBuilder({ page }).setLegacyMode(true).options(axeOptions);
      const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
      for (const { id, help, nodes } of violations)
        faults.push(
          `${id} at ${width} px, ${colorScheme} (${help}): ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
    }
    return faults;
  } finally {
    await context.close();
  }
}

/** What an earlier run found on the same build. */
function earlier(build: string): Result[] {
  if (!existsSync(results)) return [];
  const [first, ...lines] = readFileSync(results, 'utf8').trimEnd().split('\n');
  if (first !== build) return [];
  return lines.map((line) => JSON.parse(line) as Result);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      types: { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const asked = (values.types ? pageTypes : allPages).filter(
    (path) => !positionals.length || positionals.some((start) => path.startsWith(start)),
  );
  const home = join(project, 'dist/index.html');
  const build = JSON.stringify({ built: statSync(home).mtimeMs });
  const done = (values.resume ? earlier(build) : []).filter(({ path }) => asked.includes(path));
  if (!values.resume || !done.length) {
    mkdirSync(join(results, '..'), { recursive: true });
    writeFileSync(results, `${build}\n`);
  }
  const known = new Set(done.map(({ path }) => path));
  const open = asked.filter((path) => !known.has(path));
  if (known.size) console.log(`${known.size} pages are known from the run before`);

  const site = createSite(join(project, 'dist'), '/');
  await new Promise<void>((resolve) => site.listen(0, resolve));
  const { port } = site.address() as AddressInfo;
  const chrome = await chromium.launch({ executablePath: browser().path, args: browserArgs });
  let at = 0;
  const work = async () => {
    for (let path = open[at++]; path !== undefined; path = open[at++]) {
      const result = { path, faults: await faultsOf(chrome, `http://localhost:${port}${path}`) };
      appendFileSync(results, `${JSON.stringify(result)}\n`);
      done.push(result);
      for (const fault of result.faults) console.error(`${path}: ${fault}`);
      if (done.length % 50 === 0) console.log(`${done.length} of ${asked.length} pages`);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, Number(values.workers)) }, work));
  } finally {
    await chrome.close();
    site.close();
    site.closeAllConnections();
  }
  const found = done.reduce((sum, { faults }) => sum + faults.length, 0);
  console.log(`accessibility: ${done.length} pages in ${views.length} views, ${found} findings`);
  process.exitCode = found || !done.length ? 1 : 0;
}

await main();
