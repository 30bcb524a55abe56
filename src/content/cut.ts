/**
 * A text cut where a word ends, with dots that say so; a word that alone is too long is cut within.
 * @param most characters, without the dots.
 */
export function cut(text: string, most: number): string {
  // By characters: half of one would be shown as a box.
  const characters = [...text];
  if (characters.length <= most) return text;
  const start = characters.slice(0, most).join('');
  const words = (start + (characters[most] ?? '')).replace(/[\s,;:]+\S*$/, '');
  return words.length > most / 2 && words.length <= start.length ? `${words} …` : `${start}…`;
}
