/** Two authorities beside each other: what their cells have in common. */

export const verdicts = ['same', 'partly', 'differ', 'one', 'neither'] as const;
/** `one`: only one of the two says anything; `neither`: both are silent. */
export type Verdict = (typeof verdicts)[number];

/** The values of a cell as it is shown: `31 / (65)` has 31 and 65. A dash is a value: the authority maps to nothing. */
export function valuesOf(cell: string): string[] {
  return cell.split('/').flatMap((value) => value.replace(/[()\s]/g, '') || []);
}

/**
 * Compares what two cells lead to. A default counts like a row: it is what the authority does.
 * @param a text of a cell, as shown.
 * @param b text of the cell beside it.
 */
export function compareCells(a: string, b: string): Verdict {
  const [left, right] = [valuesOf(a), valuesOf(b)];
  if (!left.length && !right.length) return 'neither';
  if (!left.length || !right.length) return 'one';
  const shared = left.filter((value) => right.includes(value)).length;
  if (!shared) return 'differ';
  return shared === left.length && shared === right.length ? 'same' : 'partly';
}

/** The verdict in a cell: a sign and a word. @param only the one that says something, where it is one. */
export function verdictText(verdict: Verdict, only = ''): string {
  return { same: '= same', partly: '≈ partly', differ: '≠ differ', one: `only ${only}`, neither: '' }[
    verdict
  ];
}

/** "RFC 3398 and Asterisk: 20 rows the same, 12 differ, 2 agree in part, 9 stand in one table only." */
export function comparisonSentence(names: readonly [string, string], found: readonly Verdict[]): string {
  const count = (verdict: Verdict) => found.filter((one) => one === verdict).length;
  const parts = [
    `${count('same')} ${count('same') === 1 ? 'row' : 'rows'} the same`,
    `${count('differ')} differ`,
    count('partly') && `${count('partly')} agree in part`,
    count('one') && `${count('one')} stand in one table only`,
  ].filter(Boolean);
  return `${names[0]} and ${names[1]}: ${parts.join(', ')}.`;
}
