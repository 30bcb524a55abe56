/**
 * Opens the results. What was typed goes there in the fragment, which is not sent. What was pasted goes into no
 * address, which browsers keep and synchronise: it is handed over within this tab and forgotten as soon as it is read.
 */
import { searchPath } from './address.ts';
import { within } from './base.client.ts';

const key = 'search-for';

export function handOver(text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Without storage the results page opens empty.
  }
}

/** What the page before handed over; the second call gives nothing. */
export function takeOver(): string {
  try {
    const text = sessionStorage.getItem(key) ?? '';
    sessionStorage.removeItem(key);
    return text;
  } catch {
    return '';
  }
}

export function openResults({ text, pasted }: { text: string; pasted: boolean }): void {
  if (pasted) handOver(text);
  location.assign(within(searchPath(pasted ? {} : { query: text })));
}
