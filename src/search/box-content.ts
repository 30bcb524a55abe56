/** What the search box holds, and whether it may stand in an address: as data, without the DOM. */

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

/** Characters of a pasted log that are read. */
const longestLog = 200_000;
/** Nothing that is searched for is longer; what is pasted may be. */
const longestLine = 2000;

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
  const whole = text.slice(0, longestLog).trim();
  return { text: oneLine(whole), log: whole.includes('\n') ? whole : '', pasted: true };
}

/**
 * After typing, deleting, undoing: what stands in the box counts, and no longer what was pasted before.
 * @param replaced nothing is left of what stood there.
 */
export function afterEdit(before: BoxContent, value: string, replaced: boolean): BoxContent {
  return { text: oneLine(value), log: '', pasted: before.pasted && !replaced && value.trim() !== '' };
}
