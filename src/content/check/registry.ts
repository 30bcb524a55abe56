/** Pages and the IANA registry agree. registry.json is the registry’s list of January 2026: 75 codes. */
import { readFileSync } from 'node:fs';
import type { Model } from '../model.ts';
import type { Policy } from '../schemas/policy.ts';
import type { Typed } from '../validate.ts';
import type { Known } from './known.ts';
import { at, type Problem } from './problem.ts';

/** Registered phrases by code. */
export const registry = JSON.parse(readFileSync(new URL('registry.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

export function checkRegistry(model: Model, { gone, routes }: Known, policy: Typed<Policy>): Problem[] {
  const problems: Problem[] = [];
  for (const page of model.codes) {
    const { data } = page;
    // A code that differs from the file's name is reported as such.
    if (String(data.code) !== page.id) continue;
    const phrase = registry[data.code];
    const registered = data.status === 'registered' || data.status === 'deprecated';
    if (registered && phrase === undefined)
      problems.push(
        at(
          page,
          ['status'],
          `is ${data.status}, but IANA lists no ${data.code}; use obsolete, de-facto or vendor, and cite who uses it`,
        ),
      );
    else if (!registered && phrase !== undefined)
      problems.push(
        at(
          page,
          ['status'],
          `is ${data.status}, but IANA lists ${data.code} ${phrase}; write registered or deprecated`,
        ),
      );
    else if (registered && phrase !== data.phrase)
      problems.push(
        at(
          page,
          ['phrase'],
          `is "${data.phrase}", but registered is "${phrase}"; correct it, other wordings go into variants`,
        ),
      );
    if (!registered && phrase === undefined && !data.sources.some((source) => source !== 'iana-sip'))
      problems.push(
        at(page, ['sources'], 'names nobody who uses this unregistered code; add a source that does'),
      );
  }
  if (policy.data.everyRegisteredCode && model.content.codes.length)
    for (const [code, phrase] of Object.entries(registry)) {
      const route = routes.get(`/${code}/`);
      if ((route && !route.unregistered) || gone.has(`/${code}/`)) continue;
      problems.push({
        file: `content/codes/${code}.mdx`,
        line: 1,
        key: 'the file',
        message: `is missing; IANA lists ${code} ${phrase}, so write the page`,
      });
    }
  return problems;
}
