/** Paper: how many sheets a long page takes, and that the mapping loses no row and no figure on the way. */
import { expect, type Page, test } from '@playwright/test';

const pdfOf = async (page: Page, path: string) => {
  await page.goto(path);
  return (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
};

test('the longest code page takes six sheets at most', async ({ page }) => {
  const pdf = await pdfOf(page, '/403/');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(6);
});

test('site, address and date stand on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/403/');
  await expect(page.getByText(/\S · https?:\/\/\S+\/403\/ · as of \d{4}-\d\d-\d\d/)).toBeVisible();
});

test('every row of the mapping is on paper: its link is in the file', async ({ page }) => {
  const pdf = await pdfOf(page, '/mapping/');
  const links = await page
    .locator('[data-direction] .matrix tbody th a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((link) => !pdf.includes(`(${link})`))).toEqual([]);
});

test('nothing of the mapping is cut on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  // The width between the margins of an A4 sheet, in pixels.
  await page.setViewportSize({ width: 710, height: 1000 });
  await page.goto('/mapping/');
  const faults = await page.locator('.matrix').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const cells = [...table.querySelectorAll<HTMLElement>('th, td')];
      return [
        ...(table.getBoundingClientRect().right > innerWidth ? ['a table is wider than the sheet'] : []),
        ...(getComputedStyle(table.querySelector('thead')!).display === 'table-header-group'
          ? []
          : ['a head is not repeated']),
        // Chromium repeats no head that holds a box of its own.
        ...[...table.querySelectorAll('thead button')]
          .filter((button) => getComputedStyle(button).display !== 'contents')
          .map(() => 'a button in a head keeps it from being repeated'),
        ...cells
          .filter((cell) => !cell.checkVisibility() || cell.scrollWidth > cell.clientWidth + 3)
          .map((cell) => `hidden or cut: ${cell.textContent}`),
      ];
    }),
  );
  expect(faults).toEqual([]);
});
