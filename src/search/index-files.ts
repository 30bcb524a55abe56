/**
 * The search files and their names. The name holds a hash of the content, so that they may be cached for ever. Pages ask
 * for the first four at once and know them by one hash of all four, since each costs every page some bytes; the first
 * one names the others.
 */
import { createHash } from 'node:crypto';
import { toColumns } from './columns.ts';
import { type Model, model } from '../content/model.ts';
import {
  languages,
  lookupData,
  placeGists,
  placeLines,
  placeTexts,
  printedTexts,
  symptomDocs,
} from './index-build.ts';
import type { LaterNames, NamesFile } from './index-data.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

function make(all: Model) {
  const file = (name: string, data: unknown) => {
    const text = JSON.stringify(data);
    return { name: `${name}.${hashOf(text)}`, text };
  };
  const later = {
    printed: file('printed', printedTexts(all)),
    gists: file('gists', placeGists(all)),
    languages: file('languages', languages(all)),
  } satisfies Record<keyof LaterNames, unknown>;
  const { printed, gists, languages: ofLanguages } = later;
  const named: NamesFile = {
    ...lookupData(all),
    later: {
      printed: printed.name,
      gists: gists.name,
      languages: ofLanguages.name,
    },
  };
  const first = {
    names: JSON.stringify(named),
    symptoms: JSON.stringify(toColumns(symptomDocs(all))),
    lines: JSON.stringify(placeLines(all)),
    texts: JSON.stringify(placeTexts(all)),
  };
  const hash = hashOf(Object.values(first).join('\n'));
  const ofFirst = (name: keyof typeof first) => ({ name: `${name}.${hash}`, text: first[name] });
  return {
    hash,
    files: [
      ofFirst('names'),
      ofFirst('symptoms'),
      ofFirst('lines'),
      ofFirst('texts'),
      printed,
      gists,
      ofLanguages,
    ],
  } as const;
}

const made = new WeakMap<Model, ReturnType<typeof make>>();

function ofModel(): ReturnType<typeof make> {
  const all = model();
  const files = made.get(all) ?? make(all);
  made.set(all, files);
  return files;
}

/** In the order in which they are asked for; other languages where they are needed. */
export const searchFiles = (): ReturnType<typeof make>['files'] => ofModel().files;

/** What the names of the first four end in. */
export const searchHash = (): string => ofModel().hash;
