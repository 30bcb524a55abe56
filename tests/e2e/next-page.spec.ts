/** How fast a reader comes to the next page, and back. */
import { chromium, expect, test } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { sitePort } from './ports.ts';

test('a page is fetched when its link is pointed at, and once', async ({ page }) => {
  await page.goto('/4xx/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const link = page.getByRole('main').locator('a[href="/486/"]').first();
  const fetched = page.waitForRequest((request) => request.url().endsWith('/486/'));
  await link.hover();
  await fetched;
  await page.mouse.move(0, 0);
  await link.hover();
  // Longer than a pointer must rest.
  await page.waitForTimeout(500);
  expect(asked.filter((path) => path === '/486/')).toHaveLength(1);
});

test('a page is fetched when the keyboard rests on its link', async ({ page }) => {
  await page.goto('/4xx/');
  const fetched = page.waitForRequest((request) => request.url().endsWith('/486/'));
  await page.getByRole('main').locator('a[href="/486/"]').first().focus();
  await fetched;
});

test('nothing is fetched ahead for readers who save data', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );
  await page.goto('/4xx/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('main').locator('a[href="/486/"]').first().hover();
  await page.waitForTimeout(500);
  // The browser may still fetch the icon of the page itself.
  expect(asked.filter((path) => path !== '/favicon.svg')).toEqual([]);
});

/** One page of each kind that has a script of its own, or a form. */
const kinds = [
  '/',
  '/4xx/',
  '/403/',
  '/499/',
  '/q850/21/',
  '/mapping/',
  '/vendors/asterisk/',
  '/guides/digest/',
  '/guides/commands/',
  '/headers/',
  '/sources/',
  '/systems/',
  '/offline/',
  '/embed/',
  '/search/?q=403',
  '/decode/',
];

for (const offline of [false, true])
  test(`pages come back as they were left, ${offline ? 'with' : 'without'} the offline edition`, async ({
    launchOptions,
  }) => {
    // Thirty pages one after the other; the offline edition fetches some thousand small files first.
    test.setTimeout(300_000);
    // Playwright turns the cache of whole pages off.
    const browser = await chromium.launch({
      ...launchOptions,
      ...(findBrowser() ? { executablePath: findBrowser()!.path } : {}),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      const page = await browser.newPage({
        baseURL: `http://localhost:${sitePort}`,
        serviceWorkers: offline ? 'allow' : 'block',
      });
      if (offline) {
        await page.goto('/offline/');
        await expect(page.locator('[data-offline-state]')).toContainText('is kept in this browser', {
          timeout: 200_000,
        });
      }
      for (const path of kinds) {
        await page.goto(path);
        await page.evaluate(() => {
          document.documentElement.dataset['left'] = 'here';
        });
        await page.goto('/486/');
        await page.evaluate(() => history.back());
        await expect(page.locator('html[data-left="here"]'), path).toBeAttached();
      }
    } finally {
      await browser.close();
    }
  });
