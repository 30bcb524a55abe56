/** What no page may do, on any page: ask another host, log an error (a broken content policy among them), throw. */
import type { Page } from '@playwright/test';

/** A list that fills while the page is used. Answers 404 are asked for on purpose by some pages. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  const add = (fault: string) => faults.push(`${page.url()}: ${fault}`);
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') add(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404 (Not Found)')) add(message.text());
  });
  page.on('pageerror', (error) => add(String(error)));
  return faults;
}
