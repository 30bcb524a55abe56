/**
 * A row of the matrix as a narrow screen shows it: each value once, followed by the authorities that give it. The cells
 * stay in their columns; a style puts those of one value beside each other and shows the value in the first alone.
 */

/** The last group that has a place of its own; a row with more different values shows the rest one by one. */
export const lastGroup = 8;

export interface PlaceInRow {
  /** Which value of the row, from 1 in the order of the columns; 0 for an empty cell. */
  group: number;
  /** Another cell before it has the same value. */
  again: boolean;
}

/** @param values what each cell shows; two that differ in more than figures (a condition, a default) differ here, too. */
export function valueGroups(values: readonly string[]): PlaceInRow[] {
  const groups = new Map<string, number>();
  return values.map((value) => {
    if (!value) return { group: 0, again: false };
    const known = groups.get(value);
    const group = known ?? groups.size + 1;
    groups.set(value, group);
    return { group: Math.min(group, lastGroup), again: known !== undefined && group < lastGroup };
  });
}
