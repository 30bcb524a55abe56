/**
 * What turns the direction of text, as numbers copied from address books have it: inside a sentence of ours it would turn
 * our own words, too.
 */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** For a text that only has to be recognised. */
export const withoutTurns = (text: string): string => text.replace(turns, '');

/** For a text that is shown as it was sent: what nobody sees may be what is wrong with it. */
export const markedTurns = (text: string): string =>
  text.replace(turns, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);

/** All texts of a value, however deep. */
export function markedDeep<Value>(value: Value): Value {
  if (typeof value === 'string') return markedTurns(value) as Value;
  if (Array.isArray(value)) return value.map(markedDeep) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, markedDeep(one)])) as Value;
}
