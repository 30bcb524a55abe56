import { expect, it } from 'vitest';
import { copiedName, isCopied, ticketOf } from './copied.ts';

it('pages and cases are copied, a search is not', () => {
  expect(isCopied({ path: '/403/#no-credit', title: 'No credit' })).toBe(true);
  expect(isCopied({ path: '/search/#q=busy', title: 'Search all pages for “busy”' })).toBe(false);
  expect(isCopied({ path: '/decode/', title: 'Explain all 3 lines', handOver: 'a' })).toBe(false);
});

it('is called by its number and its name', () =>
  expect(copiedName({ path: '/403/', title: '403 Forbidden' })).toBe('403 Forbidden'));

const phrase = 'Forbidden';

it('the ticket text of a code has its meaning and its permalink', () =>
  expect(
    ticketOf(
      { path: '/403/', title: '403 Forbidden' },
      { url: 'https://example.com/403/', gist: 'Refused.', phrase },
    ),
  ).toBe('403 Forbidden\nRefused.\nhttps://example.com/403/'));

it('that of a case has the code, the case and its own permalink', () =>
  expect(
    ticketOf(
      { path: '/403/#no-credit', title: 'No credit', beside: '403 Forbidden' },
      { url: 'https://example.com/403/#no-credit', gist: 'Only charged calls fail.', phrase },
    ),
  ).toBe(
    '403 Forbidden: No credit\nHow to tell: Only charged calls fail.\nhttps://example.com/403/#no-credit',
  ));

it('that of a case of a cause has the cause', () =>
  expect(
    ticketOf(
      { path: '/q850/17/#pbx', title: 'A PBX said busy' },
      { url: 'https://example.com/q850/17/#pbx', gist: '', phrase: '' },
    ),
  ).toBe('Q.850 cause 17: A PBX said busy\nhttps://example.com/q850/17/#pbx'));
