/** `npm run screenshots`: takes the pictures of the README anew, from the built site, and writes them into screenshots/ here. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { createSite } from '../../src/frame/serve.ts';
import { browser, browserArgs } from './browser.ts';

const project = join(import.meta.dirname, '../..');
const trace = readFileSync(join(project, 'src/decode/page/examples/two-hops.txt'), 'utf8');

/** Each picture: its name, and what is done before it is taken. */
const pictures: [name: string, show: (page: Page, site: string) => Promise<void>][] = [
  ['code-page', async (page, site) => void (await page.goto(`${site}/403/`))],
  [
    'search',
    async (page, site) => {
      await page.goto(`${site}/search/?q=caller%20id%20rejected`);
      await page.getByRole('link', { name: /403/ }).first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  ],
  [
    'decoder',
    async (page, site) => {
      await page.goto(`${site}/decode/`);
      await page.locator('#trace').fill(trace);
      const ladder = page.locator('main svg').first();
      await ladder.waitFor();
      await page.waitForLoadState('networkidle');
      await page
        .locator('main h2')
        .first()
        .evaluate((heading) => heading.scrollIntoView());
    },
  ],
];

const server = createSite(join(project, 'dist'), '/').listen(0);
const site = `http://localhost:${(server.address() as AddressInfo).port}`;
const chrome = await chromium.launch({ executablePath: browser().path, args: browserArgs });
try {
  for (const [name, show] of pictures) {
    const page = await chrome.newPage({
      viewport: { width: 1200, height: 760 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await show(page, site);
    const file = join(import.meta.dirname, 'screenshots', `${name}.webp`);
    const { size } = await sharp(await page.screenshot())
      .webp({ quality: 80 })
      .toFile(file);
    console.log(`${file}: ${size} bytes`);
    await page.close();
  }
} finally {
  await chrome.close();
  server.close();
}
