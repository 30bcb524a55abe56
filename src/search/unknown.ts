/** What can be said of a three-digit number that has no page. */
export interface UnknownCode {
  code: number;
  /** Code it is treated as (RFC 3261 §8.1.3.2); undefined above 699 and below 100, where SIP has no class. */
  treatedAs?: number;
  /** The nearest numbers that have a page, at most two on either side, ascending. */
  neighbours: number[];
}

/** Code that an unregistered number is treated as (RFC 3261 §8.1.3.2); undefined where SIP has no such class. */
export function treatedAs(code: number): number | undefined {
  if (code < 100 || code > 699) return undefined;
  // The one exception to x00: an unknown provisional response counts as 183.
  return code < 200 ? 183 : Math.floor(code / 100) * 100;
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
  const stand = treatedAs(code);
  return stand === undefined ? { code, neighbours } : { code, treatedAs: stand, neighbours };
}

/**
 * The sentence for such a number, in three parts, so that a page can make a link of the middle one.
 * @param written the number as it was asked for.
 */
export function unknownSentence(written: string): { before: string; code?: number; after: string } {
  const code = treatedAs(Number(written));
  return code === undefined
    ? {
        before: `${written} is no SIP response code: SIP has the classes 1xx to 6xx only. It may be a number of your device or provider; search for its text.`,
        after: '',
      }
    : {
        before: `${written} is not registered, and no source read here lists it. A client treats it as `,
        code,
        after:
          ' (RFC 3261 §8.1.3.2): read the phrase and the headers beside it, they are all that its sender tells.',
      };
}
