/** Permalinks are promises: what was published is still there, or redirected. */
import type { Known } from './known.ts';
import { isOwn } from '../read.ts';
import type { Problem } from './problem.ts';
import { splitAddress } from './routes.ts';

/** @param clashing files in which an id is used twice or has no form: what is gone there is its echo. */
export function checkPermalinks({ gone }: Known, clashing: ReadonlySet<string>): Problem[] {
  return [...gone].flatMap(([address, file]) => {
    const { fragment } = splitAddress(address);
    if (clashing.has(file) && fragment) return [];
    const isFile = /^content\/(own\/)?(codes|guides|vendors)\//.test(file);
    const name = fragment || address.replace(/^\/(q850\/)?|\/$/g, '');
    const [list, redirects] = isOwn(file)
      ? ['content/own/permalinks.txt', 'content/own/redirects.yaml']
      : ['tests/permalinks.txt', 'content/redirects.yaml'];
    const base = { file, line: 1, also: [{ file: list }] };
    if (!fragment && isFile)
      return {
        ...base,
        key: 'the file',
        message: `is gone, but ${address} is published; bring it back, or lead the address on in ${redirects}`,
      };
    if (fragment.startsWith('vendor-'))
      return {
        ...base,
        key: 'notes',
        message: `say nothing any more of ${address.slice(1, 4)}, but ${address} is published; bring the note back, or lead the address on in ${redirects}`,
      };
    return {
      ...base,
      key: name,
      message: `is gone, but ${address} is published; give the id back, or lead the address on in ${redirects}`,
    };
  });
}
