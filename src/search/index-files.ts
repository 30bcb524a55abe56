/** The two search files and their names. The name holds a hash of the content, so that they may be cached for ever. */
import { createHash } from 'node:crypto';
import { site } from '../content/site.ts';
import { lookupData, symptomDocs } from './index-build.ts';

async function make() {
  const all = await site();
  const file = (name: string, data: unknown) => {
    const text = JSON.stringify(data);
    return { name: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`, text };
  };
  return [file('names', lookupData(all)), file('symptoms', symptomDocs(all))] as const;
}

let made: ReturnType<typeof make> | undefined;

/** Names and numbers first, symptoms second. */
export function searchFiles(): ReturnType<typeof make> {
  made ??= make();
  return made;
}
