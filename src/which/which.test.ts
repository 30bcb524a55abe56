import { describe, expect, it } from 'vitest';
import type { SignData } from '../content/schemas/signs.ts';
import { questionsOf } from './questions.ts';
import { rankCases } from './rank.ts';
import { readTicks, writeTicks } from './state.ts';
import { type CaseText, CaseWords, commonWords } from './words.ts';

const sign = (id: string, more: Partial<SignData> = {}): [string, SignData] => [
  id,
  { id, group: 'When', ask: `Is it ${id}`, words: [id], trace: 'It is in the trace.', seen: 'both', ...more },
];
const signs = new Map([
  sign('register'),
  sign('login'),
  sign('no-login', { opposite: 'login' }),
  sign('outgoing', { weak: true }),
  sign('reason', { value: 'q850-cause' }),
]);
const cases = [
  { id: 'password', signs: ['register', 'login'], against: [] },
  { id: 'credit', signs: ['outgoing'], against: ['register'] },
  { id: 'address', signs: ['register', 'no-login'], against: [] },
  { id: 'far', signs: ['reason:21'], against: ['register'] },
];
const isWeak = (name: string) => Boolean(signs.get(name)?.weak);
const order = (ticked: string[], said = new Map()) =>
  rankCases(cases, ticked, said, isWeak).map(({ id, rank }) => `${rank} ${id}`);

describe('questions of a page', () => {
  const { shown } = questionsOf(cases, signs);
  it('begin with the one that separates most', () => expect(shown[0]?.name).toBe('register'));
  it('ask opposites as one question', () =>
    expect(shown.filter(({ no }) => no)).toEqual([{ name: 'login', ask: 'Is it login', no: 'no-login' }]));
  it('put a weak sign last', () => expect(shown.at(-1)?.name).toBe('outgoing'));
  it('name the number of a sign that has one', () =>
    expect(shown.map(({ ask }) => ask)).toContain('Reason header with Q.850 cause 21'));
});

describe('order of the cases', () => {
  it('is that of the page, all equal, where nothing is said', () =>
    expect(order([])).toEqual(['1 password', '1 credit', '1 address', '1 far']));
  it('shows ties as ties', () =>
    expect(order(['register'])).toEqual(['1 password', '1 address', '3 credit', '3 far']));
  it('follows two signs together', () => expect(order(['register', 'no-login'])[0]).toBe('1 address'));
  it('lets words and signs work together', () => {
    const said = new Map([['far', { share: 0.6, found: ['x'] }]]);
    expect(order(['outgoing'], said)[0]).toBe('1 far');
  });
  it('puts the case whose own sign is seen first, and one whose sign is not seen below the others', () => {
    const said = new Map([['credit', { share: 0.5, found: ['x'] }]]);
    const by = (own: [string, boolean][]) =>
      rankCases(cases, ['register'], said, isWeak, new Map(own)).map(({ id }) => id);
    expect(by([['far', true]])[0]).toBe('far');
    expect(by([['credit', false]]).at(-1)).toBe('credit');
  });
  it('names a case only where something that separates speaks for it, and nothing against', () => {
    const speaking = (ticked: string[], said = new Map()) =>
      rankCases(cases, ticked, said, isWeak).flatMap(({ id, speaks }) => (speaks ? [id] : []));
    expect(speaking(['outgoing'])).toEqual([]);
    expect(speaking(['register', 'reason:21'])).toEqual(['password', 'address']);
    expect(speaking([], new Map([['far', { share: 0.05, found: ['x'] }]]))).toEqual([]);
  });
  it('puts what is met more often first among cases that lie close', () => {
    const said = new Map([
      ['far', { share: 0.6, found: ['x'] }],
      ['password', { share: 0.58, found: ['x'] }],
    ]);
    expect(order([], said).slice(0, 2)).toEqual(['1 password', '2 far']);
    expect(order(['reason:21'], said)[0]).toBe('1 far');
  });
  it('says what fits and what speaks against', () => {
    const far = rankCases(cases, ['register', 'reason:21'], new Map(), isWeak).find(({ id }) => id === 'far');
    expect(far).toMatchObject({ fits: ['reason:21'], against: ['register'] });
  });
});

describe('words of a reader', () => {
  const text = (id: string, more: Partial<CaseText>): CaseText => ({
    id,
    says: '',
    words: '',
    title: '',
    sign: '',
    seen: '',
    text: '',
    ...more,
  });
  const words = new CaseWords({
    cases: [
      text('credit', { words: 'top up; insufficient balance', text: 'The provider rates the call.' }),
      text('password', { says: 'Wrong password', text: 'The provider checks the login.' }),
      text('address', { text: 'The provider knows the address. The balance of routes matters.' }),
    ],
    common: [],
  });
  const best = (said: string) => [...words.match(said)].sort(([, a], [, b]) => b.share - a.share)[0]?.[0];
  it('count most in what people say, least in running text', () =>
    expect(best('balance is low')).toBe('credit'));
  it('find a line that a program printed', () => expect(best('[WARN] Wrong password')).toBe('password'));
  it('tell nothing where no case knows them', () => expect(words.match('zebra crossing').size).toBe(0));
  it('tell nothing where any report has them, or they are the name of the page', () => {
    const page = new CaseWords(
      {
        cases: [
          text('no-route', { says: 'No route, not found' }),
          text('gone', { says: 'Ended without a reason' }),
        ],
        common: [],
      },
      '404 Not Found',
    );
    expect(page.match('404 Not Found, no use without help').size).toBe(0);
  });
  it('are shown as they were typed, and those that no case knows are named', () => {
    expect(words.match('Balances: low').get('credit')?.found).toEqual(['Balances']);
    expect(words.unknown('ACK_LOST after the pre-paid balance, 31404.')).toEqual(['ACK_LOST', 'pre-paid']);
  });
  it('are one word or two, as the page knows them', () => {
    expect(words.match('WrongPassword').get('password')?.found).toEqual(['WrongPassword']);
    expect(words.unknown('WrongPassword, LiveKit')).toEqual(['LiveKit']);
  });
  it('leave out what stands in any line of a log', () => {
    const line = 'SIP/2.0 from 192.0.2.7:5060 via [2001:db8::1]: Wrong password, try 2';
    expect(words.match(line).get('password')?.found).toEqual(['Wrong', 'password']);
    expect(words.unknown(line)).toEqual(['via']);
  });
  it('count less where the cases of all pages use them', () => {
    const cases = [text('one', { text: 'phone' }), text('other', { text: 'gatekeeper' })];
    const [common = []] = commonWords([
      cases.map((one) => one.text),
      Array.from({ length: 40 }, () => 'phone'),
    ]);
    const match = new CaseWords({ cases, common }).match('phone gatekeeper');
    expect(match.get('one')?.share ?? 0).toBeLessThan(match.get('other')!.share / 2);
  });
});

describe('the address', () => {
  it('keeps what is ticked, and reads only what the page knows', () => {
    const hash = writeTicks(['login', 'reason:21']);
    expect(hash).toBe('#which?seen=login,reason:21');
    expect(readTicks(hash, new Set(['login', 'register']))).toEqual(['login']);
  });
  it('with half an escape is read as far as it can be', () =>
    expect(readTicks('#which?seen=login,%E0%A4', new Set(['login']))).toEqual(['login']));
  it('is that of the section where nothing is', () => expect(writeTicks([])).toBe('#which'));
});
