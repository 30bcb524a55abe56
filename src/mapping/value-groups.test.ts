import { expect, it } from 'vitest';
import { lastGroup, valueGroups } from './value-groups.ts';

it('groups the cells of one value, in the order of the columns', () =>
  expect(valueGroups(['41', '', '127', '41', '(127)'])).toEqual([
    { group: 1, again: false },
    { group: 0, again: false },
    { group: 2, again: false },
    { group: 1, again: true },
    { group: 3, again: false },
  ]));

it('shows every value that has no place of its own', () => {
  const values = Array.from({ length: lastGroup + 1 }, (_, at) => String(at));
  const places = valueGroups([...values, ...values.slice(-1), '0']);
  expect(places.slice(-4)).toEqual([
    { group: lastGroup, again: false },
    { group: lastGroup, again: false },
    { group: lastGroup, again: false },
    { group: 1, again: true },
  ]);
});
