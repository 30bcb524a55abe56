import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTexts, unpackTexts } from './texts.ts';

it('what is packed comes back: every word with its places', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/)), { maxLength: 3000 }), (texts) => {
      const back = unpackTexts(packTexts(texts));
      const pairs = texts.flatMap((stems, place) => [...new Set(stems)].map((stem) => `${stem} ${place}`));
      expect(back.flatMap(([stem, places]) => places.map((place) => `${stem} ${place}`)).sort()).toEqual(
        pairs.sort(),
      );
    }),
    { numRuns: 30 },
  ));

it('a word that most places have is left out', () =>
  expect(unpackTexts(packTexts([['phone', 'lost'], ['phone'], ['phone']], 0.5))).toEqual([['lost', [0]]]));
