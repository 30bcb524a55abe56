/** The six search files and their names. The name holds a hash of the content, so that they may be cached for ever. */
import { createHash } from 'node:crypto';
import { toColumns } from './columns.ts';
import { type Model, model } from '../content/model.ts';
import { languages, lookupData, placeGists, placeLines, placeTexts, symptomDocs } from './index-build.ts';

function make(all: Model) {
  const file = (name: string, data: unknown) => {
    const text = JSON.stringify(data);
    return { name: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`, text };
  };
  return [
    file('names', lookupData(all)),
    file('symptoms', toColumns(symptomDocs(all))),
    file('lines', placeLines(all)),
    file('texts', placeTexts(all)),
    file('gists', placeGists(all)),
    file('languages', languages(all)),
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
