/** The code page: permalinks, copy buttons, no script, no flash. */
import { expect, test } from '@playwright/test';

test('a code answers with and without the slash, also 404', async ({ request }) => {
  for (const code of ['403', '404', '500']) {
    const answers = await Promise.all([`/${code}`, `/${code}/`].map((path) => request.get(path)));
    for (const answer of answers) {
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain(`data-code="${code}"`);
    }
  }
});

test('an unregistered number has a page of its own, which search engines are not to list', async ({
  page,
  request,
}) => {
  const response = await page.goto('/499/');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/499\s+Not registered/);
  await expect(page.locator('main')).toContainText('Treat it as 400 Bad Request');
  await expect(page.getByTestId('search-input')).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  expect(await (await request.get('/sitemap-0.xml')).text()).not.toContain('/499/');
  await page.goto('/150/');
  await expect(page.locator('main')).toContainText('Treat it as 183 Session Progress');
});

test('a number of which SIP has no class says so', async ({ page }) => {
  await page.goto('/799/');
  await expect(page.locator('main')).toContainText('SIP has no class above 6xx');
  await expect(page.locator('main').getByRole('link', { name: /^751 / })).toHaveCount(1);
});

test('three digits that are no number of a response are answered with 404', async ({ page }) => {
  const response = await page.goto('/099/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('[data-answer]')).toContainText('classes 1xx to 6xx only');
});

test('the link of a case opens at the case', async ({ page }) => {
  await page.goto('/403/#no-credit');
  await expect(page.locator('#no-credit')).toBeInViewport();
});

const copied = (page: import('@playwright/test').Page) => page.evaluate(() => navigator.clipboard.readText());

test('the example message is copied as it goes over the wire', async ({ page }) => {
  await page.goto('/403/');
  await page.locator('.sip-message').last().getByRole('button').click();
  await expect
    .poll(() => copied(page))
    .toMatch(/^SIP\/2\.0 403 Forbidden\r\nVia: .*\r\nContent-Length: 0\r\n\r?\n?$/s);
});

test('the chosen theme holds on the next page, before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/403/');
  const button = page.getByRole('button', { name: /Theme/ });
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/404/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a code page shows everything but the copy buttons', async ({ page }) => {
    await page.goto('/403/');
    await expect(page.locator('#mapping')).toBeVisible();
    await expect(page.locator('#vendor-asterisk')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy link' }).first()).toBeHidden();
  });

  test('the search page says so and leads to the full lists', async ({ page }) => {
    await page.goto('/search/?q=403');
    await expect(page.getByText('Search needs JavaScript')).toBeVisible();
    await expect(page.getByRole('link', { name: 'all Q.850 causes' })).toBeVisible();
  });

  test('the mapping shows the whole table', async ({ page }) => {
    await page.goto('/mapping/');
    await expect(page.locator('#sip-403')).toBeVisible();
    await expect(page.locator('#cause-21')).toBeVisible();
  });
});
