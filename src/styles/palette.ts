/** The colours of the site: those of theme.css, and those that a copy puts in their place (content/own/theme.yaml). */
import type { ColourName, ThemeData } from '../content/schemas/own.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
/** Each colour as `#rrggbb`, in both themes. */
export type Palette = Record<ColourName, Record<Theme, string>>;

/** The colours that a stylesheet of tokens (theme.css) gives. */
export function readPalette(css: string): Palette {
  const colours = [
    ...css.matchAll(/--color-(\w+): light-dark\((#\w{6}), (#\w{6})\)/g),
    ...[...css.matchAll(/\.c(\d) \{\s*--class: light-dark\((#\w{6}), (#\w{6})\)/g)].map(
      ([whole, digit, ...pair]) => [whole, `class-${digit}`, ...pair],
    ),
  ];
  return Object.fromEntries(colours.map(([, name, light, dark]) => [name, { light, dark }])) as Palette;
}

/** The colours of a copy. */
export function ownPalette(palette: Palette, theme: ThemeData): Palette {
  return Object.fromEntries(
    Object.entries(palette).map(([name, pair]) => [name, { ...pair, ...theme[name as ColourName] }]),
  ) as Palette;
}

/** Tokens of a copy, to stand behind those of theme.css. */
export function ownTokens(palette: Palette, theme: ThemeData): string {
  const own = Object.entries(ownPalette(palette, theme)).filter(([name]) => theme[name as ColourName]);
  const value = ({ light, dark }: Record<Theme, string>) => `light-dark(${light}, ${dark})`;
  const [classes, tokens] = [true, false].map((isClass) =>
    own.filter(([name]) => name.startsWith('class-') === isClass),
  ) as [typeof own, typeof own];
  return [
    tokens.length &&
      `@theme { ${tokens.map(([name, pair]) => `--color-${name}: ${value(pair)};`).join(' ')} }`,
    classes.length &&
      `@layer theme { ${classes.map(([name, pair]) => `.c${name.slice(6)} { --class: ${value(pair)}; }`).join(' ')} }`,
  ]
    .filter(Boolean)
    .join('\n');
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What WCAG asks of text at level AA. */
export const leastContrast = 4.5;

/** The colour nearest to one, towards black or white, that can be read on every ground; undefined where none can. */
export function readable(colour: string, grounds: readonly string[]): string | undefined {
  for (let step = 1; step <= 100; step += 1)
    for (const end of [0, 255]) {
      const mixed = channels(colour).map((value) => Math.round(value + ((end - value) * step) / 100));
      const text = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
      if (grounds.every((ground) => contrast(text, ground) >= leastContrast)) return text;
    }
  return undefined;
}

/** Colours that text has, each on both grounds. */
export const textColours = [
  'ink',
  'soft',
  'link',
  'class-1',
  'class-2',
  'class-3',
  'class-4',
  'class-5',
  'class-6',
] as const satisfies ColourName[];
export const grounds = ['paper', 'raised'] as const satisfies ColourName[];
