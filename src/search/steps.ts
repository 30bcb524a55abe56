/** Of several responses in a query, the one at the end of the way is asked about. */
import type { Notation } from './notations.ts';

/** How far a request has come with a response. */
const steps = { provisional: 0, success: 1, challenge: 2, end: 3 } as const;

function stepOf(code: number): number {
  if (code < 200) return steps.provisional;
  if (code < 300) return steps.success;
  return code === 401 || code === 407 ? steps.challenge : steps.end;
}

/**
 * Whether a response only came on the way to another one: “401 after 100 Trying”, “403 after a 407”, “481 to the NOTIFY
 * with 200 OK”.
 * @param all what the query names.
 * @param namesFinal whether it names a final response by its phrase.
 */
export function isOnTheWay(
  { kind, value }: Notation,
  all: readonly Notation[],
  namesFinal: boolean,
): boolean {
  const own = stepOf(value);
  if (kind !== 'code' || own === steps.end) return false;
  return (
    all.some((other) => other.kind === 'code' && stepOf(other.value) > own) ||
    (own === steps.provisional && namesFinal)
  );
}
