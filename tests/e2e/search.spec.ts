/** Search: the box by keyboard, the search page, its address, privacy, and what happens when files are missing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const box = 'search-input';
const list = 'search-suggestions';
const results = 'search-results';

/** Opens the results and waits until they are complete. */
async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
}

/** Holds back what is asked for. @returns what lets it come. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => undefined as void;
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await late;
    await route.continue();
  });
  return release;
}

/** Pastes as a reader does, by clipboard and keyboard. */
async function paste(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.getByTestId(box).focus();
  await page.keyboard.press('ControlOrMeta+v');
}

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

test('typing in the header leaves the page where it is', async ({ page }) => {
  await page.goto('/403/');
  await page.evaluate(() => scrollTo(0, 1500));
  await page.keyboard.press('/');
  await page.keyboard.type('busy here');
  await expect(page.getByTestId(list).getByRole('option').first()).toBeVisible();
  // Nor does it move as the focus goes on in the header, and back.
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) await page.keyboard.press(key);
  await expect(page.getByTestId(box)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(1500);
});

test('Enter before the script runs takes no words away', async ({ page }) => {
  await page.route(/\.js$/, () => undefined);
  await page.goto('/403/', { waitUntil: 'commit' });
  await page.getByTestId(box).fill('no sound');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId(box)).toHaveValue('no sound');
  await expect(page).toHaveURL(/\/403\/$/);
});

test('Ctrl-K brings the box to a reader far down the page, and leaves the place as it was', async ({
  page,
}) => {
  await page.goto('/');
  // The number font may still arrive and move the text by a pixel: the place is read after it.
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => scrollTo(0, 900));
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId(box)).toBeFocused();
  await page.keyboard.type('486');
  const options = page.getByTestId(list).getByRole('option');
  // The card: the number, what it means, its cases.
  await expect(options.first()).toContainText('486 Busy Here');
  await expect(options.first()).toContainText(/busy/i);
  await expect(options.nth(1)).toHaveAttribute('href', /^\/486\/#/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('l');
  await expect(page.getByRole('status').getByText('Copied: the link of 486 Busy Here.')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/486\/$/);
  await page.keyboard.press('t');
  await expect(
    page.getByRole('status').getByText('Copied: the text for a ticket about 486 Busy Here.'),
  ).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^486 Busy Here\n.+\nhttp/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Within a pixel: the browser itself may settle the page by one when text above is laid out.
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThanOrEqual(1);
});

test('what was copied is still said when answers arrive late', async ({ page }) => {
  const release = await hold(page, '**/printed.*');
  await page.goto('/');
  await page.getByTestId(box).fill('486');
  const first = page.getByTestId(list).getByRole('option').first();
  await expect(first).toContainText(/busy/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('l');
  const copied = page.getByText('Copied: the link of 486 Busy Here.');
  await expect(copied).toHaveCount(2);
  await first.evaluate((option) => option.setAttribute('data-before', ''));
  release();
  // Drawn anew, with the same option chosen: seen below the list and told to screen readers as before.
  await expect(first).not.toHaveAttribute('data-before');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(copied).toHaveCount(2);
});

test('a hit has its number, what it is about and who acts', async ({ page }) => {
  await open(page, '/search/?q=no+credit');
  const first = page.getByTestId(results).locator('> li').first();
  await expect(first.locator('b')).toHaveText(/^40[23]$/);
  await expect(first.getByText('Who acts')).toBeVisible();
});

test('Enter goes to an exact answer, and to the results otherwise', async ({ page }) => {
  await page.goto('/');
  await page.getByTestId(box).fill('SIP/2.0 488 Not Acceptable Here');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/488\/$/);
  await page.goto('/');
  await page.getByTestId(box).fill('phone keeps losing its registration');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/#q=phone/);
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
    await open(page, `/search/?q=${encodeURIComponent(query)}`);
    const first = page.getByTestId(results).locator('> *').first().getByRole('link').first();
    await expect(first).toHaveAttribute('href', path);
  });

test('a query nobody can answer is done too, and leads on', async ({ page }) => {
  // No page has a letter of this alphabet; Pagefind takes a lone “z” for the beginning of “zzqq”.
  await open(page, '/search/?q=ωψωψ');
  await expect(page.getByText('Nothing found for')).toBeVisible();
  await expect(page.locator('[data-nothing]').getByRole('link', { name: 'all codes' })).toBeVisible();
});

test('filters stand in the address and hold after a reload', async ({ page }) => {
  await open(page, '/search/?q=registration');
  await page.getByLabel('Vendor').selectOption('Asterisk');
  await expect(page).toHaveURL(/vendor=Asterisk/);
  await page.reload();
  await expect(page.getByLabel('Vendor')).toHaveValue('Asterisk');
});

test('on a phone the first answer is on the first screen, and one line says what filters it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/search/?q=registration&vendor=Asterisk');
  const fold = page.locator('[data-filters] summary');
  await expect(fold).toHaveText('Filter: Asterisk');
  const top = await page
    .getByTestId(results)
    .locator('li')
    .first()
    .evaluate((hit) => hit.getBoundingClientRect().top);
  expect(top).toBeLessThan(260);
  await expect(page.getByLabel('Vendor')).toBeHidden();
  await fold.click();
  await expect(page.getByLabel('Vendor')).toBeVisible();
});

test('on a phone with its keyboard open, the box is at the top and all of its list can be seen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 430 });
  await page.goto('/');
  await page.getByTestId(box).click();
  await page.keyboard.type('403 caller id');
  const suggestions = page.getByTestId(list);
  await expect(suggestions.getByRole('option').first()).toBeVisible();
  const edges = () =>
    page.evaluate(
      ([field, popup]) =>
        [field, popup].map((id) =>
          Math.round(document.querySelector(`[data-testid="${id}"]`)!.getBoundingClientRect().bottom),
        ),
      [box, list],
    );
  // Below the header, give or take a line that comes above it while the page loads.
  await expect.poll(async () => (await edges())[0]).toBeLessThan(160);
  await expect.poll(async () => (await edges())[1]).toBeLessThanOrEqual(430);
  const all = suggestions.getByRole('option', { name: 'Search all pages' });
  await page.keyboard.press('ArrowUp');
  await expect(all).toHaveAttribute('aria-selected', 'true');
  await expect(all).toBeInViewport();
});

test('a filter asks for no page that it does not show', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, '/search/?q=busy&kind=vendor+note');
  const links = page.getByTestId(results).locator('li > a');
  expect(await links.count()).toBeGreaterThan(2);
  for (const path of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
    expect(path).toMatch(/^\/vendors\/[\w-]+\/#|#vendor-/);
  expect(asked.filter((url) => url.endsWith('.pf_fragment')).length).toBeLessThanOrEqual(6);
});

test('“more” adds answers below those that are there', async ({ page }) => {
  await open(page, '/search/?q=registration');
  const entries = page.getByTestId(results).locator('> li');
  const before = await entries.count();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
  expect(await entries.count()).toBeGreaterThan(before);
});

test('“more” that adds nothing leaves the keyboard in the list', async ({ page }) => {
  await page.route('**/titles.json*', (route) => route.abort());
  await open(page, '/search/#q=voicemail');
  await page.route('**/*.pf_fragment', (route) => route.abort());
  const more = page.getByRole('button', { name: 'Show more' });
  await expect(more).toBeVisible();
  while (await more.isVisible()) {
    await more.press('Enter');
    await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
  }
  await expect(page.getByTestId(results).getByRole('link').last()).toBeFocused();
});

test('the link to the content costs the address no query', async ({ page }) => {
  await open(page, '/search/#q=busy');
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await expect(page).toHaveURL(/\/search\/#q=busy$/);
  await page.getByTestId(box).fill('voicemail');
  await page.getByTestId(box).press('Enter');
  await expect(page).toHaveURL(/#q=voicemail$/);
  await page.goBack();
  await expect(page.getByText('answers for “busy”')).toBeVisible();
});

test('a new query keeps the filters, and Back leads to filters without a query, too', async ({ page }) => {
  await open(page, '/search/#q=registration');
  await page.getByTestId(box).fill('');
  await page.getByLabel('Vendor').selectOption('Asterisk');
  await expect(page).toHaveURL(/#vendor=Asterisk$/);
  await page.getByTestId(box).fill('no audio one way');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#q=no\+audio\+one\+way&vendor=Asterisk$/);
  await expect(page.getByRole('status').getByText('for “no audio one way”')).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId(box)).toHaveValue('');
  await expect(page.getByTestId(results).locator('> li')).toHaveCount(0);
});

test('what was typed before the results page’s script ran stays', async ({ page }) => {
  const release = await hold(page, '**/_astro/*.js');
  await page.goto('/search/#q=486', { waitUntil: 'commit' });
  await page.getByTestId(box).fill('typed early');
  release();
  await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
  await expect(page.getByTestId(box)).toHaveValue('typed early');
});

test('the box above the page goes away when it leads to other results on the same page, from their top', async ({
  page,
}) => {
  await open(page, '/search/#q=registration');
  await page.evaluate(() => scrollTo(0, 600));
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByTestId(box).fill('no audio one way');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#q=no\+audio/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('whoever goes on typing after an arrow key writes every letter', async ({ page }) => {
  await page.goto('/403/');
  await page.getByTestId(box).fill('busy');
  const options = page.getByTestId(list).getByRole('option');
  await expect(options.first()).toContainText('486');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(' tell');
  await expect(page.getByTestId(box)).toHaveValue('busy tell');
  // What was chosen for other words is not chosen for these, though they find it too.
  await expect(page.getByTestId(list).getByRole('option', { selected: true })).toHaveCount(0);
  // A search has no link of its own: the keys are letters there, and nothing says otherwise.
  await page.keyboard.press('ArrowUp');
  await expect(page.getByTestId(list).getByRole('option', { selected: true })).toContainText('Search all');
  await expect(page.getByTestId(list)).not.toContainText('T copies');
  await page.keyboard.type('t');
  await expect(page.getByTestId(box)).toHaveValue('busy tellt');
});

test('keys of an input method choose nothing, and those of other layouts work', async ({ page }) => {
  await page.goto('/403/');
  await page.getByTestId(box).fill('486');
  await expect(page.getByTestId(list).getByRole('option').first()).toBeVisible();
  const press = (
    init: { key: string; code?: string; ctrlKey?: boolean; isComposing?: boolean },
    at: 'box' | 'page',
  ) =>
    page.evaluate(
      ([keys, where]) => {
        const target = where === 'box' ? document.querySelector('[data-search-box]')! : document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }));
      },
      [init, at] as const,
    );
  await press({ key: 'ArrowDown', isComposing: true }, 'box');
  await expect(page.getByTestId(list).getByRole('option', { selected: true })).toHaveCount(0);
  await page.getByTestId(box).blur();
  await press({ key: 'л', code: 'KeyK', ctrlKey: true }, 'page');
  await expect(page.getByTestId(box)).toBeFocused();
});

test('without a network and the page, Enter says so and takes nothing away', async ({ page, context }) => {
  await page.goto('/403/');
  await paste(page, 'alice is busy all day');
  await expect(page.getByTestId(list).getByRole('option').first()).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByTestId(box).evaluate((input: HTMLInputElement) => input.validationMessage))
    .toContain('There is no network');
  await expect(page.getByTestId(box)).toHaveValue('alice is busy all day');
  await context.setOffline(false);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/$/);
});

test('a new query in the box of the results takes the place of the old one', async ({ page }) => {
  await open(page, '/search/#q=486');
  await page.getByTestId(box).fill('no route to the destination network');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#q=no\+route/);
  await expect(page.getByRole('status').getByText('for “no route to the destination network”')).toBeVisible();
});

test('&go jumps straight to an exact answer', async ({ page }) => {
  await page.goto('/search/?q=486&go');
  await expect(page).toHaveURL(/\/486\/$/);
});

test('/?q= leads to the results', async ({ page }) => {
  await page.goto('/?q=487');
  await expect(page).toHaveURL(/\/search\/#q=487$/);
});

test('what is pasted is text, never markup', async ({ page }) => {
  await open(page, `/search/?q=${encodeURIComponent('<img src=x onerror="document.title=1"> 403')}`);
  await expect(page.locator('[data-search-page] img')).toHaveCount(0);
});

const trace = [
  'SIP/2.0 401 Unauthorized',
  'From: <sip:alice@example.com>;tag=secret-tag',
  'SIP/2.0 403 Forbidden',
  'Reason: Q.850;cause=21',
  '',
].join('\n');

test('a pasted log is listed by what is in it; Enter goes on with all of it', async ({ page }) => {
  await page.goto('/');
  await paste(page, trace);
  const options = page.getByTestId(list).getByRole('option');
  // What it comes to stands first, whatever the order of the lines.
  await expect(options.nth(0)).toContainText('403');
  await expect(options.nth(0)).toContainText('line 3');
  await expect(options.filter({ hasText: '401' }).first()).toBeVisible();
  await expect(options.filter({ hasText: 'Cause 21' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(search|decode)\/$/);
  expect(page.url()).not.toContain('secret');
});

test('the results page lists a log that was handed over, and what it shows is kept nowhere', async ({
  page,
}) => {
  await page.goto('/403/');
  await page.evaluate((log) => {
    window.name = `pasted:${log}`;
  }, trace);
  await open(page, '/search/');
  await expect(page.getByTestId(results).getByRole('link').first()).toHaveAttribute('href', '/403/');
  expect(await page.evaluate(() => window.name)).toBe('');
  await page.reload();
  await expect(page.getByTestId(results).getByRole('link')).toHaveCount(0);
});

test('what was pasted is forgotten when something else is typed over it', async ({ page }) => {
  await page.goto('/');
  await paste(page, trace);
  await expect(page.getByTestId(list).getByRole('option').first()).toContainText('403');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('486');
  await expect(page.getByTestId(list).getByRole('option').first()).toContainText('486');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/486\/$/);
});

test('undo brings back what was pasted as what was pasted', async ({ page }) => {
  await page.goto('/403/');
  await paste(page, 'alice is busy all day');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('x');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId(box)).toHaveValue('alice is busy all day');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\//);
  await expect(page.getByRole('status').getByText('for “alice')).toBeVisible();
  expect(page.url()).not.toContain('alice');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('alice');
});

test('a long log is read at its beginning and handed on as a whole', async ({ page }) => {
  await page.goto('/headers/');
  const lines = `all is well\n`.repeat(20_000);
  await paste(page, `SIP/2.0 403 Forbidden\n${lines}SIP/2.0 486 Busy Here\nCSeq: 1 INVITE\n`);
  const options = page.getByTestId(list).getByRole('option');
  await expect(options.filter({ hasText: 'Explain all 20003 lines' })).toBeVisible();
  await expect(page.getByTestId(list)).toContainText('the first 200,000 characters are read here');
  expect((await page.getByTestId(box).inputValue()).length).toBeLessThanOrEqual(2000);
  // In another tab there would be nothing: it opens here.
  await options.filter({ hasText: 'Explain all' }).click({ modifiers: ['ControlOrMeta'] });
  await expect(page).toHaveURL(/\/decode\/$/);
  await expect(page.getByTestId('decoded-response').filter({ hasText: '486' })).toBeVisible();
});

test('pasted text is searched for, and stands in no address, request or storage', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/403/');
  await paste(page, 'alice@example.com is busy all day');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/');
  await expect(page.getByRole('status').getByText('for “alice@example.com is busy all day”')).toBeVisible();
  await page.getByLabel('Kind').selectOption('code');
  await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
  expect(page.url()).not.toContain('alice');
  expect(asked.join('\n')).not.toContain('alice');
  const kept = await page.evaluate(() =>
    JSON.stringify({ ...localStorage, ...sessionStorage, name: window.name }),
  );
  expect(kept).not.toContain('alice');
});

test('typed text is not sent to the host', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/403/');
  await page.getByTestId(box).fill('why does the gateway hang up');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/#q=why**');
  await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
  expect(asked.filter((url) => new URL(url).search.includes('gateway'))).toEqual([]);
});

test('the exact layer answers when Pagefind cannot be loaded', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await open(page, '/search/?q=486');
  await expect(page.getByTestId(results).getByRole('link').first()).toHaveAttribute('href', '/486/');
  await expect(page.getByText('Full text cannot be searched just now')).toBeVisible();
});

for (const file of ['**/wasm.en.pagefind', '**/*.pf_index', '**/full-text.worker*'])
  test(`asked again, full text finds what it could not while ${file} was missing`, async ({ page }) => {
    await page.route(file, (route) => route.abort());
    await open(page, '/search/#q=voicemail');
    const summary = page.getByText('answers for “voicemail”');
    await expect(summary).toContainText(/^Full text cannot/);
    await page.unroute(file);
    await page.getByTestId(box).press('Enter');
    await expect(summary).not.toContainText('cannot');
    await expect(page.getByTestId(results).locator('[href^="/guides/"]').first()).toBeVisible();
  });

test('a page in the place of a piece of the index is no piece', async ({ page }) => {
  await page.route('**/*.pf_index', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>Log in' }),
  );
  await open(page, '/search/#q=voicemail');
  await expect(page.getByText('Full text cannot look up every word just now')).toBeVisible();
});

test('a slow answer of full text to an older query does not take the place of a newer one', async ({
  page,
}) => {
  let release = () => undefined as void;
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  // The words of the first query, and the list of pages, which shows what the second has found.
  await page.route('**/*.pf_index', async (route) => {
    held += 1;
    await late;
    await route.continue();
  });
  await page.route('**/titles.json*', async (route) => {
    await late;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/search/#q=jitter');
  await expect.poll(() => held).toBeGreaterThan(0);
  await page.unroute('**/*.pf_index');
  const found = page.waitForResponse(/\.pf_index$/);
  await page.evaluate(() => location.assign('#q=voicemail'));
  await found;
  await expect(page.getByText('Searching for “voicemail” …')).toBeVisible();
  release();
  await expect(page.getByTestId(results)).toHaveAttribute('data-state', 'done');
  await expect(page.getByText('answers for “voicemail”')).not.toContainText('cannot');
});

test('a missing index is said plainly, with links to the full lists', async ({ page }) => {
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto('/403/');
  await page.getByTestId(box).fill('486');
  await expect(page.getByTestId(list)).toContainText('cannot be fetched');
  await expect(page.getByTestId(list).getByRole('option', { name: 'All codes' })).toBeVisible();
});

test('searches are remembered in this browser, and forgotten on request', async ({ page }) => {
  await open(page, '/search/?q=busy');
  await page.goto('/403/');
  await page.getByTestId(box).focus();
  await expect(page.getByTestId(list).getByRole('option', { name: 'busy' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget these' }).click();
  expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
});
