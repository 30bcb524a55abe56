import { expect, it } from 'vitest';
import { KnownWords } from './known-words.ts';
import { terms } from './text.ts';

it.each(['registraton', 'regsitration', 'registratoin'])('%s is the word that it is nearly', (typed) => {
  const words = new KnownWords();
  words.add(terms('registration regular regional'));
  expect(words.read(terms(typed), false)[0]?.known.map(([word]) => word)).toEqual(terms('registration'));
});

it('two words that were written as one are both, a “no” in front too', () => {
  const words = new KnownWords();
  words.add(['no', ...terms('audio credit')]);
  const read = (typed: string) => words.read(terms(typed), false).map(({ word }) => word);
  expect(read('audiocredit')).toEqual(terms('audio credit'));
  expect(read('noaudio')).toEqual(['no', ...terms('audio')]);
});
