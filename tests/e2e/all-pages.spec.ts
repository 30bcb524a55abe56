/** What holds for every page: accessible in both themes, nothing from other hosts, nothing the policy blocks, no sideways scrolling. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';
import { allPages, axeOptions, pageTypes } from './pages.ts';

/** Pages with thousands of elements: axe looks at each of them, five times as long as on a code page. */
const longPages = ['/mapping/', '/sources/', '/vendors/asterisk/'];

/** Pages are framed by nothing and frame nothing, so that axe need not open a page of its own for the result. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true).options(axeOptions);

/** Lays out what waits until it is near the screen, and tells how wide the page is then. */
function showAll(): number {
  for (const part of document.querySelectorAll<HTMLElement>('main *'))
    if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
  return document.documentElement.scrollWidth;
}

// Opened once for all of it: most of the time of these tests is opening pages.
for (const path of pageTypes)
  test(`axe finds nothing on ${path}; it asks no other host, breaks no policy and fits every width`, async ({
    page,
  }) => {
    if (longPages.includes(path)) test.setTimeout(300_000);
    const faults = watchFaults(page);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    if (path.startsWith('/search'))
      await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
    const findings = async (builder: AxeBuilder) =>
      (await builder.analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      );
    expect(await findings(axe(page)), 'in the light theme').toEqual([]);
    // Structure, names and roles are the same in both themes; colours are not.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await findings(axe(page).withRules('color-contrast')), 'in the dark theme').toEqual([]);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(showAll);
      if (wide > width) faults.push(`is ${wide} pixels wide at ${width}`);
    }
    expect(faults).toEqual([]);
  });

test('no string becomes markup, and no script but the site’s own becomes a worker', async ({ page }) => {
  await page.goto('/403/');
  // The policy is made by the script of every page.
  await page.waitForFunction(
    () => (window as { trustedTypes?: { defaultPolicy: unknown } }).trustedTypes?.defaultPolicy,
  );
  const passed = await page.evaluate(() => {
    const attempts = {
      markup: () => (document.createElement('p').innerHTML = '<b>bold</b>'),
      worker: () => new Worker('/embed.js').terminate(),
      'worker of a blob': () => new Worker(URL.createObjectURL(new Blob(['']))).terminate(),
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [name];
      } catch {
        return [];
      }
    });
  });
  expect(passed).toEqual([]);
});

/**
 * Pages that begin with links to their parts (the table of codes, forms with jumps beside them), and a list of results,
 * which has no parts.
 */
const jumps = ['/', '/mapping/', '/vendors/', '/search/?q=403'];

test('a page longer than two screens has its navigation beside it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const without: string[] = [];
  for (const path of pageTypes.filter((one) => !jumps.includes(one))) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const navigation = await page.getByRole('navigation', { name: 'On this page' }).count();
    if (height > 2 * 800 && !navigation) without.push(`${path} is ${height} pixels high`);
  }
  expect(without).toEqual([]);
});

test.describe('on a phone, without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  /** Pages a test opens one after another; few enough for a slow machine. */
  const share = 50;
  for (let at = 0; at < allPages.length; at += share) {
    const pages = allPages.slice(at, at + share);
    test(`no page asks another host, breaks its policy or is too wide: ${pages[0]} to ${pages.at(-1)}`, async ({
      page,
    }) => {
      const faults = watchFaults(page);
      for (const path of pages) {
        await page.goto(path);
        await page.evaluate(showAll);
        const found = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          // What is wider than its place scrolls by itself, and is cut until one does.
          cut: [...document.querySelectorAll('main :is(svg, table)')]
            .filter(({ parentElement }) => parentElement!.scrollWidth > parentElement!.clientWidth + 1)
            .map((part) => `${part.tagName} ${part.textContent?.trim().slice(0, 40)}`),
          // The first column of a guide's table names its rows: a word of it stands in one line.
          torn: [...document.querySelectorAll('main .prose td:first-child')].flatMap((cell) => {
            const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            const torn: string[] = [];
            for (let text = texts.nextNode(); text; text = texts.nextNode())
              for (const { 0: word, index } of text.nodeValue!.matchAll(/\p{L}+/gu)) {
                const range = document.createRange();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
                if (lines.size > 1) torn.push(word);
              }
            return torn;
          }),
        }));
        if (found.width > 360) faults.push(`${path} is ${found.width} pixels wide`);
        for (const part of found.cut) faults.push(`${path} cuts ${part}`);
        for (const word of found.torn) faults.push(`${path} tears ${word} apart`);
      }
      expect(faults).toEqual([]);
    });
  }
});
