/** What holds for every page type: accessible in both themes, nothing from other hosts, nothing the policy blocks, no sideways scrolling. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pageTypes } from './pages.ts';

for (const path of pageTypes) {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on ${path}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      if (path.startsWith('/search'))
        await expect(page.getByTestId('search-results')).toHaveAttribute('data-state', 'done');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
    });

  test(`${path} asks no other host, breaks no policy and fits every width`, async ({ page }) => {
    const faults: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== 'localhost') faults.push(`asks ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404 (Not Found)'))
        faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push(`is ${wide} pixels wide at ${width}`);
    }
    expect(faults).toEqual([]);
  });
}
