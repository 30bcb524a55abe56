import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeSchema } from '../content/schemas/own.ts';
import {
  contrast,
  grounds,
  leastContrast,
  ownTokens,
  readable,
  readPalette,
  textColours,
  themes,
} from './palette.ts';

const palette = readPalette(readFileSync('src/styles/theme.css', 'utf8'));

it('every colour that a copy may change is found in the stylesheet', () =>
  expect(Object.keys(palette).sort()).toEqual(Object.keys(themeSchema.shape).sort()));

it('every text of the site can be read on both grounds in both themes', () => {
  const pale = themes.flatMap((theme) =>
    textColours.flatMap((text) =>
      grounds
        .filter((ground) => contrast(palette[text][theme], palette[ground][theme]) < leastContrast)
        .map((ground) => `${text} on ${ground}, ${theme}`),
    ),
  );
  expect(pale).toEqual([]);
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The grey that WCAG's own examples give as the palest on white.
    ['#767676', '#ffffff', 4.54],
  ])('of %s and %s', (one, other, ratio) => expect(contrast(one, other)).toBeCloseTo(ratio, 2));
});

it('a colour that is too pale is darkened no more than it must be', () => {
  const better = readable('#7fd8c8', ['#ffffff', '#f3f1ea']) ?? '';
  expect(contrast(better, '#f3f1ea')).toBeGreaterThanOrEqual(leastContrast);
  expect(contrast(better, '#f3f1ea')).toBeLessThan(5);
});

it('a copy that changes one theme keeps the other', () =>
  expect(ownTokens(palette, { link: { light: '#0b5c53' }, 'class-4': { dark: '#ffffff' } })).toBe(
    [
      `@theme { --color-link: light-dark(#0b5c53, ${palette.link.dark}); }`,
      `@layer theme { .c4 { --class: light-dark(${palette['class-4'].light}, #ffffff); } }`,
    ].join('\n'),
  ));
