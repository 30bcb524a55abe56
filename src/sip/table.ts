/** A lookup that knows only its own keys: a name such as `constructor`, taken from a trace, finds nothing. */
export const table = <Value>(entries: Record<string, Value> = {}): Record<string, Value> =>
  Object.assign(Object.create(null) as Record<string, Value>, entries);
