/** Short addresses of cases: what a reader sees who follows one, and what a chat fetches. */
import { expect, test } from '@playwright/test';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [from, to] of [
    ['/403/no-credit/', '/403/#no-credit'],
    ['/q850/17/on-a-call/', '/q850/17/#on-a-call'],
  ] as const)
    test(`${from} leads to ${to}, and back leads past it`, async ({ page }) => {
      await page.goto('/guides/');
      // The browser may leave before the page is whole.
      await page.goto(from, { waitUntil: 'commit' });
      await page.waitForURL(to);
      await expect(page.locator(':target')).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL('/guides/');
    });
});

test('the picture of its card is served as a picture', async ({ request }) => {
  const text = await (await request.get('/403/no-credit/')).text();
  const [, picture = ''] = /property="og:image" content="([^"]+)"/.exec(text) ?? [];
  const answer = await request.get(new URL(picture).pathname);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('image/png');
});
