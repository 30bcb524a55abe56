/** Copying a page or a case: what is on the clipboard in every form, and what happens where there is no clipboard. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { intranet } from './ports.ts';

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const copiedHtml = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
  });
/** Points at a part. What is round it may be laid out only now and move it away from the pointer: then once more. */
const pointAt = (part: Locator) =>
  expect(async () => {
    await part.hover();
    await part.page().waitForTimeout(300);
    expect(await part.evaluate((element) => element.matches(':hover'))).toBe(true);
  }).toPass();
const status = (page: Page) => page.locator('[data-copied]');
/** The copy buttons in the head of the page. */
const bar = (page: Page) =>
  page.locator('p', { has: page.getByRole('button', { name: 'Copy for ticket: 403' }) });
const noCredit = (page: Page) => page.locator('#no-credit');
const chooseSystems = (page: Page, systems: string) =>
  page.addInitScript((kept) => localStorage.setItem('systems', kept), systems);

const caseText = new RegExp(
  [
    '^403 Forbidden: The account has no credit',
    'How to tell: [^\\n]*free calls[^\\n]+',
    'What to do:',
    '1\\. Check balance[^\\n]+',
    '2\\. [^\\n]+',
    '3\\. [^\\n]+',
    'What to send: Account number, [^\\n]+Call-ID\\.',
    'Who acts: account holder',
    'http://localhost:\\d+/403/#no-credit',
    'Reviewed: \\d{4}-\\d{2}-\\d{2}$',
  ].join('\\n'),
);

test.describe('a page', () => {
  test.beforeEach(({ page }) => page.goto('/403/'));

  test('as link and as text, and the status names what was copied', async ({ page }) => {
    await bar(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(status(page)).toHaveText('Copied the link: 403');
    expect(await copied(page)).toMatch(/^http:\/\/localhost:\d+\/403\/$/);
    await bar(page).getByRole('button', { name: 'Copy for ticket: 403' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: 403');
    expect(await copied(page)).toMatch(
      /^403 Forbidden\nThe server understood.*\nWho acts: .+\nhttp.*\/403\/\nReviewed: \d{4}-\d{2}-\d{2}$/,
    );
  });

  test('as Markdown and as rich text', async ({ page }) => {
    await bar(page).getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Markdown' }).click();
    await expect(status(page)).toHaveText('Copied as Markdown: 403');
    expect(await copied(page)).toMatch(
      /^\*\*\[403 Forbidden\]\(http:\/\/localhost:\d+\/403\/\)\*\* – The server understood.*\n\n- \*\*Who acts:\*\* .+\n\nReviewed: /,
    );
    await bar(page).getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Rich text' }).click();
    await expect(status(page)).toHaveText('Copied as rich text: 403');
    expect(await copiedHtml(page)).toMatch(
      /<strong><a href="http:\/\/localhost:\d+\/403\/">403 Forbidden<\/a><\/strong>/,
    );
    expect(await copied(page)).toMatch(/^403 Forbidden\nThe server/);
  });

  test('with what is ticked, and never with what is typed', async ({ page }) => {
    await page.getByLabel('Say what you see').fill('secret caller 5550142');
    await page.locator('.which summary').click();
    await page.getByLabel('Only calls that cost money').check();
    await page
      .getByRole('group', { name: 'A 401 or 407 was answered with a login first' })
      .getByLabel('no', { exact: true })
      .check();
    await page.keyboard.press('t');
    await expect(status(page)).toHaveText('Copied for ticket: 403');
    const text = await copied(page);
    expect(text).toMatch(
      /^Seen: (?=.*Only calls that cost money)(?=.*A 401 or 407 was answered with a login first: no)/m,
    );
    expect(text).toMatch(/\/403\/#which\?seen=\S*charged-only/);
    expect(text).not.toMatch(/secret|5550142/);
    await noCredit(page).getByRole('button', { name: 'Copy for ticket' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: The account has no credit');
    const ofCase = await copied(page);
    expect(ofCase).toMatch(/\nSeen: .*Only calls that cost money/);
    expect(ofCase).not.toMatch(/secret|5550142/);
  });
});

test.describe('a case', () => {
  test('as text: what its button says, and nothing that the code says in general', async ({ page }) => {
    await page.goto('/403/');
    await noCredit(page).getByRole('button', { name: 'Copy for ticket: The account has no credit' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: The account has no credit');
    expect(await copied(page)).toMatch(caseText);
  });

  test('as link and Markdown from its list of forms, and the list gives the focus back', async ({ page }) => {
    await page.goto('/403/');
    const more = noCredit(page).getByRole('button', { name: 'More: The account has no credit' });
    await more.click();
    await page
      .getByRole('group', { name: 'Copy: The account has no credit' })
      .getByRole('button', { name: /^Link/ })
      .click();
    await expect(status(page)).toHaveText('Copied the link: The account has no credit');
    expect(await copied(page)).toMatch(/\/403\/no-credit\/$/);
    await more.press('Enter');
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
    await expect(more).toHaveAttribute('aria-expanded', 'false');
    await more.click();
    await page.getByRole('button', { name: 'Markdown' }).click();
    await expect(status(page)).toHaveText('Copied as Markdown: The account has no credit');
    const markdown = await copied(page);
    expect(markdown).toMatch(
      /^\*\*\[403 Forbidden: The account has no credit\]\(http\S+#no-credit\)\*\*\n\n/,
    );
    expect(markdown).toMatch(/- \*\*What to do:\*\*\n {2}1\. Check balance/);
    expect(markdown).toContain('`Call-ID`');
  });

  test('as rich text that holds lists, code and whole links, and no style of this page', async ({ page }) => {
    await page.goto('/403/#destination-barred');
    await page.locator('#destination-barred').getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Rich text' }).click();
    await expect(status(page)).toHaveText('Copied as rich text: The destination is barred');
    const html = await copiedHtml(page);
    expect(html).toMatch(/<li><strong>What to do:<\/strong><ol><li>Compare with a number/);
    expect(html).toMatch(/<a href="http:\/\/localhost:\d+\/guides\/number-formats\/">Number formats<\/a>/);
    expect(html).toContain('<code>+</code>');
    expect(html).not.toMatch(/ (class|style|data-\w+)=/);
    expect(await copied(page)).toMatch(/^403 Forbidden: The destination is barred\nHow to tell: /);
  });

  test('of a cause', async ({ page }) => {
    await page.goto('/q850/21/');
    const section = page.locator('[data-case]').first();
    await section.getByRole('button', { name: /^Copy for ticket: / }).click();
    await expect(status(page)).toHaveText(/^Copied for ticket: /);
    expect(await copied(page)).toMatch(
      /^Q\.850 cause 21 Call rejected: .+\nHow to tell: [\s\S]+\nWho acts: .+\nhttp\S+\/q850\/21\/#\S+\nReviewed: \d/,
    );
  });

  test('pastes into an editor as a link, a list and steps', async ({ page }) => {
    await page.goto('/403/');
    await pointAt(noCredit(page));
    await page.keyboard.press('r');
    await expect(status(page)).toHaveText('Copied as rich text: The account has no credit');
    // Where mail programs and ticket systems let one write: an element that is edited.
    await page.evaluate(() => {
      const editor = document.createElement('div');
      editor.contentEditable = 'true';
      editor.id = 'editor';
      document.body.replaceChildren(editor);
      editor.focus();
    });
    await page.keyboard.press('Control+v');
    const editor = page.locator('#editor');
    await expect(
      editor.getByRole('link', { name: '403 Forbidden: The account has no credit' }),
    ).toHaveAttribute('href', /\/403\/#no-credit$/);
    await expect(editor.locator('ol > li')).toHaveCount(3);
  });
});

test.describe('with my systems', () => {
  test.beforeEach(async ({ page }) => {
    await chooseSystems(page, 'asterisk');
    await page.goto('/403/');
  });

  test('a step has their commands, unless they are turned off', async ({ page }) => {
    const section = page.locator('#caller-id-mismatch');
    await section.getByRole('button', { name: 'Copy for ticket' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: The caller ID is not the digest user');
    expect(await copied(page)).toMatch(/\n1\. Look at [^\n]+\n {3}Asterisk CLI:\n {5}pjsip set logger/);
    expect(await copied(page)).not.toContain('FreeSWITCH,');
    await section.getByRole('button', { name: 'More' }).click();
    await page.getByLabel('With the commands of my systems').uncheck();
    await page.getByRole('button', { name: 'Plain text' }).click();
    await expect.poll(() => copied(page)).not.toContain('pjsip set logger');
  });

  test('also after a command was opened under its step', async ({ page }) => {
    const section = page.locator('#caller-id-mismatch');
    await section.locator('a[data-how]').first().click();
    await pointAt(section);
    await page.keyboard.press('m');
    await expect(status(page)).toHaveText('Copied as Markdown: The caller ID is not the digest user');
    expect(await copied(page)).toMatch(/ {5}Asterisk CLI:\n {5}```\n {5}pjsip set logger/);
  });
});

test.describe('keys', () => {
  test('copy the case under the pointer, else the page; in fields they are letters', async ({ page }) => {
    await page.goto('/403/');
    await page.getByRole('heading', { level: 1 }).hover();
    await page.keyboard.press('l');
    await expect(status(page)).toHaveText('Copied the link: 403');
    await noCredit(page).scrollIntoViewIfNeeded();
    await pointAt(noCredit(page).locator('h3'));
    await page.keyboard.press('t');
    await expect(status(page)).toHaveText('Copied for ticket: The account has no credit');
    expect(await copied(page)).toMatch(caseText);
    const field = page.getByLabel('Say what you see');
    await field.pressSequentially('tmlr');
    await expect(field).toHaveValue('tmlr');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('letter');
    await expect(page.getByTestId('search-input')).toHaveValue('letter');
    expect(await copied(page)).toMatch(caseText);
  });

  test('can be turned off', async ({ page }) => {
    await page.goto('/403/');
    await bar(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(status(page)).toHaveText('Copied the link: 403');
    await bar(page).getByRole('button', { name: 'More' }).click();
    await page.getByLabel(/^Keys/).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await bar(page).getByRole('button', { name: 'Copy for ticket' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: 403');
    expect(await copied(page)).not.toContain('**');
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the list of forms and the shown text are accessible (${colorScheme})`, async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await page.emulateMedia({ colorScheme });
    await page.goto('/403/');
    await noCredit(page).getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('group', { name: 'Copy: The account has no credit' })).toBeVisible();
    const menu = await new AxeBuilder({ page }).include('[data-copy-menu]').analyze();
    expect(menu.violations).toEqual([]);
    await page.getByRole('button', { name: 'Plain text' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    const dialog = await new AxeBuilder({ page }).include('[data-by-hand]').analyze();
    expect(dialog.violations).toEqual([]);
  });

test('the confirmation moves nothing', async ({ page }) => {
  await page.goto('/403/');
  const places = () =>
    page
      .locator('h1, h2, [data-case] > p > button, main p > button')
      .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await bar(page).getByRole('button', { name: 'Copy for ticket' }).click();
  await expect(status(page)).toBeInViewport();
  expect(await places()).toEqual(before);
});

test.describe('where the clipboard is refused', () => {
  test('by the page’s right, the older way copies', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = navigator.clipboard.write = () => Promise.reject(new Error('refused'));
    });
    await page.goto('/403/');
    await noCredit(page).getByRole('button', { name: 'Copy for ticket' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: The account has no credit');
    expect(await copied(page)).toMatch(caseText);
  });

  test('wholly, the text is shown and selected: plain, and rich with its links', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = navigator.clipboard.write = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await page.goto('/403/');
    const button = noCredit(page).getByRole('button', { name: 'Copy for ticket' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'for ticket: The account has no credit' });
    await expect(dialog).toContainText('The text is selected: press Ctrl-C');
    await page.keyboard.press('Control+c');
    await expect(dialog).toBeHidden();
    await expect(status(page)).toHaveText('Copied for ticket: The account has no credit');
    await expect(button).toBeFocused();
    expect(await copied(page)).toMatch(caseText);
    await pointAt(noCredit(page));
    await page.keyboard.press('r');
    await page.keyboard.press('Control+c');
    await expect(status(page)).toHaveText('Copied as rich text: The account has no credit');
    expect(await copiedHtml(page)).toContain('<ol><li>Check balance');
    await page.keyboard.press('l');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await copiedHtml(page)).toContain('<ol><li>Check balance');
  });
});

test.describe('over plain http', () => {
  test('a copy in an intranet copies with one click', async ({ page, context, baseURL }) => {
    await page.goto(`${intranet}/403/`);
    expect(await page.evaluate(() => typeof navigator.clipboard)).toBe('undefined');
    await noCredit(page).getByRole('button', { name: 'Copy for ticket' }).click();
    await expect(status(page)).toHaveText('Copied for ticket: The account has no credit');
    const reader = await context.newPage();
    await reader.goto(`${baseURL}/brand/`);
    await reader.bringToFront();
    expect(await copied(reader)).toMatch(
      new RegExp(caseText.source.replace('localhost', new URL(intranet).hostname)),
    );
    await page.bringToFront();
    await pointAt(noCredit(page));
    await page.keyboard.press('r');
    await expect(status(page)).toHaveText('Copied as rich text: The account has no credit');
    await reader.bringToFront();
    expect(await copiedHtml(reader)).toContain('<ol><li>Check balance');
    await page.bringToFront();
    await page.keyboard.press('/');
    await page.keyboard.type('486');
    // What is said of the suggestions comes in two steps; that something was copied is told by its event.
    await expect(page.getByRole('option').nth(1)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() =>
      document.addEventListener('copy', () => document.body.setAttribute('data-copy-seen', ''), {
        once: true,
      }),
    );
    await page.keyboard.press('l');
    await expect(page.locator('body[data-copy-seen]')).toBeAttached();
    await expect(page.getByTestId('search-input')).toBeFocused();
    await reader.bringToFront();
    await expect.poll(() => copied(reader)).toBe(`${intranet}/486/`);
  });
});

test('the bookmark of the guide opens what is selected, on a page that forbids every script', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('/guides/linking-tickets/');
  const link = page.getByRole('link', { name: 'SIP code', exact: true });
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page).toHaveURL(/linking-tickets\/$/);
  await page.getByRole('button', { name: 'Copy the bookmark’s address' }).click();
  await expect(status(page)).toHaveText('Copied what stands there');
  expect(await copied(page)).toBe(address);
  const code = decodeURIComponent(address.replace(/^javascript:/, ''));
  await page.route('https://tickets.example.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': "default-src 'none'" },
      body: '<p id="code">486 Busy Here</p><p id="words">No viable path</p>',
    }),
  );
  await page.goto('https://tickets.example.com/1');
  for (const [id, opens] of [
    ['code', `${baseURL}/486/`],
    ['words', `${baseURL}/search/#q=No%20viable%20path`],
  ] as const) {
    await page.locator(`#${id}`).selectText();
    const [opened] = await Promise.all([context.waitForEvent('page'), page.evaluate(code)]);
    await expect(opened).toHaveURL(opens);
    await opened.close();
  }
});
