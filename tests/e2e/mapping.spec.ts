/** The mapping page: filters, comparison, sorting, and the address that keeps them. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

interface Row {
  code?: number;
  cause?: number;
}
interface Table {
  direction: string;
  authority: string;
  rows: Row[];
}

test('what is pasted into the filter stays out of the address', async ({ page }) => {
  await page.goto('/mapping/');
  await page.evaluate(() => navigator.clipboard.writeText('busy alice'));
  await page.getByLabel('Text').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.locator('[data-mapping-count]')).toContainText(/^0 rows/);
  expect(page.url()).not.toContain('alice');
});

test('text filters the rows; it stays in the address, but in the part that is never sent', async ({
  page,
}) => {
  await page.goto('/mapping/');
  await page.getByLabel('Text').fill('0x95');
  await expect(page.locator('#cause-21')).toBeVisible();
  await expect(page.locator('#cause-17')).toBeHidden();
  await expect(page).toHaveURL(/\/mapping\/#text=0x95$/);
  await page.reload();
  await expect(page.locator('#cause-17')).toBeHidden();
});

test('an authority can be hidden, a column sorted', async ({ page }) => {
  await page.goto('/mapping/?direction=sip&class=5');
  await expect(page.locator('#sip-403')).toBeHidden();
  await expect(page.locator('[data-direction="q850"]')).toBeHidden();
  await page.getByText('Choose:').click();
  await page.getByRole('checkbox', { name: 'Yate' }).uncheck();
  await expect(page.locator('[data-direction="sip"] th[data-authority="Yate"]')).toBeHidden();
  await page.locator('[data-direction="sip"]').getByRole('button', { name: 'RFC 3398' }).click();
  await expect(page).toHaveURL(/sort=sip\.rfc-3398\.up/);
  const values = await page
    .locator('[data-direction="sip"] tbody tr:visible td[data-by="RFC 3398"]')
    .allTextContents();
  const numbers = values
    .map((text) => Number.parseInt(text.replace('(', ''), 10))
    .filter((value) => !Number.isNaN(value));
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('two authorities alone are compared in both directions, and the address keeps it', async ({ page }) => {
  await page.goto('/mapping/');
  await page.getByRole('button', { name: 'RFC 3398 and Asterisk' }).click();
  await expect(page).toHaveURL(/authority=rfc-3398,asterisk/);
  await page.reload();
  for (const direction of ['sip', 'q850']) {
    const section = page.locator(`[data-direction="${direction}"]`);
    const differ = await section.locator('[data-verdict="differ"]').count();
    expect(differ).toBeGreaterThan(0);
    await expect(section.locator('[data-compared]')).toContainText(`${differ} differ`);
  }
  await expect(page.locator('#sip-403 .verdict')).toHaveText('= same');
  await expect(page.locator('#sip-405 .verdict')).toHaveText('≠ differ');
  await page.getByLabel('only differences').check();
  await expect(page.locator('#sip-403')).toBeHidden();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page.locator('.verdict')).toHaveCount(0);
});

test('on a phone the remarks are folded, on paper they are open', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/mapping/');
  const remarks = page.locator('[data-direction="sip"] [data-condition]').first();
  await expect(remarks).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(remarks).toBeVisible();
});

test('on a phone a row says each value once, whichever columns are shown, and the page keeps its length', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/mapping/');
  const values = () =>
    page
      .locator('#sip-403 [data-by]:not([hidden])')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => getComputedStyle(cell).fontSize !== '0px')
          .flatMap(({ textContent }) => textContent?.trim() || []),
      );
  const all = await values();
  expect(all).toContain('21');
  expect(all).toEqual([...new Set(all)]);
  await page.getByText('Choose:').click();
  await page.getByRole('checkbox', { name: 'RFC 3398' }).uncheck();
  const without = await values();
  expect(without).toContain('21');
  expect(without).toEqual([...new Set(without)]);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  // As it is when everything has been laid out; 27,000 where each authority repeats its value.
  const height = await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
    return document.documentElement.scrollHeight;
  });
  expect(height).toBeLessThan(20_000);
});

test('the reader’s own systems stand beside RFC 3398, and first', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('systems', 'yate');
  });
  await page.goto('/mapping/');
  await expect(page.locator('[data-direction="sip"] thead th').nth(2)).toHaveText('Yate');
  await page.getByRole('button', { name: 'My systems' }).click();
  await expect(page).toHaveURL(/authority=rfc-3398,yate/);
});

test('JSON and CSV hold every row of content/mappings, and nothing else', async ({ request }) => {
  const line = (direction: string, authority: string, code: unknown, cause: unknown) =>
    [direction, authority, code ?? '', cause ?? ''].join(',');
  const written = globSync('content/mappings/*.yaml').flatMap((file) => {
    const { direction, authority, rows } = parse(readFileSync(file, 'utf8')) as Table;
    return rows.map(({ code, cause }) => line(direction, authority, code, cause));
  });
  const { rows } = (await (await request.get('/mapping.json')).json()) as { rows: (Row & Table)[] };
  const json = rows.map(({ direction, authority, code, cause }) => line(direction, authority, code, cause));
  expect(json.sort()).toEqual(written.sort());
  const [, ...csv] = (await (await request.get('/mapping.csv')).text()).trimEnd().split('\r\n');
  expect(csv.map((text) => text.split(',').slice(0, 4).join(',')).sort()).toEqual(written);
});
