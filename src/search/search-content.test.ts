import { expect, it } from 'vitest';
import { sampleModel } from './sample-model.ts';
import { searchContent } from './search-content.ts';

it('tells of a code page what filters ask for, and the words it does not say itself', () => {
  const { pages } = searchContent(
    sampleModel({
      codes: [
        {
          data: {
            code: 403,
            methods: ['any', 'INVITE'],
            words: ['refused'],
            variants: [{ phrase: 'No Credit' }],
          },
          body: {
            cases: [
              { id: 'no-credit', words: ['no money'] },
              { id: 'other', words: [] },
            ],
          },
        },
      ],
      notesOf: () => [{ vendor: { data: { name: 'Teams' } } }],
    }),
  );
  expect(pages.get('/403/')).toEqual({
    facets: { kind: ['code'], class: ['4xx'], method: ['INVITE'], vendor: ['Teams'] },
    words: { page: ['refused', 'No Credit'], parts: [['no-credit', ['no money']]] },
  });
});

it('makes a record of every note that quotes its vendor, and of no other', () => {
  const { records } = searchContent(
    sampleModel({
      vendors: [
        {
          id: 'teams',
          data: {
            name: 'Teams',
            notes: [
              {
                id: 'teams-1',
                text: 'Sent after a timeout.',
                says: [{ code: 408, subcode: '510', phrase: 'Late' }],
              },
              { id: 'teams-2', text: 'Retries.', says: [{ code: 503 }] },
            ],
          },
        },
      ],
    }),
  );
  expect(records).toEqual([
    {
      path: '/vendors/teams/#teams-1',
      title: 'Teams: 510',
      content: '510. Late. Sent after a timeout.',
      facets: { kind: ['vendor note'], vendor: ['Teams'] },
    },
  ]);
});
