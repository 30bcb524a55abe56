/** Vendors' own numbers in what somebody says: as text, without the DOM. */

/** `D35`, `PE1`, `0x404`, `805`, `560403`. */
const looksLikeOne = /\b(?:[a-z]{1,2}\d{1,3}|0x\d+|\d{3,6})\b/gi;

/**
 * The first number that a note is about and somebody said.
 * @param name how the note begins: `D38, D7`; that of a link to more notes, `4 more on 403`, is no number.
 */
export function numberSaid(said: string, name: string): string | undefined {
  const numbers = new Set(said.match(looksLikeOne)?.map((number) => number.toLowerCase()));
  return name
    .split(',')
    .map((number) => number.trim())
    .find((number) => numbers.has(number.toLowerCase()));
}
