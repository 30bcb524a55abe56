/** Vendor pages: the filter, and links to single notes. */
import { expect, test } from '@playwright/test';

test('the filter leaves the notes of a code, and a link to another note brings all back', async ({
  page,
}) => {
  await page.goto('/vendors/asterisk/');
  const notes = page.locator('[data-filter-item]');
  const all = await notes.count();
  await page.getByLabel('Filter the notes').fill('486');
  await expect(page.locator('#code-486')).toBeVisible();
  await expect(page.locator('#code-180')).toBeHidden();
  const left = await page.locator('[data-filter-item]:visible').count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  await expect(page.locator('[data-filter-count]')).toHaveText(`${left} of ${all}`);
  await page.getByRole('navigation', { name: 'Codes' }).getByRole('link', { name: '180' }).click();
  await expect(page.locator('#code-180')).toBeInViewport();
  await expect(notes.filter({ visible: true })).toHaveCount(all);
});

test('the list of vendors is filtered by name and by code', async ({ page }) => {
  await page.goto('/vendors/');
  const vendors = page.locator('[data-filter-item]:visible dt a');
  await page.getByLabel('Filter').fill('gigaset');
  await expect(vendors).toHaveText(['Siemens Gigaset']);
  await page.getByLabel('Filter').fill('925');
  await expect(vendors).toContainText(['Siemens Gigaset']);
  await expect(page.locator('#sbc')).toBeHidden();
});
