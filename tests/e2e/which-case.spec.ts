/** Which case is it, commands, my systems, and the page's own navigation on a phone. */
import { expect, test } from '@playwright/test';

test('what was said to the search box sorts the cases of the page it opens, and stands in no address', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByTestId('search-input').fill('403 the prepaid account is empty');
  await expect(page.getByTestId('search-suggestions').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/403\/#which$/);
  await expect(page.getByLabel('Say what you see')).toHaveValue('403 the prepaid account is empty');
  await expect(page.locator('[data-order]')).toContainText('The account has no credit');
  // A number alone opens the top of its page.
  await page.goto('/');
  await page.getByTestId('search-input').fill('SIP error 403');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/403\/$/);
});

test('words and ticks put the case first, and the address holds ids of signs only', async ({ page }) => {
  await page.goto('/401/');
  const first = page.locator('[data-row]').first();
  await page.getByLabel('Say what you see').fill('stale nonce after restart');
  await expect(first).toHaveAttribute('data-row', 'stale-nonce');
  await expect(first).toContainText('your words');
  await expect(page.locator('[data-order]')).toContainText('First: stale=true');
  await page.getByLabel('Say what you see').fill('');
  await page.getByRole('checkbox', { name: 'It comes from addresses nobody here knows' }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#which\?seen=strangers$/);
  await expect(first).toContainText('fits: It comes from addresses nobody here knows');
});

test('an address with ticks shows the same order to the next reader', async ({ page }) => {
  await page.goto('/401/#which?seen=strangers,no-such-sign');
  await expect(
    page.getByRole('checkbox', { name: 'It comes from addresses nobody here knows' }),
  ).toBeChecked();
  await expect(page.locator('[data-row]').first()).toContainText('Strangers');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page).toHaveURL(/#which$/);
});

test('asks for the own sign of one case after the other, by keyboard, and goes on from an address', async ({
  page,
}) => {
  await page.goto('/401/');
  const first = page.locator('[data-row]').first();
  const status = page.locator('[data-order]');
  const sign = await page.locator('[data-row="stale-nonce"] td').first().innerText();
  await page.getByLabel('Say what you see').fill('stale nonce after restart');
  await expect(status).toContainText(`Do you see this? “${sign}”`);
  await status.getByRole('button', { name: 'No', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#which\?seen=not:stale-nonce$/);
  await expect(page.locator('[data-row="stale-nonce"]')).toContainText('you do not see this');
  await expect(first).not.toHaveAttribute('data-row', 'stale-nonce');
  await expect(status.getByRole('button', { name: 'No', exact: true })).toBeFocused();
  await status.getByRole('button', { name: 'Don’t know' }).press('Enter');
  await status.getByRole('button', { name: 'Yes' }).press('Enter');
  await expect(first).toContainText('you see this');
  await expect(status).not.toContainText('Do you see this?');
  const chosen = await first.getAttribute('data-row');
  const address = page.url();
  expect(address).toContain(`is:${chosen}`);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(status).toContainText('Do you see this?');
  await page.goto('/402/');
  await page.goto(address);
  await expect(first).toHaveAttribute('data-row', String(chosen));
  await expect(first).toContainText('you see this');
});

test('what is typed leaves the page neither by address nor by request', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await page.goto('/401/');
  await page.getByLabel('Say what you see').fill('verysecretword realm');
  await expect(page.locator('[data-row]').first()).toContainText('your words');
  expect([...asked, page.url()].filter((one) => one.includes('verysecret'))).toEqual([]);
});

test('what was pasted or dropped into the field stays out of the address, undo included', async ({
  page,
}) => {
  await page.goto('/403/');
  const field = page.getByLabel('Say what you see');
  await page.evaluate(() => navigator.clipboard.writeText('frobnicated widget'));
  await field.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).toHaveValue('frobnicated widget');
  await page.locator('[data-order]').getByRole('link', { name: 'Search all pages' }).click();
  await page.waitForURL(/\/search\//);
  expect(page.url()).not.toContain('frobnicated');
  await page.goto('/403/');
  await field.evaluate((input: HTMLInputElement) => {
    input.value = 'frobnicated widget';
    input.dispatchEvent(new InputEvent('input', { inputType: 'insertFromDrop', bubbles: true }));
  });
  await page.locator('[data-order]').getByRole('link', { name: 'Search all pages' }).click();
  await page.waitForURL(/\/search\//);
  expect(page.url()).not.toContain('frobnicated');
});

test('megabytes pasted into the field do not freeze the page', async ({ page }) => {
  await page.goto('/403/');
  await page.evaluate(() => navigator.clipboard.writeText('no credit '.repeat(300_000)));
  await page.getByLabel('Say what you see').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.locator('[data-row]').first()).toContainText('your words');
  expect((await page.getByLabel('Say what you see').inputValue()).length).toBe(2000);
});

test('the words of a failure go when the order can be worked out', async ({ page }) => {
  await page.route('**/which/*.json', (route) => route.abort());
  await page.goto('/401/');
  const status = page.locator('[data-order]');
  await page.getByLabel('Say what you see').fill('stale');
  await expect(status).toContainText('cannot be worked out');
  await page.unroute('**/which/*.json');
  await page.getByLabel('Say what you see').fill('stale nonce after restart');
  await expect(status).toContainText('First:');
  await expect(status).not.toContainText('cannot be worked out');
});

test('on a low screen, as at 400 % zoom, nothing covers what has the focus', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto('/403/');
  await page.getByLabel('Say what you see').fill('no credit');
  await expect(page.locator('[data-order]')).toContainText('Do you see this?');
  await page.getByLabel('Say what you see').focus();
  for (let step = 0; step < 12; step += 1) {
    const covered = await page.evaluate(() => {
      const focused = document.activeElement!;
      const { left, top, right, bottom } = focused.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const there = document.elementFromPoint(x, y);
      return there && (focused.contains(there) || there.contains(focused)) ? '' : focused.outerHTML;
    });
    expect(covered).toBe('');
    await page.keyboard.press('Tab');
  }
});

test('a vendor’s own number leads to its note, and words that no case knows on to the search', async ({
  page,
}) => {
  await page.goto('/403/');
  const status = page.locator('[data-order]');
  await page.getByLabel('Say what you see').fill('error 510532');
  await expect(status.getByRole('link', { name: /510532/ })).toHaveAttribute('href', /^#vendor-microsoft/);
  await page.getByLabel('Say what you see').fill('frobnicated widget');
  await expect(status).toContainText('Not known here: frobnicated, widget.');
  await status.getByRole('link', { name: 'Search all pages' }).click();
  await expect(page).toHaveURL(/\/search\/#q=frobnicated\+widget$/);
});

test('words of another language sort the cases, and the number of the page does not', async ({ page }) => {
  await page.goto('/403/');
  const status = page.locator('[data-order]');
  const said = page.getByLabel('Say what you see');
  await said.fill('403 kein guthaben');
  await expect(status).toContainText('First:');
  await expect(status.getByRole('link').first()).toHaveAttribute('href', '#no-credit');
  await expect(status).not.toContainText('Not known here');
  for (const text of ['403', 'SIP 403', 'forbidden']) {
    await said.fill(text);
    await expect(status).toContainText('No case of this page fits what you say.');
  }
  await page.goto('/480/');
  await said.fill('nicht registriert');
  await expect(status.getByRole('link').first()).toHaveAttribute('href', '#not-registered');
});

test('my systems come first before anything is painted, the others stay one click away', async ({ page }) => {
  await page.goto('/401/');
  const vendors = page.locator('.vendor-notes > [data-of]');
  await page.locator('[data-of="freeswitch"] [data-mine]').click();
  await expect(vendors.filter({ visible: true })).toHaveCount(1);
  await page.goto('/403/', { waitUntil: 'commit' });
  await expect(vendors.filter({ visible: true })).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  expect(await vendors.filter({ visible: true }).count()).toBeGreaterThan(10);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: /^All \d+ vendors/ }).click();
  expect(await vendors.filter({ visible: true }).count()).toBeGreaterThan(10);
});

test('on a phone the bar opens every section, and closes when one is followed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/403/');
  await page.mouse.wheel(0, 3000);
  await page.getByRole('button', { name: 'On this page' }).click();
  const list = page.locator('#on-this-page');
  await expect(list.getByRole('link', { name: 'Sources' })).toHaveCount(1);
  await list.getByRole('link', { name: 'Vendor notes' }).click();
  await expect(list).toBeHidden();
  await expect(page.locator('#vendors')).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the cases stand in a plain table, and every product’s command in the step', async ({ page }) => {
    await page.goto('/402/');
    await expect(page.locator('[data-row]').first()).toBeVisible();
    await expect(page.getByLabel('Say what you see')).toBeHidden();
    const how = page.locator('.how').first();
    await how.locator('summary').click();
    expect(await how.locator('[data-of]').filter({ visible: true }).count()).toBeGreaterThan(2);
  });
});
