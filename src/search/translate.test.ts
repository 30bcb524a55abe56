import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { model } from '../content/model.ts';
import { Finder } from './finder.ts';
import { languages, lookupData, placeLines, placeTexts, symptomDocs } from './index-build.ts';
import { plainPhrase, Translator } from './translate.ts';

const few = new Translator();
few.add({
  list: [
    ['rufnummer|nummer', 'number', 'numero'],
    ['gesperrt|sperre', 'barred', ''],
    ['nicht erreichbar', 'unavailable', 'no disponible|indisponible'],
    ['storung|stoerung', 'fault', ''],
    ['', 'does not exist', 'existe'],
    ['', 'user', 'utente'],
    ['', 'cut off', 'se desconect*|descolg*'],
  ],
  fillers: 'die der ist el la le pas',
});

it('tells which words of another language are not translated; of English, none is', () => {
  expect(few.left('Die Rufnummer ist unbekannt')).toEqual(['die', 'ist', 'unbekannt']);
  expect(few.left('the line is dead')).toEqual(['the', 'line', 'is', 'dead']);
});

describe('German words', () => {
  it.each([
    ['Die Rufnummer ist gesperrt', 'number barred'],
    // What the list does not have is left out: it would be taken for English.
    ['Teilnehmer nicht erreichbar', 'unavailable'],
    // A longer word that begins or ends with one of the list, and umlauts written as people type them.
    ['Rufnummernblock', 'number'],
    ['Stoerung', 'fault'],
    ['STÖRUNG', 'fault'],
  ])('%s', (text, words) => expect(few.translate(text)).toBe(words));
  it('are looked for in vain in English, which stays as it is', () =>
    expect(few.translate('Die, said the BYE')).toBe('Die, said the BYE'));
  it('in an English sentence are English, or a quotation', () =>
    expect(few.translate('what does Störung mean when the phone shows it')).toBe(
      'what does Störung mean when the phone shows it',
    ));
});

it('a word that stands on our pages is kept, and does not stay beside what it means', () =>
  expect(few.translate('Rufnummer gesperrt pjsip', () => true)).toBe('number barred pjsip'));

it.each([
  ['Rufnummer gesperrt', true],
  ['Rufnummer gesperrt pjsip', false],
  ['call drops', false],
])('%s is of another language: %s', (text, is) => expect(few.isForeign(text)).toBe(is));

describe('words of other languages', () => {
  it.each([
    ['Número no disponible', 'number unavailable'],
    ['El número no está disponible', 'number unavailable'],
    // Words that French and Italian tie to the next one.
    ['Le numéro n’existe pas', 'number does not exist'],
    ["dell'utente", 'user'],
    // Any ending, alone and in a phrase.
    ['descolgada', 'cut off'],
    ['la llamada se desconectó', 'cut off'],
  ])('%s', (text, words) => expect(few.translate(text)).toBe(words));
  it('are no part of a longer word: that may be English', () =>
    expect(few.translate('numerous 503s')).toBe('numerous 503s'));
});

it('a phrase of the list is read as a query is', () =>
  expect(['Störung*', 'no está disponibl*', "l'appel*"].map(plainPhrase)).toEqual([
    'storung*',
    'no disponibl*',
    'appel*',
  ]));

const all = new Translator();
all.add(languages(model()));

it('no word of the vocabulary changes an English query', () => {
  const asked = ['queries.json', 'queries-field.json'].flatMap((file) => {
    const text = readFileSync(new URL(`../../tests/bench/${file}`, import.meta.url), 'utf8');
    return (JSON.parse(text) as { query: string }[]).map(({ query }) => query);
  });
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((query) => all.translate(query) !== query)).toEqual([
    'Rufnummer unbekannt',
    'La telefonia via Internet è fallita. Causa: Not Acceptable Here (488)',
    'Internettelefonie war nicht erfolgreich. Ursache: (408)',
    'Rufweitervermittlung erfolglos. 429 Provide Referrer Identity',
  ]);
});

it('what people say in other languages is not sent a second time, beside what it means', () => {
  const words = symptomDocs(model()).flatMap(({ w }) => w?.split('|') ?? []);
  expect(words).toContain('busi user');
  expect(words).not.toContain('falsch passwort');
});

describe('the words of other languages are asked for', () => {
  const finder = new Finder(lookupData(model()));
  finder.addSymptoms(symptomDocs(model()));
  finder.addLines(placeLines(model()));
  finder.addTexts(placeTexts(model()));
  it.each([
    'telefon klingelt nicht bei eingehenden anrufen',
    'il telefono non squilla chiamate in arrivo',
    'llamadas entrantes no suenan pero las salientes funcionan',
    'o telefone não toca',
    'la communication coupe au bout de 30 secondes',
    'geluid maar aan een kant',
    'połączenie przerywa po 30 sekundach',
    'нет звука в одну сторону',
    'numara kullanılmıyor',
    'Zugangsdaten ungültig',
  ])('for %s', (query) => expect(finder.mayBeForeign(query)).toBe(true));
  it.each([
    'call drops after 30 seconds',
    '403 no credit',
    'phone does not ring on incoming calls',
    'no audio',
    '486 busy here',
  ])('not for %s', (query) => expect(finder.mayBeForeign(query)).toBe(false));
});
