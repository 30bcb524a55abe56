import { describe, expect, it } from 'vitest';
import { Records, type SearchRecord, writeTitles } from './facets.ts';

const records = new Map<string, SearchRecord>([
  [
    'en_1',
    {
      path: '/403/',
      title: '403 Forbidden',
      facets: { kind: ['code'], class: ['4xx'], vendor: ['Teams', 'Asterisk'], method: ['INVITE'] },
    },
  ],
  ['en_2', { path: '/vendors/teams/', title: 'Teams', facets: { kind: ['vendor'], vendor: ['Teams'] } }],
  [
    'en_3',
    {
      path: '/vendors/teams/#teams-403',
      title: 'Teams: D35',
      facets: { kind: ['vendor note'], vendor: ['Teams'] },
    },
  ],
  ['en_4', { path: '/headers/', title: 'Header fields', facets: {} }],
]);
const read = new Records(JSON.parse(JSON.stringify(writeTitles(records))));

it('tells address and title of every id after it was written and read', () => {
  expect(read.get('en_1')).toMatchObject({ path: '/403/', title: '403 Forbidden' });
  expect(read.get('en_4')).toMatchObject({ path: '/headers/' });
  expect(read.get('en_9')).toBeUndefined();
});

it('lists the values of a filter in order, with the number of pages', () =>
  expect(read.values('vendor')).toEqual([
    ['Asterisk', 1],
    ['Teams', 3],
  ]));

describe('filters', () => {
  it.each([
    ['a page of the kind', '/403/', { kind: 'code' }, true],
    ['a page of another kind', '/403/', { kind: 'guide' }, false],
    ['a case by the page it stands on', '/403/#no-credit', { class: '4xx' }, true],
    ['a page that only one of two filters fits', '/403/', { kind: 'code', vendor: 'Twilio' }, false],
    ['a note on a code page by its own vendor', '/403/#vendor-teams', { vendor: 'Asterisk' }, false],
    ['a note on a code page as a note', '/403/#vendor-teams', { kind: 'vendor note' }, true],
    ['a page without the filter', '/headers/', { kind: 'code' }, false],
    ['a page nobody knows', '/changes/', { kind: 'code' }, false],
    ['everything, if none is chosen', '/headers/', {}, true],
  ] as const)('%s', (_, path, chosen, expected) => expect(read.matches(path, chosen)).toBe(expected));
});
