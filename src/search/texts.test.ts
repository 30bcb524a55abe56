import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthsOf, packTexts, type TextsFile, unpackedPlaces, unpackTexts } from './texts.ts';

const unpack = (file: TextsFile) =>
  unpackTexts(file).map(([stem, list]) => [stem, unpackedPlaces(list)] as const);

it('what is packed comes back: every word with its places', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/)), { maxLength: 3000 }), (texts) => {
      const packed = packTexts(texts);
      const back = unpack(packed);
      const pairs = texts.flatMap((stems, place) => [...new Set(stems)].map((stem) => `${stem} ${place}`));
      expect(back.flatMap(([stem, places]) => places.map((place) => `${stem} ${place}`)).sort()).toEqual(
        pairs.sort(),
      );
      expect([...lengthsOf(packed, texts.length)]).toEqual(texts.map((stems) => new Set(stems).size));
    }),
    { numRuns: 30 },
  ));

it('a word that most places have is left out', () =>
  expect(unpack(packTexts([['phone', 'lost'], ['phone'], ['phone']], 0.5))).toEqual([['lost', [0]]]));
