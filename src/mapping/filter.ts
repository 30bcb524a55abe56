/** Whether a row of the mapping matches what was typed: every word must begin a word of the row; 0x91, 91 and 145 notations all work. */
export function matchesRow(cells: readonly string[], text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const row = cells
    .join(' ')
    .toLowerCase()
    .split(/[\s/()*,]+/);
  return words.every((word) => {
    // A DSS1 octet may be written with 0x: the table prints it without.
    const bare = /^0x[89a-f][0-9a-f]$/.test(word) ? word.slice(2) : word;
    return row.some((part) => part.startsWith(word) || part === bare);
  });
}
