/** The site without a network, after one visit. */
import { expect, test } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });

test('after one visit pages, search and decoder work without a network, until turned off', async ({
  page,
  context,
}) => {
  // Some thousand small files are fetched one after another.
  test.setTimeout(300_000);
  await page.goto('/offline/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect(page.locator('[data-offline-state]')).toContainText('is kept in this browser', {
    timeout: 200_000,
  });
  await context.setOffline(true);

  await page.goto('/486/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('486');
  await page.goto('/403');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('403');
  await page.goto('/403/no-credit/');
  await expect(page).toHaveURL(/\/403\/#no-credit$/);
  await page.goto('/499/');
  await expect(page).toHaveURL(/\/4xx\/$/);

  await page.goto('/search/?q=session+description+offer');
  await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
  await expect(page.getByTestId('search-results').locator('a').first()).toBeVisible();

  await page.goto('/decode/');
  await page.locator('#trace').fill('SIP/2.0 486 Busy Here\nCSeq: 1 INVITE\nCall-ID: a@example.com\n\n');
  await expect(page.getByTestId('decoded-response').first()).toHaveAttribute('data-code', '486');

  await context.setOffline(false);
  await page.goto('/offline/');
  await page.getByRole('button', { name: 'Turn off and delete' }).click();
  await expect(page.locator('[data-offline-state]')).toContainText('Nothing is kept');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);

  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => {
      document.documentElement.dataset['registers'] = 'yes';
      return Promise.reject(new Error('only counted here'));
    };
  });
  const registers = page.locator('html[data-registers]');
  /** The site registers once the browser is idle; who asks for the same later has his turn after it. */
  const idle = () => page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  await page.goto('/486/');
  await idle();
  await expect(registers).toHaveCount(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  // The same way, it would be seen.
  await page.evaluate(() => localStorage.removeItem('offline'));
  await page.reload();
  await idle();
  await expect(registers).toHaveCount(1);
});
