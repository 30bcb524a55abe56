import { expect, it } from 'vitest';
import type { Model } from '../model.ts';
import { similarPairs } from './similar.ts';

const page = (file: string, text: string, meaning: string) =>
  ({
    file,
    offset: 20,
    lineOf: () => 7,
    data: { meaning, customer: file },
    body: { paragraphs: [{ text, line: 3 }] },
  }) as unknown as Model['codes'][number];

const long =
  'The provider rates the call before it routes it, and a call that cannot be paid for is refused.';
const pairs = (...codes: Model['codes']) =>
  similarPairs(
    {
      codes,
      guides: [],
      ownCases: [],
      q850: [],
      content: { tables: new Map() } as unknown as Model['content'],
    },
    0.6,
  );

it('finds a paragraph that two pages share, though a word differs', () => {
  const found = pairs(
    page('a', long, 'One thing.'),
    page('b', long.replace('refused', 'declined'), 'Another.'),
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.share).toBeGreaterThan(0.8);
  expect([found[0]?.a.line, found[0]?.b.line]).toEqual([23, 23]);
});

it('compares a fact with the same fact of other pages only', () => {
  const meaning = 'The called device was reached and is in use.';
  expect(pairs(page('a', 'Short.', meaning), page('b', meaning, 'Another thing.'))).toEqual([]);
  expect(pairs(page('a', 'Short.', meaning), page('b', 'Other.', meaning)).map(({ a }) => a.key)).toEqual([
    'meaning',
  ]);
});
