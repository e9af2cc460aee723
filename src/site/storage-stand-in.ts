/**
 * A script for the head of every page, before any other: where the reader blocks storage, its mere
 * name throws, and Starlight's theme and tabs stop there. What stands in for it lasts for the page.
 */
export const STORAGE_STAND_IN = `for (const name of ['localStorage', 'sessionStorage']) {
  try {
    window[name];
  } catch {
    const kept = new Map();
    const value = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, String(text)),
      removeItem: (key) => void kept.delete(key),
    };
    Object.defineProperty(window, name, { value });
  }
}`;
