/** Keys as readers mean them, whatever their layout. */

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing'>;

/**
 * The Latin letter or the slash of a key, in lower case; empty for all others. Where a layout has other letters, what
 * stands in its place on a keyboard with Latin ones counts. A key that writes a character from several strokes, as input
 * methods do, is no key of ours.
 */
export function letterOf({ key, code, isComposing }: Pressed): string {
  if (isComposing || [...key].length !== 1) return '';
  if (/[a-z/]/i.test(key)) return key.toLowerCase();
  // Cyrillic and Hebrew layouts have the full stop where the slash is on others.
  if (code === 'Slash') return key === '.' || isOther(key) ? '/' : '';
  return isOther(key) ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '') : '';
}

/** A letter that is not Latin. */
const isOther = (key: string) => /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
