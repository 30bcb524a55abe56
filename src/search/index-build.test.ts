import { describe, expect, it } from 'vitest';
import { codeOfHeader, lookupData, placeLines, placeTexts, symptomDocs } from './index-build.ts';
import { sampleModel } from './sample-model.ts';
import { numberOf } from './asked.ts';
import { unpackedPlaces, unpackTexts } from './texts.ts';

const note = (...says: { code: number; phrase?: string; subcode?: string }[]) => ({ says });
const vendor = (...notes: object[]) => ({ id: 'teams', data: { name: 'Teams', notes } });
const header = (name: string, requirement: string) => ({ name, requirement });

describe('the code that a header belongs to', () => {
  const { codes } = sampleModel({
    codes: [
      { data: { code: 200, headers: [header('Min-SE', 'MUST')] } },
      { data: { code: 401, headers: [header('Min-SE', 'MAY'), header('Via', 'MAY')] } },
      { data: { code: 407, headers: [header('Via', 'MAY')] } },
      { data: { code: 422, headers: [header('min-se', 'MUST')] } },
    ],
  });
  const met = (code: number) => (code === 407 ? 5 : 1);
  it('is the one that must carry it', () => expect(codeOfHeader('Min-SE', codes, met)).toBe(422));
  it('is the one met most often where several may', () => expect(codeOfHeader('via', codes, met)).toBe(407));
  it('is none where only a success carries it', () =>
    expect(codeOfHeader('Allow', codes, met)).toBeUndefined());
});

describe('names and numbers', () => {
  it('tell other phrases and headers of a code, its own phrase left out', () => {
    const { codes } = lookupData(
      sampleModel({
        codes: [
          {
            data: {
              code: 422,
              phrase: 'Session Interval Too Small',
              variants: [{ phrase: 'session interval too small' }, { phrase: 'Session Timer Too Small' }],
              headers: [header('Min-SE', 'MUST')],
            },
          },
        ],
        headers: [{ id: 'min-se', data: { name: 'Min-SE' } }],
      }),
    );
    expect(codes).toEqual([[422, 'Session Interval Too Small', 'Session Timer Too Small|Min-SE', '', 0]]);
  });

  it('tell a vendor’s constant of the code it comes with, its other texts in lines, and how often a code is met', () => {
    const model = sampleModel({
      codes: [{ data: { code: 403 } }, { data: { code: 486 } }],
      vendors: [
        vendor(
          note({ code: 403, phrase: 'No credit' }, { code: 486, phrase: 'USER_BUSY' }),
          note(
            { code: 486, phrase: 'Failed' },
            { code: 403, phrase: 'Failed' },
            { code: 500, phrase: 'Failed' },
          ),
        ),
      ],
    });
    expect(lookupData(model).codes.map(([code, , , texts, notes]) => [code, texts, notes])).toEqual([
      [403, '', 2],
      [486, 'USER_BUSY', 2],
    ]);
    expect(placeLines(model).vendors).toEqual([['/403/', 'No credit']]);
  });

  it('tell a program’s own cause with the code it becomes, a Q.850 cause not', () => {
    const rows = [
      { name: 'GATEWAY_DOWN', cause: 609, code: 503 },
      { name: 'USER_BUSY', cause: 17, code: 503 },
    ];
    const { programs } = lookupData(
      sampleModel({
        causes: [{ cause: 17, name: 'User busy', names: [] }],
        tables: [
          { data: { authority: 'FreeSWITCH', direction: 'q850-to-sip', rows } },
          { data: { authority: 'RFC 3398', direction: 'q850-to-sip', rows: rows.slice(1) } },
        ],
      }),
    );
    expect(programs).toEqual([['FreeSWITCH', [[609, 503, 'GATEWAY_DOWN']]]]);
  });

  it('lead a vendor’s own code to its notes on the code it comes with', () => {
    const { docs } = lookupData(sampleModel({ vendors: [vendor(note({ code: 403, subcode: '510532' }))] }));
    expect(docs).toContainEqual({ k: 'note', u: '/403/#vendor-teams', t: '510532', s: 'Teams, 403' });
  });
});

describe('symptoms', () => {
  it('lead to codes, cases, guides and their parts, with stems of the words people use', () => {
    const model = sampleModel({
      codes: [
        {
          data: { code: 403, words: ['refused', 'blocked'] },
          body: {
            cases: [
              {
                id: 'no-credit',
                title: 'No credit',
                words: ['no money'],
                heard: [],
                signs: [],
                against: [],
                says: [],
              },
            ],
          },
        },
      ],
      guides: [
        {
          id: 'via',
          data: { title: 'Via', words: ['hops'] },
          body: {
            parts: [
              { id: 'rport', title: 'rport', words: ['nat'] },
              { id: 'end', title: 'The end', words: [] },
            ],
            paragraphs: [],
          },
        },
      ],
    });
    expect(symptomDocs(model).map(({ u, w }) => [u, w])).toEqual([
      ['/403/', 'block|refus'],
      ['/403/#no-credit', 'monei no'],
      ['/guides/via/', 'hop'],
      // The words of parts come with the fourth file.
      ['/guides/via/#rport', undefined],
      ['/guides/via/#end', undefined],
    ]);
  });

  it('learn the words that questions and reports about a place have more often than those about others', () => {
    const ids = ['rport', ...'abcdefghijk'];
    const model = sampleModel({
      guides: [
        {
          id: 'via',
          data: { title: 'Via' },
          body: { parts: ids.map((id) => ({ id, title: id, words: [] })), paragraphs: [] },
        },
      ],
      reports: [
        { words: 'answer goes to the wrong port', is: ['/guides/via/#rport'] },
        { words: 'wrong port, on Mondays', is: ['/guides/via/#rport'] },
      ],
      questions: ids.map((id) => ({
        is: `/guides/via/#${id}`,
        of: 20,
        words: { phone: 7, ...(id === 'rport' ? { astray: 9 } : {}) },
      })),
      questionWords: [
        { word: 'astray', times: 9 },
        { word: 'phone', times: 84 },
      ],
    });
    const { asked, reported } = placeTexts(model);
    expect(unpackTexts(reported).map(([word]) => word)).toEqual(['port', 'wrong']);
    const words = unpackTexts(asked).map(([word, list]) => [word, unpackedPlaces(list)]);
    // What one report says may be chance, and “phone” stands in the questions about all. The guide itself is place 0.
    const rport = [numberOf(1, 1)];
    expect(words).toEqual(['astrai', 'port', 'wrong'].map((word) => [word, rport]));
  });

  it('lead a term, its long form and its other names to the glossary', () => {
    const docs = symptomDocs(
      sampleModel({
        glossary: [
          { id: 'b2bua', data: { term: 'B2BUA', long: 'back-to-back user agent', also: ['b2b ua'] } },
        ],
      }),
    );
    expect(docs.map(({ t, w }) => [t, w])).toEqual([['B2BUA', 'agent back back user|b2b ua']]);
  });
});
