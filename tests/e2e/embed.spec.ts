/** Codes on a page of another site, whose policy allows nothing but our script and our data. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { sitePort } from './ports.ts';

const site = `http://localhost:${sitePort}`;
const policy = [
  "default-src 'none'",
  `script-src ${site}`,
  `connect-src ${site}`,
  "style-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The host page; its own rules would spoil a card that they reached. */
const host = (script: string) => `<!doctype html><html lang="en"><title>Runbook</title><main><h1>Runbook</h1>
<p>The provider answered <sip-code id="plain">403</sip-code>, later <sip-code id="case" case="no-credit">403 Forbidden</sip-code>,
a phone <sip-code id="words" code="486">busy</sip-code>, a device <sip-code id="unknown">499</sip-code>,
a case that is gone <sip-code id="gone" case="no-such-case">403</sip-code>, and a text <sip-code id="text">no code</sip-code>.</p>
<p><b>A bold word and a <a href="/">link</a> of the host</b></p></main>
<script type="module" src="${site}${script}"></script></html>`;

let server: Server;
let foreign: string;
test.beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const strict = !url?.startsWith('/script-only');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': strict ? policy : policy.replace(/connect-src [^;]+/, "connect-src 'none'"),
    });
    response.end(host(url === '/newest' ? '/embed.js' : '/embed/v1.js'));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  foreign = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

const link = (page: Page, id: string) => page.locator(`#${id}`).getByRole('link');
const card = (page: Page, id: string) => page.locator(`#${id}`).getByRole('tooltip');

test('a code and a case become links with cards, under a strict policy and without cookies', async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/policy|Refused/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(foreign);
  await expect(link(page, 'plain')).toHaveAttribute('href', `${site}/403/`);
  await expect(link(page, 'case')).toHaveAttribute('href', `${site}/403/#no-credit`);
  await expect(link(page, 'words')).toHaveAttribute('href', `${site}/486/`);
  await expect(link(page, 'words')).toHaveAccessibleName('busy');
  await expect(link(page, 'words')).toHaveAccessibleDescription(/^486 Busy Here.*Who acts: /);
  await expect(card(page, 'case')).toBeHidden();
  await link(page, 'case').hover();
  await expect(card(page, 'case')).toBeVisible();
  await expect(card(page, 'case')).toContainText('403 Forbidden');
  await expect(card(page, 'case')).toContainText('The account has no credit');
  await expect(card(page, 'case')).toContainText('Who acts: Account holder');
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('what is not known stays text; a case that is gone leads to the page', async ({ page }) => {
  await page.goto(`${foreign}/newest`);
  await expect(link(page, 'gone')).toHaveAttribute('href', `${site}/403/`);
  await expect(link(page, 'unknown')).toHaveCount(0);
  await expect(page.locator('#unknown')).toHaveText('499');
  await expect(link(page, 'text')).toHaveCount(0);
  await expect(page.locator('#text')).toHaveText('no code');
});

test('with the keyboard: the card comes with the focus, Escape closes it, the next code takes over', async ({
  page,
}) => {
  await page.goto(foreign);
  await expect(link(page, 'words')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(link(page, 'plain')).toBeFocused();
  await expect(card(page, 'plain')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page, 'plain')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(card(page, 'case')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card(page, 'case')).toBeHidden();
});

test('the card stays under the pointer', async ({ page }) => {
  await page.goto(foreign);
  await link(page, 'plain').hover();
  await expect(card(page, 'plain')).toBeVisible();
  await card(page, 'plain').hover();
  await page.waitForTimeout(600);
  await expect(card(page, 'plain')).toBeVisible();
  await page.getByRole('heading').hover();
  await expect(card(page, 'plain')).toBeHidden();
});

test('styles keep to their side', async ({ page }) => {
  // The page's policy forbids style elements; a sheet of its own gets past it, as its author's would.
  await page.goto(foreign);
  const ofHost = () =>
    page
      .locator('p')
      .last()
      .evaluate((p) => {
        const bold = getComputedStyle(p.querySelector('b')!);
        const anchor = getComputedStyle(p.querySelector('a')!);
        return [bold.display, bold.fontSize, anchor.textDecorationStyle, anchor.color];
      });
  const before = await ofHost();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'div, b, span, small, i { color: red !important; display: inline } p { text-transform: uppercase; font-size: 40px } a { color: lime }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  await link(page, 'case').hover();
  await expect(card(page, 'case')).toBeVisible();
  const inside = await card(page, 'case').evaluate((one) => {
    const { fontSize, textTransform } = getComputedStyle(one);
    const title = getComputedStyle(one.querySelector('b')!);
    return { fontSize, textTransform, display: title.display, color: title.color };
  });
  expect(inside).toEqual({
    fontSize: '14px',
    textTransform: 'none',
    display: 'block',
    color: 'rgb(0, 0, 0)',
  });
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  expect(await ofHost()).toEqual(before);
});

test('where the policy allows the script alone, the links work', async ({ page }) => {
  await page.goto(`${foreign}/script-only`);
  await expect(link(page, 'case')).toHaveAttribute('href', `${site}/403/#no-credit`);
  await expect(card(page, 'case')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the number stands where it stood', async ({ page }) => {
    await page.goto(foreign);
    await expect(page.locator('#plain')).toHaveText('403');
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`an open card is accessible (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site}/embed/`);
    const first = page.locator('p sip-code').first();
    await first.getByRole('link').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(first.getByRole('tooltip')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations).toEqual([]);
  });

test('the page to try it shows what is typed, as element and as markup', async ({ page }) => {
  await page.goto(`${site}/embed/`);
  await page.getByLabel('Code', { exact: true }).fill('486');
  await page.getByLabel('Case').fill('"><img src=x onerror=alert(1)>');
  await expect(page.locator('[data-try] sip-code').getByRole('link')).toHaveAttribute('href', /\/486\/$/);
  await expect(page.locator('[data-try-markup]')).toHaveText(
    /^<sip-code case="&quot;.+onerror.+">486<\/sip-code>$/,
  );
  await expect(page.locator('[data-try] img')).toHaveCount(0);
});
