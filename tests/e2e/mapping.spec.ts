/** The mapping page: filters, sorting, and the address that keeps them. */
import { expect, test } from '@playwright/test';

test('text filters the rows, and the address keeps it', async ({ page }) => {
  await page.goto('/mapping/');
  await page.getByLabel('Text').fill('0x95');
  await expect(page.locator('#cause-21')).toBeVisible();
  await expect(page.locator('#cause-17')).toBeHidden();
  await expect(page).toHaveURL(/text=0x95/);
  await page.reload();
  await expect(page.locator('#cause-17')).toBeHidden();
});

test('an authority can be hidden, a column sorted', async ({ page }) => {
  await page.goto('/mapping/?direction=sip&class=5');
  await expect(page.locator('#sip-403')).toBeHidden();
  await expect(page.locator('[data-direction="q850"]')).toBeHidden();
  await page.getByRole('checkbox', { name: 'Yate' }).uncheck();
  await expect(page.locator('[data-direction="sip"] th[data-authority="yate"]')).toBeHidden();
  await page.locator('[data-direction="sip"]').getByRole('button', { name: 'RFC 3398' }).click();
  await expect(page).toHaveURL(/sort=sip\.2\.up/);
  const values = await page
    .locator('[data-direction="sip"] tbody tr:visible td[data-authority="rfc-3398"]')
    .allTextContents();
  const numbers = values
    .filter(Boolean)
    .map((text) => Number.parseInt(text, 10))
    .filter((value) => !Number.isNaN(value));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('CSV and JSON hold every row of the tables', async ({ request }) => {
  const { rows } = (await (await request.get('/mapping.json')).json()) as { rows: unknown[] };
  const csv = await (await request.get('/mapping.csv')).text();
  expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
});
