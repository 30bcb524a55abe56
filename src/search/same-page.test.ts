import { expect, it } from 'vitest';
import { fromSamePage } from './same-page.ts';

const found = [
  { path: '/403/#one', score: 1 },
  { path: '/404/#one', score: 1 },
  { path: '/404/#two', score: 0.8 },
  { path: '/404/', score: 0.5 },
];

it('what several places of a page match a little speaks for each of them', () => {
  const [lone, one, two] = fromSamePage(found, 2);
  expect(lone).toBe(0);
  expect(one).toBeGreaterThan(0);
  // Each has what the others have.
  expect(two).toBeGreaterThan(one ?? 0);
});
it('of many words, less', () =>
  expect(fromSamePage(found, 12)[1]).toBeLessThan(fromSamePage(found, 4)[1] ?? 0));
