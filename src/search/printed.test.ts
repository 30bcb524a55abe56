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

it('a text that tells enough is met in a line most of which varies', () => {
  const index = new PrintedIndex();
  index.addWhole([
    { target: '/guides/tls/', text: 'no shared cipher' },
    { target: '/500/', text: 'handshake failed' },
  ]);
  const line = 'lb sbin accept handshake failed routine no shared cipher sni unknown';
  const tells = (word: string) => (['share', 'cipher'].includes(word) ? 6 : 2);
  expect([...index.within(line, new Set(), tells).keys()]).toEqual(['/guides/tls/']);
});
