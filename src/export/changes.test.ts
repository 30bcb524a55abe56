import { expect, it } from 'vitest';
import { model } from '../content/model.ts';
import { changesOf, historyOf } from './changes.ts';

const change = (date: string, codes: number[], text: string, pages?: string[]) => ({
  date,
  codes,
  text,
  ...(pages ? { pages } : {}),
});
const of = (...changes: ReturnType<typeof change>[]) => ({ ...model(), changes });

it('keeps the ids of published changes when newer ones of the same day are added above', () => {
  const before = [change('2026-11-20', [], 'Second.'), change('2026-11-20', [], 'First.')];
  const ids = (changes: typeof before) =>
    Object.fromEntries(changesOf(of(...changes)).map(({ id, text }) => [text, id]));
  expect(ids([change('2026-11-20', [], 'Third.'), ...before])).toEqual({
    ...ids(before),
    'Third.': '2026-11-20-3',
  });
});

it('names the pages, and gives each page its own changes only', () => {
  const changes = of(
    change('2026-11-21', [], 'All.'),
    change('2026-11-20', [403], 'Both.', ['/guides/via/', '/q850/17/', '/vendors/asterisk/', '/mapping/']),
  );
  expect(changesOf(changes)[1]?.pages.map(({ name }) => name)).toEqual([
    '403 Forbidden',
    expect.stringMatching(/Via/),
    'Q.850 cause 17',
    'Asterisk',
    '/mapping/',
  ]);
  expect(historyOf(changes, '/guides/via/').map(({ text }) => text)).toEqual(['Both.']);
});
