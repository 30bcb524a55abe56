/** How fast a reader comes to the next page, and back. */
import { chromium, expect, type Page, test } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { sitePort } from './ports.ts';

/** The paths that the page asks for from now on. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

/** Lets the pointer rest on a link for longer than it must, by the clock of the page. */
async function restOn(page: Page, path: string): Promise<void> {
  await page.getByRole('main').locator(`a[href="${path}"]`).first().hover();
  await page.clock.runFor(1000);
}

test('a page is fetched when its link is pointed at, and once', async ({ page }) => {
  await page.clock.install();
  await page.goto('/4xx/');
  const asked = askedBy(page);
  const fetched = page.waitForRequest((request) => request.url().endsWith('/486/'));
  await restOn(page, '/486/');
  await fetched;
  await page.mouse.move(0, 0);
  await restOn(page, '/486/');
  // What is asked for after it has come: so would have what was asked for before.
  const next = page.waitForRequest((request) => request.url().endsWith('/487/'));
  await restOn(page, '/487/');
  await next;
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
  await page.clock.install();
  await page.goto('/4xx/');
  const asked = askedBy(page);
  await restOn(page, '/486/');
  // A hint of our own, which comes after any that the site has given.
  const next = page.waitForRequest((request) => request.url().endsWith('/487/'));
  await page.evaluate(() => {
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = '/487/';
    document.head.append(hint);
  });
  await next;
  // The browser may still fetch the icon of the page itself.
  expect(asked.filter((path) => path !== '/favicon.svg')).toEqual(['/487/']);
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
