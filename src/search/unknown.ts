/** What can be said of a three-digit number that has no page. */
export interface UnknownCode {
  code: number;
  /** Code it is treated as (RFC 3261 §8.1.3.2); undefined above 699 and below 100, where SIP has no class. */
  treatedAs?: number;
  /** The nearest numbers that have a page, at most two on either side, ascending. */
  neighbours: number[];
}

/**
 * @param code a number from 0 to 999.
 * @param known numbers that have a page.
 */
export function unknownCode(code: number, known: readonly number[]): UnknownCode {
  const sorted = [...known].sort((a, b) => a - b);
  const neighbours = [
    ...sorted.filter((other) => other < code).slice(-2),
    ...sorted.filter((other) => other > code).slice(0, 2),
  ];
  if (code < 100 || code > 699) return { code, neighbours };
  // The one exception to x00: an unknown provisional response counts as 183.
  return { code, treatedAs: code < 200 ? 183 : Math.floor(code / 100) * 100, neighbours };
}
