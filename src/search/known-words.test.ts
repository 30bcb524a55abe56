import { expect, it } from 'vitest';
import { KnownWords } from './known-words.ts';
import { terms } from './text.ts';

it.each(['registraton', 'regsitration', 'registratoin'])('%s is the word that it is nearly', (typed) => {
  const words = new KnownWords();
  words.add(terms('registration regular regional'));
  expect(words.read(terms(typed), false)[0]?.known.map(([word]) => word)).toEqual(terms('registration'));
});
