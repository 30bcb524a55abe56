import { expect, it } from 'vitest';
import { PrintedIndex } from './printed.ts';

it('what anybody may say counts less as a program’s text than what nobody else says', () => {
  const index = new PrintedIndex();
  index.addWhole([
    { target: '/500/', text: 'Registration failed' },
    { target: '/503/', text: 'Forking capacity' },
  ]);
  const common = new Set(['registr', 'fail']);
  const counts = (query: string, path: string) =>
    index.within(query, new Set(), (word) => (common.has(word) ? 2 : 6)).get(path) ?? 0;
  expect(counts('registration failed', '/500/')).toBeGreaterThan(0);
  expect(counts('forking capacity', '/503/')).toBeGreaterThan(1.5 * counts('registration failed', '/500/'));
});
