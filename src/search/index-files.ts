/**
 * The search files and their names. The name holds a hash of the content, so that they may be cached for ever. Pages
 * name the first four, which are asked for at once; the first one names the others.
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

function make(all: Model) {
  const file = (name: string, data: unknown) => {
    const text = JSON.stringify(data);
    return { name: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`, text };
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
  return [
    file('names', named),
    file('symptoms', toColumns(symptomDocs(all))),
    file('lines', placeLines(all)),
    file('texts', placeTexts(all)),
    printed,
    gists,
    ofLanguages,
  ] as const;
}

const made = new WeakMap<Model, ReturnType<typeof make>>();

/** In the order in which they are asked for; other languages where they are needed. */
export function searchFiles(): ReturnType<typeof make> {
  const all = model();
  const files = made.get(all) ?? make(all);
  made.set(all, files);
  return files;
}
