/** Colours that a copy chooses (content/own/theme.yaml) can be read in both themes: WCAG AA, with those of upstream that it keeps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contrast,
  grounds,
  leastContrast,
  ownPalette,
  readable,
  readPalette,
  textColours,
  type Theme,
  themes,
} from '../../styles/palette.ts';
import type { Model } from '../model.ts';
import type { ColourName } from '../schemas/own.ts';
import { at, type Problem } from './problem.ts';

const tokens = join(import.meta.dirname, '../../styles/theme.css');

/** Down, so that what falls short is not rounded up to what is asked. */
const shown = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

interface Pale {
  chosen: ColourName;
  mode: Theme;
  name: ColourName;
  colour: string;
  ground: ColourName;
  /** Contrast of the two. */
  ratio: number;
}

export function checkColours({ content, theme }: Model): Problem[] {
  const entry = content.theme;
  if (!entry) return [];
  const palette = ownPalette(readPalette(readFileSync(tokens, 'utf8')), theme);
  /** What is pale at each value that the copy chose: a text, or a ground put below upstream’s text. */
  const pale = new Map<string, Pale[]>();
  for (const mode of themes)
    for (const name of textColours) {
      const colour = palette[name][mode];
      const [worst] = grounds
        .map((ground) => ({ ground, ratio: contrast(colour, palette[ground][mode]) }))
        .sort((a, b) => a.ratio - b.ratio);
      if (!worst || worst.ratio >= leastContrast) continue;
      const chosen = [name, worst.ground].find((one) => theme[one]?.[mode]);
      if (!chosen) continue;
      const key = `${chosen} ${mode}`;
      pale.set(key, [...(pale.get(key) ?? []), { chosen, mode, name, colour, ...worst }]);
    }
  return [...pale.values()].flatMap((list) => {
    const [worst, ...others] = list.sort((a, b) => a.ratio - b.ratio);
    if (!worst) return [];
    const { chosen, mode, name, colour, ground, ratio } = worst;
    const better = readable(
      colour,
      grounds.map((one) => palette[one][mode]),
    );
    const what = others.length
      ? `${name} and ${others.length} ${others.length > 1 ? 'others' : 'other'}`
      : name;
    const mend =
      chosen === ground
        ? `choose a ${ground} nearer to upstream’s, or colours for what stands on it`
        : better
          ? `write ${better} for ${name}`
          : 'choose paper and raised that are both light or both dark';
    return [
      at(
        entry,
        [chosen, mode],
        `${chosen === ground ? `makes ${what} hard to read: ` : ''}${name} ${colour} on ${ground} ${palette[ground][mode]} has a contrast of ${shown(ratio)}, text needs ${leastContrast} (WCAG AA); ${mend}`,
      ),
    ];
  });
}
