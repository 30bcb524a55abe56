/** Recent searches, kept in this browser only. Long or many-lined texts may be traces; they are never kept. */
const key = 'recent-searches';
const most = 6;

export function recent(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list)
      ? list.filter((item): item is string => typeof item === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

/** Keeps a short query; addresses and long numbers, which may be somebody's, are left out. */
export function remember(query: string): void {
  if (query.length < 2 || query.length > 60 || /\d{7,}|@|\d+\.\d+\.\d+\.\d+/.test(query)) return;
  try {
    localStorage.setItem(
      key,
      JSON.stringify([query, ...recent().filter((other) => other !== query)].slice(0, most)),
    );
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
