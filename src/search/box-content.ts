/** What the search box holds, and whether it may stand in an address: as data, without the DOM. */
import { type Edit, pastedAfter } from '../frame/pasted.ts';

/** What stands in the box. */
export interface BoxContent {
  /** As one line. */
  text: string;
  /** The whole of what was pasted, where it has several lines. In this page's memory only. */
  log: string;
  /** Comes from the clipboard, in whole or in part: never in an address, never kept. */
  pasted: boolean;
}

export const nothing: BoxContent = { text: '', log: '', pasted: false };

/** Nothing that is searched for is longer; what is pasted may be, and a field of megabytes freezes the page. */
export const longestLine = 2000;
/** Characters of a pasted log that search reads. */
const mostRead = 200_000;
/** In words, where a log is longer. */
export const mostReadWords = 'the first 200,000 characters';

/** The part of a log that search reads; the decoder reads all of it. */
export const readPart = (log: string): string => log.slice(0, mostRead);

export const isReadInPart = (log: string): boolean => log.length > mostRead;

const oneLine = (text: string) => text.slice(0, longestLine).replace(/\s+/g, ' ').trim();

/**
 * What stands there when the page's script begins: it may have been pasted before, unless it is what the address asks for.
 */
export function atStart(value: string, inAddress: string): BoxContent {
  const text = oneLine(value);
  return { text, log: '', pasted: text !== '' && text !== inAddress };
}

/** After a paste. A single line with a line end is no log. */
export function afterPaste(text: string): BoxContent {
  const whole = text.trim();
  return { text: oneLine(whole), log: /[\n\r]/.test(whole) ? whole : '', pasted: true };
}

/** After any change but a paste of several lines: what stands in the box counts, and no longer what was pasted before. */
export function afterEdit(before: BoxContent, value: string, edit: Edit): BoxContent {
  return { text: oneLine(value), log: '', pasted: pastedAfter(before.pasted, value, edit) };
}
