/**
 * A provider's copy under a path of its host (copy.ts): its name, colours and pictures, what it adds to upstream's pages
 * and what it leaves out; search leads below its path, and what moved is led on.
 */
import { expect, test } from '@playwright/test';
import { copyBase, copyColours, copyName, copyOwner, moves } from './copy.ts';
import { copyPort } from './ports.ts';

test.use({ baseURL: `http://localhost:${copyPort}${copyBase}` });

/** An address of the copy, whatever the host. */
const at = (path: string) => new RegExp(`${copyBase}${path.replace(/^\//, '')}$`);

test('the copy has its own name, and its pages link below its path', async ({ page }) => {
  await page.goto('403');
  await expect(page).toHaveTitle(new RegExp(`${copyName}$`));
  const addresses = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(addresses.filter((path) => !path.startsWith(copyBase))).toEqual([]);
});

for (const theme of ['light', 'dark'] as const)
  test(`links have the colour of the copy in the ${theme} theme, and nothing is blocked`, async ({
    page,
  }) => {
    const blocked: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') blocked.push(message.text());
    });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('403');
    const [red, green, blue] = [1, 3, 5].map((place) =>
      Number.parseInt(copyColours.link[theme].slice(place, place + 2), 16),
    );
    await expect(page.locator('#example-portal a').last()).toHaveCSS(
      'color',
      `rgb(${red}, ${green}, ${blue})`,
    );
    const logo = page.locator('header img');
    await expect(logo).toHaveJSProperty('complete', true);
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(blocked).toEqual([]);
  });

test('logo, favicon and links of the copy come from the copy', async ({ page, request }) => {
  await page.goto('');
  const favicon = await page.locator('link[rel="icon"]').getAttribute('href');
  expect(favicon).toBe(`${copyBase}brand/favicon.svg`);
  expect((await request.get(favicon ?? '')).headers()['content-type']).toContain('image/svg+xml');
  const footer = page.locator('footer').last();
  await expect(footer.getByRole('link', { name: 'Call our support' })).toHaveAttribute(
    'href',
    'tel:+15550100',
  );
  await expect(footer.getByRole('link', { name: 'Imprint' })).toBeVisible();
});

test('a page is edited where its file lies, and a report names the case that is read', async ({ page }) => {
  const edit = page.getByRole('link', { name: 'Edit this page' });
  const repository = 'https://git.example.com/voice/sip-help/-/edit/main/content';
  await page.goto('799');
  await expect(edit).toHaveAttribute('href', `${repository}/own/codes/799.mdx`);
  await page.goto('403#no-credit');
  await expect(edit).toHaveAttribute('href', `${repository}/codes/403.mdx`);
  const report = page.locator('[data-report]');
  await expect(report).toHaveAttribute('href', /^mailto:sip-help@example\.com\?subject=403%20Forbidden/);
  // The mail program is not called.
  await report.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
  await report.click();
  expect(decodeURIComponent((await report.getAttribute('href')) ?? '')).toContain(
    `Page: https://support.example.com${copyBase}403/#no-credit\n`,
  );
});

test('a case of the copy stands among the cases of its page, in "Which case is it?" and in the navigation', async ({
  page,
}) => {
  await page.goto('403');
  const added = page.locator('section.case#example-portal');
  await expect(added).toContainText(`Added by ${copyOwner}`);
  // Behind the cases of upstream, before the next section.
  expect(await added.evaluate((one) => one.previousElementSibling?.matches('.case'))).toBe(true);
  await expect(page.locator('.which tr[data-row="example-portal"]')).toBeAttached();
  await expect(page.locator('nav a[href="#example-portal"]').first()).toBeAttached();
  await page.goto('q850/17/');
  await expect(page.locator('section.case#example-hotline')).toContainText('cause 17');
});

test('twelve notes of one vendor on a code with very many: three on its page, the others one link away', async ({
  page,
}) => {
  await page.goto('503');
  const notes = page.locator('#vendor-example-telecom li');
  await expect(notes).toHaveCount(4);
  await notes.last().getByRole('link', { name: '9 more on 503' }).click();
  await expect(page).toHaveURL(at('/vendors/example-telecom/#example-telecom-004'));
  await expect(page.locator('[id^="example-telecom-"]')).toHaveCount(40);
  await page.goto('vendors/asterisk/#example-asterisk-001');
  await expect(page.locator('#example-asterisk-001')).toContainText('Example Telecom network operations');
});

test('a code of the copy has its page and its place on the home page', async ({ page }) => {
  await page.goto('');
  // Numbers above 699 are folded away there.
  await expect(page.locator('[data-code-cell="799"] a')).toHaveAttribute('href', at('/799/'));
  await page.goto('799');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('799');
  await expect(page.locator('#example-quiet-hours')).toBeVisible();
});

test('what is left out says so at its address, and is listed nowhere', async ({ page }) => {
  await page.goto('607');
  await expect(page.locator('[data-left-out]')).toContainText(`${copyName} does not cover this`);
  await page.goto('');
  await expect(page.locator('[data-code-cell="607"]')).toHaveCount(0);
  await page.goto('vendors/');
  await expect(page.locator('main a[href$="/vendors/connexo/"]')).toHaveCount(0);
  // Its number and name lead to that page, its cases are gone.
  await page.goto('search/?q=607%20Unwanted');
  const results = page.getByTestId('search-results');
  await expect(results).toHaveAttribute('data-state', 'done');
  await expect(results.getByRole('link').first()).toHaveAttribute('href', at('/607/'));
  await expect(results.locator('a[href*="/607/#"]')).toHaveCount(0);
});

test('the box suggests and opens pages below the path', async ({ page }) => {
  await page.goto('');
  await page.getByTestId('search-input').fill('busy here');
  await expect(page.getByTestId('search-suggestions').getByRole('option').first()).toContainText('486');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(at('/486/'));
});

test('the search page finds by full text, with excerpts and links below the path', async ({ page }) => {
  await page.goto('search/?q=registration%20expires%20too%20soon');
  const results = page.getByTestId('search-results');
  await expect(results).toHaveAttribute('data-state', 'done');
  const first = await results.getByRole('link').first().getAttribute('href');
  expect(first?.startsWith(copyBase)).toBe(true);
  await expect(page.getByText('Full text cannot be searched just now')).toBeHidden();
});

for (const [what, query, path] of [
  ['case', 'country locked in MyLine', '/403/#example-portal'],
  ['code', '799', '/799/'],
  ['vendor note', 'ET91007', '/vendors/example-telecom/|/503/#vendor-example-telecom'],
  ['guide', 'barring numbers', '/guides/example-barring/'],
] as const)
  test(`a ${what} of the copy is found first`, async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent(query)}`);
    const results = page.getByTestId('search-results');
    await expect(results).toHaveAttribute('data-state', 'done');
    const first = (await results.getByRole('link').first().getAttribute('href')) ?? '';
    expect(path.split('|').some((one) => `/${first.slice(copyBase.length)}`.startsWith(one))).toBe(true);
  });

test('the exports hold what the copy adds, and not what it leaves out', async ({ request }) => {
  const codes = (await (await request.get('codes.json')).json()) as {
    codes: { code: number; cases: { id: string }[] }[];
  };
  const cases = new Map(codes.codes.map(({ code, cases }) => [code, cases.map(({ id }) => id)]));
  expect(cases.get(403)).toContain('example-portal');
  expect(cases.get(799)).toEqual(['example-quiet-hours']);
  expect(cases.has(607)).toBe(false);
  const text = await (await request.get('403.md')).text();
  expect(text).toContain('Open MyLine, **Countries**, and release the country.');
});

test('a page that moved leads on with the fragment', async ({ page }) => {
  await page.goto('engaged/#vendors');
  await expect(page).toHaveURL(at('/486/#vendors'));
  await page.goto('engaged');
  await expect(page).toHaveURL(at('/486/'));
});

test('a page that is left out leads to the one that the copy has instead', async ({ page }) => {
  await page.goto('guides/call-blocking/');
  await expect(page).toHaveURL(at('/guides/example-barring/'));
});

test('a section that moved is found in its new place', async ({ page }) => {
  for (const { from, to } of moves.filter(({ from }) => from.includes('#'))) {
    await page.goto('');
    await page.goto(from.slice(1));
    await expect(page).toHaveURL(at(to));
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page that moved leads on, a section that moved says where it is', async ({ page }) => {
    await page.goto('403/#out-of-money');
    await expect(page.getByRole('link', { name: 'go to its new place' })).toBeVisible();
    await page.goto('engaged/');
    await expect(page).toHaveURL(at('/486/'));
  });
});
