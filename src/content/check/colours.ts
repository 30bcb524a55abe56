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
  themes,
} from '../../styles/palette.ts';
import type { Model } from '../model.ts';
import { at, type Problem } from './problem.ts';

const tokens = join(import.meta.dirname, '../../styles/theme.css');

/** Down, so that what falls short is not rounded up to what is asked. */
const shown = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

export function checkColours({ content, theme }: Model): Problem[] {
  const entry = content.theme;
  if (!entry) return [];
  const palette = ownPalette(readPalette(readFileSync(tokens, 'utf8')), theme);
  const problems: Problem[] = [];
  for (const mode of themes)
    for (const name of textColours) {
      const colour = palette[name][mode];
      const pale = grounds
        .map((ground) => ({ ground, ratio: contrast(colour, palette[ground][mode]) }))
        .filter(({ ratio }) => ratio < leastContrast);
      const [worst] = pale.sort((a, b) => a.ratio - b.ratio);
      if (!worst) continue;
      const { ground, ratio } = worst;
      const better = readable(
        colour,
        grounds.map((one) => palette[one][mode]),
      );
      // Said at what the copy chose: the text, or the ground that was put below upstream’s text.
      const chosen = [name, ground].find((one) => theme[one]?.[mode]);
      if (!chosen) continue;
      problems.push(
        at(
          entry,
          [chosen, mode],
          `${chosen === name ? '' : `makes ${name} hard to read: `}${name} ${colour} on ${ground} ${palette[ground][mode]} has a contrast of ${shown(ratio)}, text needs ${leastContrast} (WCAG AA); ${
            better
              ? `write ${better} for ${name}, or another ${ground}`
              : `no ${name} can be read on these grounds, so choose paper and raised that are both light or both dark`
          }`,
        ),
      );
    }
  return problems;
}
