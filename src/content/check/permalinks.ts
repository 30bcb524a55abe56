/** Permalinks are promises: what was published is still there, or redirected. */
import type { Model } from '../model.ts';
import type { Known } from './known.ts';
import type { Problem } from './problem.ts';
import { splitAddress } from './routes.ts';

export function checkPermalinks({ content }: Model, { gone }: Known): Problem[] {
  return [...gone].map(([address, file]) => {
    const { fragment } = splitAddress(address);
    const isFile = /^content\/(codes|guides|vendors)\//.test(file);
    const there = content.texts.has(file);
    const line = there ? 1 : undefined;
    const name = fragment || address.replace(/^\/(q850\/)?|\/$/g, '');
    const base = { file, line: line ?? 1, also: [{ file: 'tests/permalinks.txt' }] };
    if (!fragment && isFile)
      return {
        ...base,
        key: 'the file',
        message: `is gone, but ${address} is published; bring it back, or lead the address on in content/redirects.yaml`,
      };
    return {
      ...base,
      key: name,
      message: `is gone, but ${address} is published; give the id back, or lead the address on in content/redirects.yaml`,
    };
  });
}
