/** Search: the box by keyboard, the search page, its address, and what happens when files are missing. */
import { expect, test } from '@playwright/test';

const box = 'search-input';
const list = 'search-suggestions';

test('/ focuses the box; arrows and Enter open an answer', async ({ page }) => {
  await page.goto('/403/');
  await page.keyboard.press('/');
  await expect(page.getByTestId(box)).toBeFocused();
  await page.keyboard.type('busy here');
  const options = page.getByTestId(list).getByRole('option');
  await expect(options.first()).toContainText('486 Busy Here');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId(box)).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/486\/$/);
});

test('Enter goes to an exact answer, and to the results otherwise', async ({ page }) => {
  await page.goto('/');
  await page.getByTestId(box).fill('SIP/2.0 488 Not Acceptable Here');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/488\/$/);
  await page.goto('/');
  await page.getByTestId(box).fill('phone keeps losing its registration');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=phone/);
});

test('Escape closes the suggestions', async ({ page }) => {
  await page.goto('/');
  await page.getByTestId(box).fill('403');
  await expect(page.getByTestId(list)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId(list)).toBeHidden();
});

test('typing dims the codes on the home page that do not match', async ({ page }) => {
  await page.goto('/');
  await page.getByTestId(box).fill('busy');
  await expect(page.locator('[data-code-grid] li', { hasText: '486' })).not.toHaveClass(/dimmed/);
  await expect(page.locator('[data-code-grid] li', { hasText: '423' })).toHaveClass(/dimmed/);
});

for (const [query, path] of [
  ['403', '/403/'],
  ['not acceptable here', '/488/'],
  ['no credit', /\/(402|403)\/(#no-credit)?$/],
  ['DSS1 9C', '/q850/28/'],
  ['4xx', '/4xx/'],
] as const)
  test(`the search page puts ${query} right`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
    const first = page.getByTestId('search-results').locator('> *').first().getByRole('link').first();
    await expect(first).toHaveAttribute('href', path);
  });

test('a query nobody can answer is done too, and leads on', async ({ page }) => {
  await page.goto('/search/?q=zzqqxxyy');
  await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
  await expect(page.getByText('Nothing found for')).toBeVisible();
  await expect(page.locator('[data-search-nothing]').getByRole('link', { name: 'all codes' })).toBeVisible();
});

test('filters stand in the address and hold after a reload', async ({ page }) => {
  await page.goto('/search/?q=registration');
  await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
  await page.getByLabel('Vendor').selectOption('Asterisk');
  await expect(page).toHaveURL(/vendor=Asterisk/);
  await page.reload();
  await expect(page.getByLabel('Vendor')).toHaveValue('Asterisk');
});

test('&go jumps straight to an exact answer', async ({ page }) => {
  await page.goto('/search/?q=486&go');
  await expect(page).toHaveURL(/\/486\/$/);
});

test('/?q= leads to the results', async ({ page }) => {
  await page.goto('/?q=487');
  await expect(page).toHaveURL(/\/search\/\?q=487$/);
});

test('what is pasted is text, never markup', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror="document.title=1"> 403')}`);
  await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
  await expect(page.locator('.search-page img')).toHaveCount(0);
});

test('several pasted lines list the codes and causes in them', async ({ page }) => {
  await page.goto('/');
  const input = page.getByTestId(box);
  await input.focus();
  await input.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text',
      'SIP/2.0 401 Unauthorized\nCSeq: 1 INVITE\nSIP/2.0 403 Forbidden\nReason: Q.850;cause=21\n',
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const options = page.getByTestId(list).getByRole('option');
  await expect(options.nth(0)).toContainText('401');
  await expect(options.nth(1)).toContainText('403');
  await expect(options.nth(2)).toContainText('Cause 21');
});

test('the exact layer answers when Pagefind cannot be loaded', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=486');
  await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
  await expect(page.getByTestId('search-results').getByRole('link').first()).toHaveAttribute('href', '/486/');
  await expect(page.getByText('Full text cannot be searched just now')).toBeVisible();
});

test('a missing index is said plainly, with links to the full lists', async ({ page }) => {
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto('/403/');
  await page.getByTestId(box).fill('486');
  await expect(page.getByTestId(list)).toContainText('cannot be fetched');
  await expect(page.getByTestId(list).getByRole('option', { name: 'All codes' })).toBeVisible();
});

test('searches are remembered in this browser, and forgotten on request', async ({ page }) => {
  await page.goto('/search/?q=busy');
  await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
  await page.goto('/403/');
  await page.getByTestId(box).focus();
  await expect(page.getByTestId(list).getByRole('option', { name: 'busy' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget these' }).click();
  expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
});
