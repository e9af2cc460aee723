/** The reader's last searches, kept in this browser only. */

const KEY = 'recent-searches';
const MOST = 6;

/** Newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    // Storage may be forbidden, or hold something else under our name.
    return [];
  }
}

export function remember(query: string): void {
  const others = recentSearches().filter((other) => other !== query);
  keep([query, ...others].slice(0, MOST));
}

export function forgetAll(): void {
  keep([]);
}

function keep(queries: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Without storage there are no recent searches, and nothing else changes.
  }
}
