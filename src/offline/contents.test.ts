import { expect, it } from 'vitest';
import { insteadOf, isKept } from './contents.ts';

it('keeps what pages ask for, not what is for other sites, programs or spreadsheets', () => {
  const names = [
    '_astro/a.js',
    'which/403.json',
    'pagefind/wasm.en.pagefind',
    'pagefind/fragment/en_1.pf_fragment',
  ];
  expect(names.filter((name) => !isKept(name))).toEqual([]);
  const others = [
    '403/card.png',
    '403.json',
    'codes.csv',
    '_astro/a.js.br',
    'embed/v1/403.json',
    'pagefind/pagefind-ui.js',
  ];
  expect(others.filter((name) => isKept(name))).toEqual([]);
});

it('keeps pages with a text of their own', () => {
  expect(isKept('403/index.html', '<h1>403')).toBe(true);
  expect(isKept('499/index.html', '<main data-unregistered>')).toBe(false);
  expect(isKept('403/no-credit/index.html', '<meta http-equiv="refresh">')).toBe(false);
});

it('leads pages that are not kept to the one that says it', () => {
  const isPage = (path: string) => ['/403/', '/4xx/', '/q850/21/'].includes(path);
  expect(insteadOf('/403/no-credit/', isPage)).toBe('/403/#no-credit');
  expect(insteadOf('/q850/21/barred', isPage)).toBe('/q850/21/#barred');
  expect(insteadOf('/499/', isPage)).toBe('/4xx/');
  expect(insteadOf('/899/', isPage)).toBe('/offline/');
  expect(insteadOf('/no-such-page/', isPage)).toBe('/offline/');
});
