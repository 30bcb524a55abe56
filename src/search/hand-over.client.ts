/**
 * Opens the results. What was typed goes there in the fragment, which is not sent. What was pasted goes into no
 * address and no storage, which browsers keep and synchronise: it crosses to the next page in the name of this tab,
 * which lives in memory only, and is taken out of it as soon as that page reads it.
 */
import { readState, searchPath, withFilters } from './address.ts';
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

/** Whether a page can be opened. Without a network only one that the browser has kept can. */
export async function canOpen(path: string): Promise<boolean> {
  const url = new URL(within(path), location.href);
  if (navigator.onLine || (url.pathname === location.pathname && url.hash)) return true;
  url.hash = '';
  return fetch(url, { cache: 'force-cache' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Says at a box that a page cannot be opened: the browser's own page of errors would take its text along. */
export function sayNoNetwork(box: HTMLInputElement): void {
  // It is a word to the reader and keeps nobody from trying again.
  box.form!.noValidate = true;
  box.setCustomValidity(
    'There is no network, and this browser has not kept that page. What stands here stays.',
  );
  box.reportValidity();
  box.addEventListener('input', () => box.setCustomValidity(''), { once: true });
}

/**
 * Opens a path of this site. Where it is the address already, browsers tell nobody: the page is told all the same, so
 * that a reader who asks again gets what could not be fetched before. A box that lies above the page goes away, and the
 * new list of results is shown from its top.
 */
export function go(path: string): void {
  document.querySelector<HTMLDialogElement>('dialog.palette')?.close();
  const { href } = new URL(within(path), location.href);
  if (path.startsWith('/search/') && isOnResults()) scrollTo(0, 0);
  const isHere = href === location.href && href.includes('#');
  location.assign(href);
  if (isHere) dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Whether this page is the one of results. */
const isOnResults = () => location.pathname === new URL(within('/search/'), location.href).pathname;

/** The path with the filters of this page, where it is the one of results: a new query keeps them. */
export const keepingFilters = (path: string): string =>
  path.startsWith('/search/') && isOnResults()
    ? withFilters(path, readState(location.search, location.hash).filters)
    : path;

export function openResults({ text, log, pasted }: { text: string; log: string; pasted: boolean }): void {
  if (pasted) handOver(log || text);
  go(keepingFilters(searchPath(pasted ? {} : { query: text })));
}
