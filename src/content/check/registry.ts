/** Check 8: pages and the IANA registry agree. registry.json is the registry’s list of January 2026: 75 codes. */
import { readFileSync } from 'node:fs';
import type { Problem } from '../read.ts';
import type { Model } from '../model.ts';

const registry = JSON.parse(readFileSync(new URL('registry.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

/** @param complete also asks for a page for every registered code; off for partial content. */
export function checkRegistry(model: Model, complete: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const { file, data } of model.codes) {
    const phrase = registry[data.code];
    const says = data.status === 'registered' || data.status === 'deprecated';
    if (says && phrase === undefined)
      problems.push({
        file,
        key: 'status',
        message: `is ${data.status}, but IANA lists no ${data.code}; use obsolete, de-facto or vendor, and cite who uses it`,
      });
    if (!says && phrase !== undefined)
      problems.push({
        file,
        key: 'status',
        message: `is ${data.status}, but IANA lists ${data.code} ${phrase}`,
      });
    if (says && phrase !== undefined && phrase !== data.phrase)
      problems.push({
        file,
        key: 'phrase',
        message: `is "${data.phrase}", but registered is "${phrase}"; other wordings go into variants`,
      });
    if (!says && !data.sources.some((source) => source !== 'iana-sip'))
      problems.push({
        file,
        key: 'sources',
        message: 'names nobody who uses this unregistered code; add a source',
      });
  }
  if (complete)
    for (const [code, phrase] of Object.entries(registry))
      if (!model.content.codes.some(({ id }) => id === code))
        problems.push({
          file: `content/codes/${code}.mdx`,
          key: 'file',
          message: `is missing; IANA lists ${code} ${phrase}`,
        });
  return problems;
}
