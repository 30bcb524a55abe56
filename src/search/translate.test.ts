import { describe, expect, it } from 'vitest';
import { Translator } from './translate.ts';

const german = new Translator();
german.add([
  ['Rufnummer|Nummer', 'number'],
  ['gesperrt|Sperre', 'barred'],
  ['nicht erreichbar', 'unavailable'],
  ['Störung', 'fault'],
]);

describe('German words', () => {
  it.each([
    ['Die Rufnummer ist gesperrt', 'number barred'],
    ['Teilnehmer nicht erreichbar', 'unavailable teilnehmer'],
    // A longer word that begins or ends with one of the list, and umlauts written as people type them.
    ['Rufnummernblock', 'number'],
    ['Stoerung', 'fault'],
    ['STÖRUNG', 'fault'],
  ])('%s', (text, words) => expect(german.translate(text)).toBe(words));
  it('are looked for in vain in English, which stays as it is', () =>
    expect(german.translate('Die, said the BYE')).toBe('Die, said the BYE'));
});
