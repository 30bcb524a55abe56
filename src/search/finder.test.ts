import { describe, expect, it } from 'vitest';
import { Finder } from './finder.ts';
import type { LookupData } from './index-data.ts';
import { readNotations, withoutOtherNumbers } from './notations.ts';
import { packTexts } from './texts.ts';

const data: LookupData = {
  codes: [
    [400, 'Bad Request', '', '', 5],
    [401, 'Unauthorized', '', '', 5],
    [403, 'Forbidden', 'Stale Date', '', 9],
    [404, 'Not Found', '', '', 5],
    [486, 'Busy Here', '', '', 5],
    [488, 'Not Acceptable Here', '', '', 5],
    [491, 'Request Pending', '', '', 1],
    [503, 'Service Unavailable', '', 'GATEWAY_DOWN', 5],
    [606, 'Not Acceptable', '', '', 2],
  ],
  causes: [
    [16, 'Normal call clearing', ''],
    [17, 'User busy', ''],
    [21, 'Call rejected', 'AST_CAUSE_CALL_REJECTED|CALL_REJECTED'],
    [103, 'Parameter non-existent or not implemented', ''],
    [127, 'Interworking, unspecified', ''],
  ],
  programs: [['FreeSWITCH', [[52, 403, 'OUTGOING_CALL_BARRED']]]],
  classes: [['4', 'Request failure']],
  docs: [{ k: 'note', u: '/403/#vendor-teams', t: '510532', s: 'Teams, 403' }],
};
const finder = new Finder(data);
const first = (query: string) => finder.find(query)[0]?.path;

describe('codes and causes in any notation', () => {
  it.each([
    ['403', '/403/'],
    ['SIP/2.0 488 Not Acceptable Here', '/488/'],
    ['sip:486', '/486/'],
    ['4xx', '/4xx/'],
    ['0x403', '/403/'],
    ['0x91', '/q850/17/'],
    ['0x11', '/q850/17/'],
    ['DSS1 95', '/q850/21/'],
    ['0x3495', '/q850/21/'],
    ['cause 21', '/q850/21/'],
    ['cause 103', '/q850/103/'],
    ['cause 403', '/403/'],
    // Full-width digits, and a byte order mark that came along.
    ['４８６', '/486/'],
    ['\ufeff486\u200b', '/486/'],
    // Arabic and Persian digits.
    ['٤٨٦', '/486/'],
    ['۴۰۳ Forbidden', '/403/'],
    ['Reason: Q.850;cause=16;text="Normal"', '/q850/16/'],
    ['Reason: SIP;cause=486', '/486/'],
    ['AST_CAUSE_CALL_REJECTED', '/q850/21/'],
    ['-ERR GATEWAY_DOWN', '/503/'],
    ['PJSIP_SC_SERVICE_UNAVAILABLE', '/503/'],
    ['403/510532', '/403/#vendor-teams'],
    ['Got SIP response 503 "Service Unavailable" back from 198.51.100.146:5060', '/503/'],
    ['error-outbound-sip-403-forbidden', '/403/'],
    // What ISDN tools print.
    ['Cause i = 0x8090', '/q850/16/'],
    ['0x829118', '/q850/17/'],
    ['[08 02 81 90]', '/q850/16/'],
    ['Ext: 1  Cause: User busy (17)', '/q850/17/'],
    ['E0291', '/q850/17/'],
    ['CAUSE: 81 91', '/q850/17/'],
    ['DSS1 cause 91', '/q850/17/'],
    // Without a blank.
    ['SIP486', '/486/'],
    ['4O4', '/404/'],
    ['0x193', '/403/'],
    ['CAPI reason 3495', '/q850/21/'],
    ['Disconnect 3495', '/q850/21/'],
    ['service_unavailable', '/503/'],
    ['err404', '/404/'],
    ['503sip', '/503/'],
    ['17/0x11', '/q850/17/'],
    ['busyhere', '/486/'],
    ['486BusyHere', '/486/'],
    // Two octets, and hex with its mark behind it.
    ['80 91', '/q850/17/'],
    ['8291', '/q850/17/'],
    ['0x82 0x91', '/q850/17/'],
    ['E02 91', '/q850/17/'],
    ['80:91', '/q850/17/'],
    ['15h', '/q850/21/'],
    ['error 15h', '/q850/21/'],
    // Plurals, and verbs made of a code.
    ['getting 486s', '/486/'],
    ['our trunk 404ed', '/404/'],
    // What bears a number, beside a code.
    ['user 404 gets 403', '/403/'],
    ['ext 486 says 403', '/403/'],
    ['403 call barred', '/403/'],
    // The number of a process, what did not come, what was waited for.
    ['NOTICE[403]: Got SIP response 486 back', '/486/'],
    ['no 401, no 403, but a 486', '/486/'],
    ["expecting '401', got 486", '/486/'],
    ['expires=401 gives 403', '/403/'],
  ])('%s', (query, path) => expect(first(query)).toBe(path));
});

describe('numbers that are no codes', () => {
  it.each([
    'CSeq: 486 INVITE',
    'codec h486',
    'tone486',
    'm=audio 403 RTP/AVP 401 16',
    'HTTP/1.1 401 Unauthorised',
    'Call Ref: len= 2 (reference 17/0x11) (Originator)',
    'Protocol Discriminator: Q.931 (16)  len=17',
    ';tag=403',
    "Peer '5550142' is now unreachable! Last qualify: 17",
    'tcptls.c:486 tcptls_client_start: unable to connect',
    '"401" <sip:401@example.com>',
  ])('%s', (text) => expect(readNotations(text, { isCode: () => true, isCause: () => true })).toEqual([]));
  it('are no words either', () =>
    expect(withoutOtherNumbers('CSeq: 486 INVITE;expires=3600 403')).toBe('CSeq:   INVITE;expires=3600 403'));
});

// Address books put marks of direction round what is copied from them.
it.each(['40', '\u202a40\u202c', '40x', 'SIP 40x'])('the beginning of a code is completed: %j', (text) =>
  expect(finder.find(text).map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/400/', '/401/', '/403/', '/404/']),
  ),
);

it('a code that nobody registered loses a tie to a registered one', () => {
  const two = new Finder({
    ...data,
    codes: [
      [418, 'Bad Extension', '', '', 9, 1],
      [420, 'Bad Extension', '', '', 0],
    ],
  });
  expect(two.find('Bad Extension')[0]?.path).toBe('/420/');
});

describe('phrases', () => {
  it.each([
    ['busy here', '/486/'],
    ['bussy here', '/486/'],
    ['unauthorised', '/401/'],
    ['forbiden', '/403/'],
    ['stale date', '/403/'],
    ['not acceptable', '/606/'],
    ['no acceptable here', '/488/'],
    // Two words misspelt, one cut short.
    ['Requst Pendng', '/491/'],
    ['Serv Unavailable', '/503/'],
    ['service not available', '/503/'],
    // An unregistered number in front does not hide the phrase.
    ['419 Request Pending', '/491/'],
  ])('%s', (query, path) => expect(first(query)).toBe(path));
});

describe('what is no code', () => {
  const codes = (text: string) =>
    readNotations(text, { isCode: () => true, isCause: () => false })
      .filter(({ kind }) => kind === 'code')
      .map(({ value }) => value);
  it.each([
    ['198.51.100.146:5060', []],
    ['call drops after 900 seconds', []],
    ['100rel required', []],
    ['+15550142 called 5550199', []],
    ['200 ms', []],
    ['300 phones lost registration', []],
    ['100 users and 200 lines', []],
    // Speech, as a bearer capability has it, is no cause.
    ['80 90 a3', []],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('of several responses, the one at the end of the way is asked about', () => {
  it.each([
    ['100 Trying, after a while forbidden', '/403/'],
    ['403 after a 401', '/403/'],
    ['401 first, then 403', '/403/'],
    ['a NOTIFY with 200 OK gets 491', '/491/'],
  ])('%s', (query, path) => expect(first(query)).toBe(path));
});

describe('a phrase names its page as the number does', () => {
  const cases = new Finder(data);
  cases.addSymptoms([
    { k: 'case', u: '/486/#talking', t: 'The line rings on', w: 'phone' },
    { k: 'case', u: '/403/#ringing', t: 'The phone rings on', w: '' },
  ]);
  const best = (query: string) => cases.find(query).find(({ kind }) => kind === 'case')?.path;
  it.each([
    ['phone rings on', '/403/#ringing'],
    ['phone rings on, busy here', '/486/#talking'],
    // Where a number is named, the phrase is none: it is what the number is called, or a translation of it.
    ['403 busy here, phone rings on', '/403/#ringing'],
  ])('%s', (query, path) => expect(best(query)).toBe(path));
});

it('a warn-code with its own text is no response code', () => {
  const warned = new Finder({
    ...data,
    docs: [
      {
        k: 'warning',
        u: '/warning/#warning-305',
        t: 'Warning 305 Incompatible media format',
        s: '488, 606',
      },
    ],
  });
  const paths = (query: string) => warned.find(query).map(({ path }) => path);
  expect(paths('305 Incompatible media format').slice(0, 2)).toEqual(['/warning/#warning-305', '/488/']);
  expect(paths('305 Use Proxy')[0]).toBe('/305/');
  expect(paths('SIP/2.0 302 Moved, Warning: 305 gw.example.com')[0]).toBe('/warning/#warning-305');
});

describe('a cause that Q.850 does not have', () => {
  const listed = new Finder({ ...data, docs: [{ k: 'page', u: '/q850/', t: 'Q.850 causes' }] });
  const answers = (query: string) => listed.find(query).map(({ path, why }) => [path, why]);

  it('leads to what a program means by it, then to the list', () =>
    expect(answers('cause 52')).toEqual([
      ['/403/', 'FreeSWITCH’s cause 52 is OUTGOING_CALL_BARRED'],
      ['/q850/#not-in-q850', '52 is no cause of Q.850'],
    ]));
  it('is found by its name', () => expect(first('OUTGOING_CALL_BARRED')).toBe('/403/'));
  it('leads to the list where nobody has it', () =>
    expect(answers('cause 11')).toEqual([['/q850/#not-in-q850', '11 is no cause of Q.850']]));
  it('leads to the list where no cause is known', () =>
    expect(answers('hangup_cause: 0')).toEqual([['/q850/#not-in-q850', '0 is no cause of Q.850']]));
});

describe('an unregistered number', () => {
  it('leads to its page, then to the code it is treated as', () => {
    expect(finder.find('499').slice(0, 2)).toMatchObject([
      {
        path: '/499/',
        title: '499 Not registered',
        exact: true,
        gist: expect.stringMatching(/^Treat it as 400/),
      },
      { path: '/400/', exact: false },
    ]);
  });
  it('leads to its page with words that say what it is, too', () => {
    for (const query of [
      'SIP error code 499',
      '499 Client Closed',
      '499 client closed',
      '499: Client Closed',
    ])
      expect(finder.find(query).slice(0, 2)).toMatchObject([{ path: '/499/' }, { path: '/400/' }]);
    expect(finder.find('112 does not work')[0]?.exact).toBe(false);
  });
  it('is below what the words beside it say', () => expect(first('419 Request Pending')).toBe('/491/'));
  it('stands for itself where SIP has no class', () =>
    expect(finder.find('799')).toMatchObject([{ path: '/799/', title: '799 Not registered' }]));
});

it('reads only the start of what is far too long to be a query', () => {
  expect(finder.find(`${'x'.repeat(5000)} 403`)).toEqual([]);
});

describe('places are found by all their words together', () => {
  const places = new Finder(data);
  places.addSymptoms([
    { k: 'code', u: '/403/', t: '403 Forbidden', w: 'refus' },
    { k: 'case', u: '/403/#no-credit', t: 'The account has no credit', w: 'balanc|prepaid empti' },
    { k: 'case', u: '/403/#barred', t: 'The number is barred', w: 'premium' },
    { k: 'case', u: '/486/#talking', t: 'The line is engaged', w: '' },
  ]);
  places.addLines({
    shown: ['', '', 'destination-group blocked', ''],
    signs: {
      words: { incoming: 'from outsid|incom' },
      fits: packTexts([[], [], ['incoming'], []]),
      against: packTexts([[], ['incoming'], [], []]),
    },
    own: [],
    vendors: [['/486/', 'Line in use']],
  });
  places.addGists({
    gists: ['', 'Charged calls fail, internal calls work.', '', ''],
    actors: ['', 'Account holder'],
    acts: [0, 1, 0, 0],
  });
  places.addTexts({
    said: packTexts([[], ['account', 'monei'], ['abroad'], []]),
    heard: packTexts([[], ['recharg'], ['abroad', 'cuba'], []]),
    reported: packTexts([[], [], [], []]),
    // For each place, words by their steps: none, one, two, three.
    asked: packTexts([
      ...Array.from({ length: 7 }, () => []),
      ['paus'],
      [],
      [],
      ['paus'],
      [],
      [],
      [],
      [],
      [],
    ]),
  });
  places.addLanguages({ list: [['guthaben', 'credit']], fillers: '', texts: [] });
  const paths = (query: string) => places.find(query).map(({ path }) => path);

  it('the words of a sentence lead to the case that has most of them, its line is the gist', () => {
    const [best] = places.find('charged calls refused although the account has money');
    expect(best).toMatchObject({
      path: '/403/#no-credit',
      gist: 'Charged calls fail, internal calls work.',
      acts: 'Account holder',
    });
  });
  it('a word that people ask with leads to where it stands out most', () =>
    expect(paths('pause').slice(0, 2)).toEqual(['/403/#no-credit', '/403/#barred']));
  it('a word that none of them has may be of another language', () =>
    expect(
      ['credit 403', 'Guthaben', 'balan', 'what is a guthaben'].map((query) => places.mayBeForeign(query)),
    ).toEqual([false, true, false, false]));
  it('a vendor’s text leads to the code it comes with', () => expect(paths('line in use')[0]).toBe('/486/'));
  it('a code in the query has its page first and then its cases', () =>
    expect(paths('403 abroad').slice(0, 2)).toEqual(['/403/', '/403/#barred']));
  it('what people say who have a case leads to it, and is not shown', () => {
    const [best] = places.find('cannot reach Cuba');
    expect(best).toMatchObject({ path: '/403/#barred', why: '' });
  });
  it('a sign that the query names decides between cases that share as many words with it', () => {
    const scores = (query: string) =>
      Object.fromEntries(places.find(query).map(({ path, score }) => [path, score]));
    const [with_, without] = [scores('account abroad incoming'), scores('account abroad zebra')];
    const gained = (path: string) => (with_[path] ?? 0) - (without[path] ?? 0);
    expect(gained('/403/#barred')).toBeGreaterThan(gained('/403/#no-credit'));
  });
  it('a line that the case shows leads to it', () =>
    expect(paths('destination-group blocked')[0]).toBe('/403/#barred'));
  it('German words are read', () => expect(paths('kein Guthaben')[0]).toBe('/403/#no-credit'));
  it('“no” alone is no match', () => expect(paths('no xylophone')).not.toContain('/403/#no-credit'));
  it('transposed letters and words written as one are read', () => {
    expect(paths('blaance')[0]).toBe('/403/#no-credit');
    expect(paths('prepaidempty')[0]).toBe('/403/#no-credit');
  });

  it('the card of a page has the cases that fit first, then the most common ones', () =>
    expect(places.topCases('/403/', '403 premium', 2).map(({ path }) => path)).toEqual([
      '/403/#barred',
      '/403/#no-credit',
    ]));

  it('rankCases names the cases of one page that share a word with what is said', () => {
    expect(places.rankCases('/403/', 'abroad, account, balance').map(({ path }) => path)).toEqual([
      '/403/#no-credit',
      '/403/#barred',
    ]);
    expect(places.rankCases('/403/', 'engaged')).toEqual([]);
  });
  it('the number and the name of a page do not tell its cases apart', () => {
    for (const text of ['SIP/2.0 403 Forbidden', 'SIP 403', 'forbidden 403 qwertz'])
      expect(places.rankCases('/403/', text)).toEqual([]);
    expect(places.rankCases('/403/', '403 abroad').map(({ path }) => path)).toEqual(['/403/#barred']);
  });

  it('of cases that fit alike, the one that stands first on its page is met more', () => {
    places.addSymptoms([
      { k: 'case', u: '/404/#first', t: 'Handset lifted', w: 'cradl' },
      { k: 'case', u: '/404/#second', t: 'Handset lifted', w: 'cradl' },
    ]);
    expect(paths('cradle').indexOf('/404/#first')).toBeLessThan(paths('cradle').indexOf('/404/#second'));
  });
});

it('of cases that fit alike, that of the copy comes first', () => {
  const first = (own: number[]) => {
    const finder = new Finder(data);
    finder.addSymptoms(
      ['one', 'two'].map((id) => ({ k: 'case', u: `/403/#${id}`, t: 'The tariff forbids it', w: '' })),
    );
    const none = packTexts([[], []]);
    finder.addLines({
      shown: ['', ''],
      signs: { words: {}, fits: none, against: none },
      own,
      vendors: [],
    });
    return finder.find('tariff')[0]?.path;
  };
  expect([first([]), first([1])]).toEqual(['/403/#one', '/403/#two']);
});
