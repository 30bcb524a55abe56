/** What readers set for themselves: larger letters, wider spacing, colours of their own, less motion; and paper. */
import { expect, type Page, test } from '@playwright/test';
import { pageTypes } from './pages.ts';

/** Adds rules of the reader's own, shows what waits for the screen, and opens every fold. */
function apply(rules: string): void {
  const own = new CSSStyleSheet();
  own.replaceSync(`${rules} main * { content-visibility: visible !important; }`);
  document.adoptedStyleSheets.push(own);
  for (const fold of document.querySelectorAll('details')) fold.open = true;
}

/** How much wider than the window the page is, and what is cut with no way to see the rest. */
function lost(): string[] {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((part) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(part);
    const clips = /hidden|clip/.test(`${overflowX} ${overflowY}`);
    // What is for the ear only is clipped on purpose, and so is the id behind the # of a heading on a phone.
    if (!clips || clipPath !== 'none' || part.matches('.sr-only, input, .anchor') || !part.checkVisibility())
      return false;
    return part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
  });
  return [
    ...(wide > 0 ? [`is ${wide} pixels too wide`] : []),
    ...cut.map(({ tagName, textContent }) => `cuts ${tagName} ${textContent.trim().slice(0, 40)}`),
  ];
}

const large = 'html { font-size: 200% !important; }';
/** WCAG 1.4.12. */
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
  'p { margin-bottom: 2em !important; }';

for (const [what, rules, width] of [
  ['letters of twice the size', large, 1280],
  ['letters of twice the size', large, 640],
  ['spacing of their own', spaced, 1280],
  ['spacing of their own', spaced, 320],
] as const)
  test(`with ${what}, nothing is lost at ${width} pixels`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    const faults: string[] = [];
    for (const path of pageTypes) {
      await page.goto(path);
      await page.evaluate(apply, rules);
      for (const fault of await page.evaluate(lost)) faults.push(`${path} ${fault}`);
    }
    expect(faults).toEqual([]);
  });

test.describe('with colours of their own', () => {
  test.use({ forcedColors: 'active' });

  /** How the outline, borders and their likes of a part are drawn. */
  const look = (page: Page, part: string, pseudo?: string) =>
    page
      .locator(part)
      .first()
      .evaluate((element, of) => {
        const { outlineStyle, borderTopColor, borderTopStyle, borderLeftColor, fill } = getComputedStyle(
          element,
          of,
        );
        return [outlineStyle, borderTopColor, borderTopStyle, borderLeftColor, fill].join(' ');
      }, pseudo);

  test('what is said by a tint otherwise is said by a line', async ({ page }) => {
    await page.goto('/403/#no-credit');
    expect(await look(page, '.case:target')).not.toBe(await look(page, '.case:not(:target)'));
    expect(await look(page, '[data-page-nav] a[aria-current]')).not.toBe(
      await look(page, '[data-page-nav] a:not([aria-current])'),
    );
    const stop = (which: string) => look(page, `.path-of-call ${which}`, '::before');
    expect(await stop('.possible')).not.toBe(await stop('li:not(.usual, .possible)'));
    await page.goto('/mapping/');
    expect(await look(page, '[data-preset][aria-pressed="true"]')).not.toBe(
      await look(page, '[data-preset][aria-pressed="false"]'),
    );
  });

  test('every word of a ladder has the colour of text, whatever theme was chosen here', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('theme', 'light'));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/403/');
    const colours = await page
      .locator('.ladder text')
      .evaluateAll((all) => [...new Set(all.map((text) => getComputedStyle(text).fill))]);
    expect(colours).toHaveLength(1);
  });
});

test('nothing moves by itself for readers who want less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const path of pageTypes) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((part) => {
          const { transitionDuration, animationDuration, animationName, scrollBehavior } =
            getComputedStyle(part);
          const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0.016);
          return (
            lasts(transitionDuration) ||
            (animationName !== 'none' && lasts(animationDuration)) ||
            scrollBehavior === 'smooth'
          );
        })
        .map(({ tagName, className }) => `${tagName} ${String(className)}`),
    );
    for (const part of moving) faults.push(`${path} ${part}`);
  }
  expect(faults).toEqual([]);
});

test('nothing that wants to be pressed or filled in is on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const faults: string[] = [];
  for (const path of pageTypes) {
    await page.goto(path);
    const left = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')]
        .filter(
          (part) => part.checkVisibility({ contentVisibilityAuto: false }) && part.getClientRects().length,
        )
        // The heads of a table that a script sorts and of an open fold print as plain text.
        .filter((part) => !part.matches('th button, details[open] > summary'))
        .map(({ tagName, textContent }) => `${tagName} ${textContent.trim().slice(0, 40)}`),
    );
    for (const part of left) faults.push(`${path} ${part}`);
  }
  expect(faults).toEqual([]);
});
