/** Which searches may be kept in this browser, and in what order. The rule is about privacy: see `mayBeKept`. */

/** Searches kept at most. */
export const mostKept = 6;

/** Longer texts are log lines rather than questions. Characters. */
const longest = 60;

/**
 * Whether a query may be kept: it was typed, is short, and holds nothing that may be somebody's: no address, no number
 * of seven digits or more, however it is grouped. What was pasted is never kept, whatever it looks like.
 */
export function mayBeKept(query: string): boolean {
  if (query.length < 2 || query.length > longest) return false;
  if (/@|\d+\.\d+\.\d+\.\d+|[0-9a-f]*:[0-9a-f]*:[0-9a-f:]+/i.test(query)) return false;
  return !/\d(?:[\s().-]*\d){6,}/.test(query);
}

/** The list with this query in front; each once. */
export function withQuery(kept: readonly string[], query: string): string[] {
  return [query, ...kept.filter((other) => other !== query)].slice(0, mostKept);
}

/** Reads the stored list; anything else than a list of texts counts as none. */
export function readKept(stored: string | null): string[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list)
      ? list.filter((item): item is string => typeof item === 'string').slice(0, mostKept)
      : [];
  } catch {
    return [];
  }
}
