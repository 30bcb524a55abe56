import { readIds, storageKey } from './rules.ts';

/** The systems that the reader chose; none where the browser keeps nothing. */
export function keptSystems(): string[] {
  try {
    return readIds(localStorage.getItem(storageKey));
  } catch {
    return [];
  }
}
