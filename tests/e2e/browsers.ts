/**
 * `npm run test:browsers`: a few ways through the built site in Firefox and WebKit, where they are installed. Says which
 * it found; a browser that is not there is no fault.
 */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSite } from '../../src/frame/serve.ts';
import { findBrowsers, type Found } from './hands.ts';
import { smoke } from './smoke.ts';

const dist = join(import.meta.dirname, '../../dist');

/** How many ways failed. */
async function tryAll({ name, start, missing }: Found, site: string): Promise<number> {
  if (!start) {
    console.log(`– ${name} is not there: ${missing}`);
    return 0;
  }
  const hand = await start();
  console.log(`\n${hand.browser}`);
  let failed = 0;
  try {
    for (const [title, work] of Object.entries(smoke)) {
      const begun = Date.now();
      try {
        await work(hand, site);
        console.log(`  ✓ ${title} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        console.error(`  ✘ ${title}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await hand.end();
  }
  return failed;
}

async function main(): Promise<void> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('there is no dist/index.html: run npm run build first');
  const server = createSite(dist, '/');
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const site = `http://localhost:${(server.address() as AddressInfo).port}`;
  const found = findBrowsers();
  let failed = 0;
  try {
    for (const one of found) failed += await tryAll(one, site);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  const tried = found.filter(({ start }) => start).map(({ name }) => name);
  console.log(`\nbrowsers: ${tried.join(' and ') || 'none'} tried, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

await main();
