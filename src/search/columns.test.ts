import { expect, it } from 'vitest';
import { fromColumns, toColumns } from './columns.ts';
import type { Doc } from './index-data.ts';

it('entries come back as they were, without what they did not have', () => {
  const docs: Doc[] = [
    { k: 'case', u: '/403/#no-credit', t: 'No credit', w: 'balanc' },
    { k: 'case', u: '/403/#barred', t: 'Barred' },
    { k: 'guide', u: '/guides/via/', t: 'Via', s: 'Guide' },
    { k: 'guide', u: '/guides/via/#received', t: 'received' },
  ];
  expect(fromColumns(toColumns(docs))).toEqual(docs);
});
