/** Whole ways through a page by keyboard alone: the focus is seen at every step, goes on where the reader is, and Escape gives it back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { focusStop } from './focus.ts';

/** Presses keys one after another; after each the reader sees where the focus is. */
async function press(page: Page, ...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await focusStop(page)).faults, { message: `after ${key}` }).toEqual([]);
  }
}

/** Goes on with Tab until a part has the focus, as one does who does not know how far it is. */
async function tabTo(page: Page, part: Locator, most: number) {
  for (let at = 0; at < most; at += 1) {
    await press(page, 'Tab');
    if (await part.evaluate((element) => element === document.activeElement)) return;
  }
  expect((await focusStop(page)).name, `${most} stops on, the focus has not come to it`).toBe(String(part));
}

for (const path of ['/', '/403/', '/mapping/', '/guides/digest/'])
  test(`up through ${path}, nothing that has the focus is hidden or without a ring`, async ({ page }) => {
    // Up, because what stays at the top of the window covers what comes in below it.
    test.setTimeout(180_000);
    await page.goto(path);
    const faults: string[] = [];
    let stops = 0;
    for (; stops < 600; stops += 1) {
      await page.keyboard.press('Shift+Tab');
      const stop = await focusStop(page);
      if (stop.name === 'nothing') break;
      faults.push(...stop.faults.map((fault) => `${stop.name} ${fault}`));
    }
    expect(stops).toBeGreaterThan(40);
    expect(faults).toEqual([]);
  });

test('past the header, into the menu and out of it, and round the themes', async ({ page }) => {
  await page.goto('/403/');
  await press(page, 'Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  const menu = page.getByRole('button', { name: 'Menu' });
  await tabTo(page, menu, 12);
  const first = page.locator('#site-menu a:visible').first();
  await press(page, 'Enter', 'Tab');
  await expect(first).toBeFocused();
  await press(page, 'Escape');
  await expect(menu).toBeFocused();
  await expect(first).toBeHidden();
  const theme = page.getByRole('button', { name: /^Theme/ });
  await tabTo(page, theme, 2);
  for (const name of ['light', 'dark', 'system']) {
    await press(page, 'Enter');
    await expect(theme).toHaveAccessibleName(`Theme: ${name}`);
  }
  await expect(theme).toBeFocused();
});

for (const [where, path, place] of [
  ['in the header', '/mapping/', '#cause-38 a'],
  ['in a dialog', '/', 'footer a'],
] as const)
  test(`the search box comes ${where}, and Escape leads back to where the reader was`, async ({ page }) => {
    await page.goto(path);
    const before = page.locator(place).last();
    await before.focus();
    await press(page, 'ControlOrMeta+k');
    await expect(page.getByTestId('search-input')).toBeFocused();
    await page.keyboard.type('busy');
    const options = page.getByTestId('search-suggestions');
    const first = options.getByRole('option').first();
    await expect(first).toBeVisible();
    // Suggestions come in two steps; the second may no longer have the one chosen in the first.
    await expect(async () => {
      await press(page, 'ArrowDown');
      await expect(options.getByRole('option', { selected: true })).toHaveCount(1, { timeout: 1000 });
    }).toPass();
    await press(page, 'Escape');
    await expect(first).toBeHidden();
    await press(page, 'Escape');
    await expect(before).toBeFocused();
  });

test('which case: said, ticked, followed into the case, its ticket copied', async ({ page }) => {
  await page.goto('/403/');
  const said = page.getByLabel('Say what you see');
  await tabTo(page, said, 60);
  await page.keyboard.type('balance');
  const first = page.locator('[data-row]').first();
  await expect(first).toHaveClass(/best/);
  await press(page, 'Tab', 'Space');
  await expect(page.locator('[data-tick]:checked:not([value=""])')).toHaveCount(1);
  await press(page, 'Space');
  const more = page.locator('.which summary');
  await tabTo(page, more, 20);
  await press(page, 'Enter', 'Tab');
  await expect(page.locator('.which details [data-tick]:focus')).toHaveCount(1);
  await tabTo(page, page.getByRole('button', { name: 'Clear' }), 40);
  // What fits best comes next.
  const id = (await first.getAttribute('data-row'))!;
  await press(page, 'Tab');
  await expect(page.locator(`.which a[href="#${id}"]:focus`)).toHaveCount(1);
  await page.keyboard.press('Enter');
  const section = page.locator(`#${id}`);
  await expect(section).toBeInViewport();
  // The next stop is within the case, not at the table again.
  await press(page, 'Tab');
  expect(await section.evaluate((part) => part.contains(document.activeElement))).toBe(true);
  const forms = section.getByRole('button', { name: /^More/ });
  await tabTo(page, forms, 20);
  await press(page, 'Enter', 'Tab', 'Escape');
  await expect(forms).toBeFocused();
  await press(page, 'Shift+Tab', 'Enter');
  await expect(page.locator('[data-copied]')).toHaveText(/^Copied for ticket/);
  await expect(section.getByRole('button', { name: /^Copy for ticket/ })).toBeFocused();
});

test('clearing what was said gives the focus back to the box', async ({ page }) => {
  await page.goto('/403/#which?seen=charged-only');
  const clear = page.getByRole('button', { name: 'Clear' });
  await clear.focus();
  await press(page, 'Enter');
  await expect(page.getByLabel('Say what you see')).toBeFocused();
});

test('my systems: the button stays under the finger, and what is unfolded is gone on with', async ({
  page,
}) => {
  await page.goto('/403/');
  const mine = page.locator('[data-mine]').last();
  await mine.focus();
  // All other vendors fold away above it.
  await press(page, 'Enter');
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await expect(mine).toBeFocused();
  const all = page.getByRole('button', { name: /^All \d+ vendors/ });
  await tabTo(page, all, 30);
  await press(page, 'Enter');
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('.vendor-notes')))).toBe(true);
});

test('the mapping: a column chosen, a head sorted, a row gone to, and the focus stays', async ({ page }) => {
  await page.goto('/mapping/');
  await page.getByLabel('Text').focus();
  await page.keyboard.type('busy');
  await tabTo(page, page.locator('.mapping-filter summary'), 12);
  await press(page, 'Enter', 'Tab', 'Space');
  const box = page.locator('[name="authority"]').first();
  await expect(box).not.toBeChecked();
  await expect(box).toBeFocused();
  const head = page.locator('[data-direction="sip"] thead button:visible').last();
  await tabTo(page, head, 40);
  await press(page, 'Enter');
  await expect(page.locator('[data-direction="sip"] [aria-sort]')).toHaveCount(1);
  await expect(head).toBeFocused();
  // The next stop is the first row that the filter left.
  await press(page, 'Tab');
  await expect(page.locator('[data-direction="sip"] tbody tr:visible a').first()).toBeFocused();
});

test('the filter of a list leads to what it left', async ({ page }) => {
  await page.goto('/vendors/');
  await page.getByLabel('Filter').focus();
  await page.keyboard.type('gigaset');
  const left = page.locator('[data-filter-item]:visible a').first();
  await tabTo(page, left, 12);
});

test('the decoder: read, answered, cleared, and back at the field', async ({ page }) => {
  const trace = readFileSync(
    join(import.meta.dirname, '../../src/decode/page/examples/caller-id.txt'),
    'utf8',
  );
  await page.goto('/decode/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), trace);
  const field = page.locator('#trace');
  await field.focus();
  await press(page, 'ControlOrMeta+v', 'Tab', 'Enter');
  await expect(page.locator('[data-message] li').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Decode' })).toBeFocused();
  // From the button through the result: everything on the way is seen.
  const chosen = page.locator('[data-ladder]').getByRole('option', { selected: true });
  await tabTo(page, chosen, 40);
  await press(page, 'Home', 'ArrowDown', 'End');
  const clear = page.locator('[data-trace-form="trace"]').getByRole('button', { name: 'Clear' });
  await clear.focus();
  await press(page, 'Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
});
