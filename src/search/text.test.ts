import { expect, it } from 'vitest';
import { normalise, terms } from './text.ts';

it.each([
  ['połączenie', 'polaczenie'],
  ['ÇAĞRI REDDEDİLDİ', 'cagri reddedildi'],
  ['geïnitieerd', 'geinitieerd'],
])('%s is found as keyboards without its letters write it', (text, plain) =>
  expect(normalise(text)).toBe(plain),
);

it('a part of a text without blanks is found', () => {
  const text = terms('呼叫失败，用户忙 (486)');
  expect(text).toEqual(expect.arrayContaining([...terms('用户忙'), '486']));
  expect(normalise(normalise('お客様が通話中です'))).toBe(normalise('お客様が通話中です'));
});

it('vowel signs stay with their letters', () => expect(normalise('व्यस्त है')).toBe('व्यस्त है'));

it.each([
  ['outbound certs', 'outgoing certificates'],
  ['intl', 'international'],
])('“%s” is “%s”', (one, other) => expect(terms(one)).toEqual(terms(other)));
it.each([
  ['international', 'internal'],
  ['business', 'busy'],
  ['one direction', 'one direct'],
])('“%s” is not “%s”', (one, other) => expect(terms(one)).not.toEqual(terms(other)));
