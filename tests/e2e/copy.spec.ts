/** A provider's copy under a path of its host (copy.ts): search leads below it, and what moved is led on. */
import { expect, test } from '@playwright/test';
import { copyBase, copyName, moves } from './copy.ts';
import { copyPort } from './ports.ts';

test.use({ baseURL: `http://localhost:${copyPort}${copyBase}` });

test('the copy has its own name, and its pages link below its path', async ({ page }) => {
  await page.goto('403');
  await expect(page).toHaveTitle(new RegExp(`${copyName}$`));
  const addresses = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(addresses.filter((path) => !path.startsWith(copyBase))).toEqual([]);
});

test('the box suggests and opens pages below the path', async ({ page }) => {
  await page.goto('');
  await page.getByTestId('search-input').fill('busy here');
  await expect(page.getByTestId('search-suggestions').getByRole('option').first()).toContainText('486');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/docs\/sip\/486\/$/);
});

test('the search page finds by full text, with excerpts and links below the path', async ({ page }) => {
  await page.goto('search/?q=registration%20expires%20too%20soon');
  const results = page.getByTestId('search-results');
  await expect(results).toHaveAttribute('data-state', 'done');
  await expect(results.getByRole('link').first()).toHaveAttribute('href', /^\/docs\/sip\/./);
  await expect(page.getByText('Full text cannot be searched just now')).toBeHidden();
});

test('a page that moved leads on with the fragment', async ({ page }) => {
  await page.goto('engaged/#vendors');
  await expect(page).toHaveURL(/\/docs\/sip\/486\/#vendors$/);
  await page.goto('engaged');
  await expect(page).toHaveURL(/\/docs\/sip\/486\/$/);
});

test('a section that moved is found in its new place', async ({ page }) => {
  for (const { from, to } of moves.filter(({ from }) => from.includes('#'))) {
    await page.goto('');
    await page.goto(from.slice(1));
    await expect(page).toHaveURL(new RegExp(`/docs/sip${to}$`));
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page that moved leads on, a section that moved says where it is', async ({ page }) => {
    await page.goto('403/#out-of-money');
    await expect(page.getByRole('link', { name: 'go to its new place' })).toBeVisible();
    await page.goto('engaged/');
    await expect(page).toHaveURL(/\/docs\/sip\/486\/$/);
  });
});
