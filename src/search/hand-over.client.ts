/**
 * Opens the results. What was typed goes there in the fragment, which is not sent. What was pasted goes into no
 * address and no storage, which browsers keep and synchronise: it crosses to the next page in the name of this tab,
 * which lives in memory only, and is taken out of it as soon as that page reads it.
 */
import { searchPath } from './address.ts';
import { within } from '../frame/base.client.ts';

/** Tells our text from a name that somebody gave the tab. */
const mark = 'pasted:';

export function handOver(text: string): void {
  window.name = mark + text;
}

/** What the page before handed over; the second call gives nothing. */
export function takeOver(): string {
  if (!window.name.startsWith(mark)) return '';
  const text = window.name.slice(mark.length);
  window.name = '';
  return text;
}

/** Before what was said of a call for the page that is opened, which sorts its cases by it. */
const saidMark = 'said:';

/** @param page path of the page that may read it. */
export function handSaid(page: string, text: string): void {
  window.name = `${saidMark}${page} ${text}`;
}

/** What the page before said for this one; the second call gives nothing. */
export function takeSaid(page: string): string {
  const start = `${saidMark}${page} `;
  if (!window.name.startsWith(start)) return '';
  const text = window.name.slice(start.length);
  window.name = '';
  return text;
}

/**
 * Opens a path of this site. Where it is the address already, browsers tell nobody: the page is told all the same, so
 * that a reader who asks again gets what could not be fetched before.
 */
export function go(path: string): void {
  const { href } = new URL(within(path), location.href);
  const isHere = href === location.href && href.includes('#');
  location.assign(href);
  if (isHere) dispatchEvent(new HashChangeEvent('hashchange'));
}

export function openResults({ text, log, pasted }: { text: string; log: string; pasted: boolean }): void {
  if (pasted) handOver(log || text);
  go(searchPath(pasted ? {} : { query: text }));
}
