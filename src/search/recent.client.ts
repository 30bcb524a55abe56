/** Recent searches, kept in this browser only. What may be kept is decided in recent.ts. */
import { mayBeKept, readKept, withQuery } from './recent.ts';

const key = 'recent-searches';

export function recent(): string[] {
  try {
    return readKept(localStorage.getItem(key));
  } catch {
    // Without storage nothing is remembered.
    return [];
  }
}

/** Keeps a typed query where the privacy rule allows it. */
export function remember(query: string): void {
  if (!mayBeKept(query)) return;
  try {
    localStorage.setItem(key, JSON.stringify(withQuery(recent(), query)));
  } catch {
    // Without storage nothing is remembered.
  }
}

export function clearRecent(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
