/**
 * What a reader ticked, in the fragment of the address: `#which?seen=after-credentials,q850-reason:21,not:no-credit`.
 * Ids of signs and cases only: what is typed or pasted never gets into an address.
 */
import { decodedFragment } from '../frame/fragment.ts';

const start = '#which?seen=';

/** Names of signs that an address holds and the page knows. */
export function readTicks(hash: string, known: ReadonlySet<string>): string[] {
  if (!hash.startsWith(start)) return [];
  return [...new Set(decodedFragment(hash.slice(start.length)).split(','))].filter((name) => known.has(name));
}

/** The fragment for what is ticked; the section itself where nothing is. */
export function writeTicks(names: readonly string[]): string {
  return names.length ? `${start}${names.join(',')}` : '#which';
}

/** The answer to the question for a case's own sign, as a tick is named. */
export const ownSignName = (id: string, seen: boolean): string => `${seen ? 'is' : 'not'}:${id}`;
