/** Numbers of three digits that nobody registered: how they count, and what may have been meant. */

/** Code that an unregistered number is treated as (RFC 3261 §8.1.3.2); undefined where SIP has no such class. */
export function treatedAs(code: number): number | undefined {
  if (code < 100 || code > 699) return undefined;
  // The one exception to x00: an unknown provisional response counts as 183.
  return code < 200 ? 183 : Math.floor(code / 100) * 100;
}

/**
 * Numbers of three digits that are no code. Those from 700 on have no class in SIP, and programs print them all the same.
 * @param isCode whether a number is one.
 */
export function unregisteredNumbers(isCode: (code: number) => boolean): number[] {
  return Array.from({ length: 900 }, (_, at) => at + 100).filter((code) => !isCode(code));
}

/** The nearest codes of the same class, at most three on either side, ascending. */
export function neighboursOf(code: number, codes: readonly number[]): number[] {
  const own = codes
    .filter((other) => Math.floor(other / 100) === Math.floor(code / 100))
    .sort((a, b) => a - b);
  return [
    ...own.filter((other) => other < code).slice(-3),
    ...own.filter((other) => other > code).slice(0, 3),
  ];
}

/** Codes that a number is most easily mistyped for, at most. */
const mostMistyped = 4;

/** Digits that lie beside each other in the row of a keyboard or on a block of number keys. */
function besideEachOther(a: number, b: number): boolean {
  const apart = Math.abs(a - b);
  return apart === 1 || apart === 9 || (a > 0 && b > 0 && apart === 3);
}

/** Codes that become the number by one slip: two digits the wrong way round first, then a key beside the right one. */
export function mistypedFor(code: number, codes: readonly number[]): number[] {
  const digits = String(code);
  const swapped = [`${digits[1]}${digits[0]}${digits[2]}`, `${digits[0]}${digits[2]}${digits[1]}`];
  const slipped = (other: number) => {
    const wrong = [...String(other)].flatMap((digit, at) => (digit === digits[at] ? [] : [at]));
    const [at] = wrong;
    return (
      at !== undefined && wrong.length === 1 && besideEachOther(Number(String(other)[at]), Number(digits[at]))
    );
  };
  return [
    ...codes.filter((other) => swapped.includes(String(other))),
    // Who knows the class has its digit right.
    ...codes.filter((other) => slipped(other) && String(other)[0] === digits[0]),
    ...codes.filter((other) => slipped(other) && String(other)[0] !== digits[0]),
  ].slice(0, mostMistyped);
}
